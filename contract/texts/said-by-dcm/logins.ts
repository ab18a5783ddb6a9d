import type { Phrase } from './template.js';

/** What the login of DCM says to an employee; the texts are those of Ory Kratos. */
export const loginPhrases: readonly Phrase[] = [
  [
    'The provided credentials are invalid, check for spelling mistakes in your password or username, email address, or phone number.',
    'Неправильний логін або пароль: перевірте, чи немає в них помилки.',
  ],
  [
    'A valid session was detected and thus login is not possible. Did you forget to set `?refresh=true`?',
    'Ви вже ввійшли, тому вхід неможливий.',
  ],
  [
    'A valid session was detected and thus recovery is not possible.',
    'Ви вже ввійшли, тому відновити доступ неможливо.',
  ],
  [
    'Could not find a strategy to log you in with. Did you fill out the form correctly?',
    'Увійти не вдалося: перевірте, чи правильно заповнено форму.',
  ],
  [
    'Could not find a strategy to update your settings. Did you fill out the form correctly?',
    'Зміни не збережено: перевірте, чи правильно заповнено форму.',
  ],
  [
    'Could not find a strategy to recover your account with. Did you fill out the form correctly?',
    'Відновити доступ не вдалося: перевірте, чи правильно заповнено форму.',
  ],
  ['Property email is missing.', 'Не вказано електронної пошти.'],
  [
    'The recovery code is invalid or has already been used. Please try again.',
    'Код відновлення неправильний або його вже використано. Спробуйте ще раз.',
  ],
  [
    'The login session is too old and thus not allowed to update these fields. Please re-authenticate.',
    'Ви ввійшли надто давно, щоб змінювати ці дані. Увійдіть ще раз.',
  ],
  [
    'The provided Ory Session Token could not be found, is invalid, or otherwise malformed.',
    'Токен сесії не знайдено, або він недійсний.',
  ],
  ['The flow belongs to another identity.', 'Цю дію розпочав інший користувач.'],
  ['The flow query parameter is missing or malformed.', 'Параметр flow відсутній або неправильний.'],
  ['No flow of this kind has this id.', 'Такої дії немає: розпочніть її заново.'],
  ['No active session was found in this request.', 'Ви не ввійшли, або сесію завершено: увійдіть ще раз.'],
  [
    'The self-service flow expired {n} minutes ago, initialize a new one.',
    'Час на цю дію вичерпано ({n} хв тому): розпочніть її заново.',
  ],
  ['The password needs {list}.', 'Пароль має містити: {list}.'],
];

/** What the password lacks. */
export const passwordPhrases: readonly Phrase[] = [
  ['at least 8 characters', 'щонайменше 8 символів'],
  ['a capital letter', 'велику літеру'],
  ['a lower-case letter', 'малу літеру'],
  ['a digit', 'цифру'],
  ['a special symbol', 'спеціальний символ'],
];
