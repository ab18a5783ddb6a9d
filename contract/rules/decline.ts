import { rules } from './rule.js';

/** Operations that DCM declines because the authorization service of the bank refused. */
export const declineRules = rules({
  'DECLINE-01': {
    level: 'must',
    says: {
      en: "when the bank refuses DCM's question, DCM declines the operation and nothing moves",
      uk: 'коли банк відмовляє на запит DCM, DCM відхиляє операцію, і нічого не переміщується',
    },
    fix: {
      en: 'Answer 401 for what is not permitted, also while an operation is under way.',
      uk: 'Відповідайте 401 на те, що не дозволено, також під час виконання операції.',
    },
    causes: [
      {
        en: 'the bank goes on to permit a user that it has blocked',
        uk: 'банк і далі дозволяє дії заблокованого користувача',
      },
      { en: 'the service answers from a cache', uk: 'сервіс відповідає з кешу' },
    ],
    source: 'D JWTA',
    step: 16,
    reading: { unknown: 'U-10', options: ['declined_status'] },
  },
  'DECLINE-02': {
    level: 'should',
    says: {
      en: 'an operation that DCM declined is repeated once at the most, with a new login or token',
      uk: 'операцію, яку відхилив DCM, повторюють щонайбільше один раз, з новим входом або токеном',
    },
    fix: {
      en: 'On 401, log in (or make a token) and repeat once; a second 401 is the answer: report it, and look into the log of your own authorization service.',
      uk: 'Отримавши 401, увійдіть знову (або створіть токен) і повторіть запит один раз; повторна відповідь 401 є остаточною: повідомте про неї та перегляньте журнал власного сервісу авторизації.',
    },
    causes: [
      {
        en: 'every 401 is taken for a dead session, and the request is repeated over and over',
        uk: 'кожна відповідь 401 вважається кінцем сесії, і запит повторюється знову й знову',
      },
      { en: 'a general retry knows no refusals', uk: 'загальний механізм повторів не розрізняє відмов' },
    ],
    source: 'A',
    step: 15,
    reading: { unknown: 'U-10', options: ['declined_status'] },
  },
});
