import type { ManualTexts } from './texts.js';

const minutes = (ms: number): string =>
  ms < 90_000 ? `${Math.round(ms / 1000)} с` : `${Math.round(ms / 60_000)} хв`;

export const ukrainian: ManualTexts = {
  ping: 'Нехай банк отримає JWKS від DCM.',
  configure: 'Налаштуйте банк за такими даними DCM:',
  keeper: (purpose, login, externalId) =>
    `хранитель ключа, ${purpose}: логін ${login}, зовнішній ідентифікатор ${externalId}`,
  secrets: 'Створіть у банку секрети для цих користувачів:',
  user: (login, externalId) => `логін ${login}${externalId ? `, зовнішній ідентифікатор ${externalId}` : ''}`,
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
  time: (ms) => `На кожне завдання у вас є ${minutes(ms)}.`,
  left: (ms) => `Залишилося ${minutes(ms)}.`,
  reminder: 'Це завдання ще не виконано.',
  keys: 'Введіть + і натисніть Enter, щоб отримати стільки ж часу ще раз, або c, якщо банк не може цього зробити.',
};
