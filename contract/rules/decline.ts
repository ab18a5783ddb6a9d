import { rules } from './rule.js';

/** Operations that DCM declines because the bank's authorization service refused. */
export const declineRules = rules({
  'DECLINE-01': {
    level: 'must',
    says: {
      en: 'when the bank refuses a reverse call, DCM declines the operation and no money moves',
      uk: 'якщо банк відмовляє на запит DCM, DCM відхиляє операцію і кошти не переміщуються',
    },
    fix: {
      en: 'Return 401 for whatever is not permitted, even while an operation is in progress.',
      uk: 'Повертайте 401 на все, що не дозволено, навіть під час виконання операції.',
    },
    causes: [
      {
        en: 'the bank still permits a user that it has blocked',
        uk: 'банк і далі дозволяє дії користувача, якого заблокував',
      },
      { en: 'the service responds from a cache', uk: 'сервіс відповідає з кешу' },
    ],
    source: 'D JWTA',
    step: 16,
    reading: { unknown: 'U-10', options: ['declined_status'] },
  },
  'DECLINE-02': {
    level: 'should',
    says: {
      en: 'an operation that DCM declined is retried at most once, with a new login or token',
      uk: 'операцію, яку відхилив DCM, повторюють щонайбільше один раз, після нового входу або з новим токеном',
    },
    fix: {
      en: 'On 401, log in again (or make a new token) and retry once. A second 401 is final: report it, and check the log of your own authorization service.',
      uk: 'Отримавши 401, увійдіть знову (або створіть новий токен) і повторіть запит один раз. Друга відповідь 401 остаточна: повідомте про неї та перегляньте журнал власного сервісу авторизації.',
    },
    causes: [
      {
        en: 'every 401 is treated as an expired session, and the request is retried endlessly',
        uk: 'кожну відповідь 401 вважають завершенням сесії й повторюють запит без кінця',
      },
      {
        en: 'a general retry mechanism also retries refusals',
        uk: 'загальний механізм повторів повторює й відхилені запити',
      },
    ],
    source: 'A',
    step: 15,
    reading: { unknown: 'U-10', options: ['declined_status'] },
  },
});
