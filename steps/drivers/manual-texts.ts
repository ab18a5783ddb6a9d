import { bilingual } from '../../contract/texts/language.js';

const lasting = (ms: number, s: string, min: string): string =>
  ms < 90_000 ? `${Math.round(ms / 1000)} ${s}` : `${Math.round(ms / 60_000)} ${min}`;

/** Tasks for a person; names of values are those on the wire. */
export const manualTexts = bilingual(
  {
    ping: "Have the bank fetch DCM's JWKS.",
    configure: 'Configure the bank with these DCM values:',
    keeper: (purpose: string, login: string, externalId: string) =>
      `key keeper, ${purpose}: login ${login}, external id ${externalId}`,
    secrets: 'Create secrets for these users in the bank:',
    user: (login: string, externalId: string | undefined) =>
      `login ${login}${externalId ? `, external id ${externalId}` : ''}`,
    /** First line of a task whose values follow. */
    titles: {
      'issue-identifiers': 'Have the bank request the creation of identifiers:',
      'delete-identifiers': 'Have the bank request the deletion of identifiers:',
      'create-customers': 'Have the bank create these customers at DCM:',
      transfer: 'Have the bank make a transfer and confirm it:',
      'create-payment': 'Have the bank create the draft of a transfer without confirming it:',
      'confirm-payment': 'Have the bank confirm this draft:',
      'confirm-recon': 'Have the bank confirm this reconciliation:',
      'register-jwk': 'Have the bank register this public key with DCM:',
      'read-payment': 'Have the bank read this transfer:',
    },
    limit: (operation: string) => `Have the bank set this limit (${operation}):`,
    login: (email: string) =>
      `Have the bank's client log in to DCM as ${email} with the password from bank.yaml, and make one read request.`,
    wrongLogin: (email: string, password: string) =>
      `Have the bank's client log in to DCM as ${email} with the wrong password ${password}.`,
    empty: '(leave empty)',
    /** How much time there is for each task. */
    time: (ms: number) => `You have ${lasting(ms, 's', 'min')} for each task.`,
    /** How much of it is left. */
    left: (ms: number) => `${lasting(ms, 's', 'min')} left.`,
    reminder: 'This task is not done yet.',
    /** What the keys do. */
    keys: 'Press + and Enter to get the same amount of time again, or c and Enter if the bank cannot do this.',
  },
  {
    ping: 'Виконайте в банку завантаження JWKS від DCM.',
    configure: 'Налаштуйте банк за такими даними DCM:',
    keeper: (purpose, login, externalId) =>
      `хранитель ключа, ${purpose}: логін ${login}, зовнішній ідентифікатор ${externalId}`,
    secrets: 'Створіть у банку секрети для цих користувачів:',
    user: (login, externalId) =>
      `логін ${login}${externalId ? `, зовнішній ідентифікатор ${externalId}` : ''}`,
    titles: {
      'issue-identifiers': 'Подайте від банку запит на створення ідентифікаторів:',
      'delete-identifiers': 'Подайте від банку запит на видалення ідентифікаторів:',
      'create-customers': 'Створіть від банку цих клієнтів у DCM:',
      transfer: 'Здійсніть від банку переказ і підтвердьте його:',
      'create-payment': 'Створіть від банку чернетку переказу, не підтверджуючи її:',
      'confirm-payment': 'Підтвердьте від банку цю чернетку:',
      'confirm-recon': 'Підтвердьте від банку цю звірку:',
      'register-jwk': 'Зареєструйте від банку в DCM цей публічний ключ:',
      'read-payment': 'Прочитайте від банку цей переказ:',
    },
    limit: (operation) => `Установіть від банку цей ліміт (${operation}):`,
    login: (email) =>
      `Увійдіть через клієнтську програму банку до DCM як ${email} з паролем із bank.yaml і виконайте один запит на читання.`,
    wrongLogin: (email, password) =>
      `Увійдіть через клієнтську програму банку до DCM як ${email} з неправильним паролем ${password}.`,
    empty: '(залиште порожнім)',
    time: (ms) => `На кожне завдання відведено ${lasting(ms, 'с', 'хв')}.`,
    left: (ms) => `Залишилося ${lasting(ms, 'с', 'хв')}.`,
    reminder: 'Це завдання ще не виконано.',
    keys: 'Введіть + і натисніть Enter, щоб отримати ще стільки ж часу, або c і Enter, якщо банк не може цього зробити.',
  },
);

export type ManualTexts = (typeof manualTexts)['en'];
