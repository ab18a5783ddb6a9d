import { bilingual } from '../../contract/texts/language.js';

const lasting = (ms: number, s: string, min: string): string =>
  ms < 90_000 ? `${Math.round(ms / 1000)} ${s}` : `${Math.round(ms / 60_000)} ${min}`;

/** What a person is asked to do; names of values stay those of the wire. */
export const manualTexts = bilingual(
  {
    ping: "Let the bank fetch DCM's JWKS.",
    configure: 'Configure the bank with these values of DCM:',
    keeper: (purpose: string, login: string, externalId: string) =>
      `key keeper, ${purpose}: login ${login}, external id ${externalId}`,
    secrets: 'Create secrets in the bank for these users:',
    user: (login: string, externalId: string | undefined) =>
      `login ${login}${externalId ? `, external id ${externalId}` : ''}`,
    /** First line of a task whose values follow. */
    titles: {
      'issue-identifiers': 'Let the bank request the creation of identifiers:',
      'delete-identifiers': 'Let the bank request the deletion of identifiers:',
      'create-customers': 'Let the bank create these customers at DCM:',
      transfer: 'Let the bank make a transfer and confirm it:',
      'create-payment': 'Let the bank make the draft of a transfer, without confirming it:',
      'confirm-payment': 'Let the bank confirm this draft:',
      'confirm-recon': 'Let the bank confirm this reconciliation:',
      'register-jwk': 'Let the bank register this public key at DCM:',
      'read-payment': 'Let the bank read this transfer:',
    },
    limit: (operation: string) => `Let the bank set this limit (${operation}):`,
    login: (email: string) =>
      `Let the bank's client log in at DCM as ${email}, with the password of bank.yaml, and read once.`,
    wrongLogin: (email: string, password: string) =>
      `Let the bank's client log in at DCM as ${email}, with the wrong password ${password}.`,
    empty: '(left empty)',
    /** How much time there is for each task. */
    time: (ms: number) => `You have ${lasting(ms, 's', 'min')} for each task.`,
    /** How much of it is left. */
    left: (ms: number) => `${lasting(ms, 's', 'min')} left.`,
    reminder: 'Still waiting for this task.',
    /** What the keys do. */
    keys: 'Type + and Enter for the same time once more, c and Enter if the bank cannot do it.',
  },
  {
    ping: 'Нехай банк отримає JWKS від DCM.',
    configure: 'Налаштуйте банк за такими даними DCM:',
    keeper: (purpose, login, externalId) =>
      `хранитель ключа, ${purpose}: логін ${login}, зовнішній ідентифікатор ${externalId}`,
    secrets: 'Створіть у банку секрети для цих користувачів:',
    user: (login, externalId) =>
      `логін ${login}${externalId ? `, зовнішній ідентифікатор ${externalId}` : ''}`,
    titles: {
      'issue-identifiers': 'Нехай банк подасть запит на створення ідентифікаторів:',
      'delete-identifiers': 'Нехай банк подасть запит на видалення ідентифікаторів:',
      'create-customers': 'Нехай банк створить цих клієнтів у DCM:',
      transfer: 'Нехай банк зробить переказ і підтвердить його:',
      'create-payment': 'Нехай банк зробить чернетку переказу, не підтверджуючи її:',
      'confirm-payment': 'Нехай банк підтвердить цю чернетку:',
      'confirm-recon': 'Нехай банк підтвердить цю звірку:',
      'register-jwk': 'Нехай банк зареєструє в DCM цей публічний ключ:',
      'read-payment': 'Нехай банк прочитає цей переказ:',
    },
    limit: (operation) => `Нехай банк встановить цей ліміт (${operation}):`,
    login: (email) =>
      `Нехай клієнт банку ввійде до DCM як ${email} з паролем із bank.yaml і один раз прочитає дані.`,
    wrongLogin: (email, password) =>
      `Нехай клієнт банку ввійде до DCM як ${email} з неправильним паролем ${password}.`,
    empty: '(лишіть порожнім)',
    time: (ms) => `На кожне завдання у вас є ${lasting(ms, 'с', 'хв')}.`,
    left: (ms) => `Залишилося ${lasting(ms, 'с', 'хв')}.`,
    reminder: 'Це завдання ще не виконано.',
    keys: 'Введіть + і натисніть Enter, щоб отримати стільки ж часу ще раз, або c, якщо банк не може цього зробити.',
  },
);

export type ManualTexts = (typeof manualTexts)['en'];
