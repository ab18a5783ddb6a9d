import type { Explanations } from './explanation.js';

/** The bank's authorization service decided, or gave no answer that can be used. */
const declined = {
  says: {
    en: 'the bank declined: it answered 401 to /{method} with flow {flow}',
    uk: 'банк відмовив: відповів 401 на /{method} із flow {flow}',
  },
  where: 'bank /{method}',
  right: {
    en: 'see in that reverse call for whom (obj) and on whose behalf (sub) the bank was asked, and let it allow that',
    uk: 'подивіться в тому запиті DCM, про кого (obj) і від чийого імені (sub) запитано банк, і дозвольте це',
  },
  source: 'D BAUTH',
  decides: 'any',
} as const;

export const bankAnswerCauses = {
  declined: { code: 'declined', ...declined },
  'declined-400': { code: 'declined-400', ...declined },
  'declined-403': { code: 'declined-403', ...declined },
  'bank-no-url': {
    code: 'bank-failed',
    says: {
      en: 'DCM has no URL of the bank for /{method}, so it asked nobody',
      uk: 'DCM не має URL банку для /{method}, тож нікого не запитав',
    },
    where: 'state',
    right: {
      en: 'register the URLs of the authorization service at onboarding (step 3 of the plan)',
      uk: 'зареєструйте URL сервісу авторизації під час підключення (крок 3 плану)',
    },
    source: 'D PLAN',
  },
  'bank-timeout': {
    code: 'bank-failed',
    says: {
      en: 'the bank did not answer /{method} in time: {cause}',
      uk: 'банк не відповів на /{method} вчасно: {cause}',
    },
    where: 'bank /{method}',
    right: { en: 'let the service answer within 1 second', uk: 'відповідайте не пізніше ніж за 1 секунду' },
    source: 'D JWTA',
    decides: 'any',
  },
  'bank-unreachable': {
    code: 'bank-failed',
    says: {
      en: 'the bank gave no readable HTTP response to /{method}: {cause}',
      uk: 'банк не дав зрозумілої відповіді HTTP на /{method}: {cause}',
    },
    where: 'bank /{method}',
    right: {
      en: 'see that the service runs, that its URL and certificate are right, and that DCM may reach it',
      uk: 'перевірте, чи працює сервіс, чи правильні його URL і сертифікат і чи доступний він для DCM',
    },
    source: 'D BAUTH',
    decides: 'any',
  },
  'bank-status': {
    code: 'bank-failed',
    says: {
      en: 'the bank answered {status} to /{method}, which is neither 200 nor 401',
      uk: 'банк відповів {status} на /{method}, а це не 200 і не 401',
    },
    where: 'bank /{method}',
    right: {
      en: 'answer 200 to permit, 401 to decline; anything else is a failure',
      uk: 'відповідайте 200, щоб дозволити, і 401, щоб відмовити; усе інше є збоєм',
    },
    source: 'D BAUTH',
    decides: 'any',
  },
  'bank-body': {
    code: 'bank-failed',
    says: {
      en: 'the bank answered 200 to /{method} with a body that cannot be used: {cause}',
      uk: 'банк відповів 200 на /{method} з тілом, яке неможливо використати: {cause}',
    },
    where: 'bank /{method}',
    right: {
      en: 'send the members that the page describes, as JSON (openapi/bank)',
      uk: 'надішліть поля, описані на сторінці, як JSON (openapi/bank)',
    },
    source: 'D BAUTH',
    decides: 'any',
  },
  'bank-inconsistent': {
    code: 'bank-failed',
    says: {
      en: 'the bank answered /{method} otherwise when it was asked again',
      uk: 'на повторний запит /{method} банк відповів інакше',
    },
    where: 'bank /{method}',
    right: {
      en: 'give the same answer to the same question, however often it comes',
      uk: 'на те саме запитання відповідайте однаково, хоч скільки разів воно надійде',
    },
    source: 'A',
    decides: 'any',
  },
  'external-id-changed': {
    code: 'external-id-changed',
    says: {
      en: 'the bank named another external id than {expected}, under which DCM knows the user',
      uk: 'банк назвав інший зовнішній ідентифікатор, ніж {expected}, під яким DCM знає користувача',
    },
    where: 'bank /external_id',
    right: {
      en: 'answer with the external_id that was asked about (obj of the token); it never changes',
      uk: 'повертайте external_id, про який запитано (obj токена); він ніколи не змінюється',
    },
    source: 'D BAUTH',
    decides: 'external_id',
  },
  'seed-decryption': {
    code: 'seed-decryption',
    says: {
      en: 'the key that the bank returned does not open the seed of the sender',
      uk: 'ключ, який повернув банк, не відкриває seed відправника',
    },
    where: 'bank /key',
    right: {
      en: 'return the same key of a user each time, as at the creation of the entity',
      uk: 'щоразу повертайте той самий ключ користувача, що й під час створення сутності',
    },
    source: 'D BAUTH',
    decides: 'key',
  },
  'seed-fault': {
    code: 'seed-decryption',
    says: {
      en: 'a fault that was ordered through the control API pretends that the key has changed',
      uk: 'збій, замовлений через API керування, удає, що ключ змінився',
    },
    where: 'state',
    right: { en: 'send it again: the fault is used up', uk: 'повторіть запит: збій уже вичерпано' },
    source: 'A',
    decides: 'key',
  },
} as const satisfies Explanations;
