import { rules } from './rule.js';

/** The form of what the authorization service answers, and the time it takes. */
export const authFormRules = rules({
  'AUTH-04': {
    level: 'must',
    says: {
      en: 'each method answers within 1 second',
      uk: 'кожен метод відповідає щонайбільше за 1 секунду',
    },
    fix: {
      en: 'Answer from memory or a local store: cache the JWKS, do not fetch keys or secrets from afar per request.',
      uk: 'Відповідайте з пам’яті або локального сховища: кешуйте JWKS, не звертайтеся під час запиту до віддалених сервісів по ключі чи секрети.',
    },
    causes: [
      { en: 'the JWKS is fetched for every request', uk: 'JWKS завантажується під час кожного запиту' },
      {
        en: 'the secret comes from a remote vault without a cache',
        uk: 'секрет надходить із віддаленого сховища без кешу',
      },
      {
        en: 'the first request after a start warms everything up',
        uk: 'перший запит після запуску прогріває весь сервіс',
      },
    ],
    source: 'D BAUTH',
    step: 1,
  },
  'AUTH-07': {
    level: 'must',
    says: {
      en: 'external_id is a text of 1 to 500 symbols',
      uk: 'external_id є текстом від 1 до 500 символів',
    },
    fix: {
      en: 'Keep external ids as texts of at most 500 symbols.',
      uk: 'Зберігайте зовнішні ідентифікатори як тексти щонайбільше з 500 символів.',
    },
    causes: [
      { en: 'the id is a number in JSON', uk: 'у JSON ідентифікатор є числом' },
      {
        en: 'the id is composed of several fields and grows too long',
        uk: 'ідентифікатор складено з кількох полів, тому він задовгий',
      },
    ],
    source: 'D BAUTH',
    step: 1,
  },
  'AUTH-09': {
    level: 'must',
    says: {
      en: 'first_name, last_name, email and phone, where /user_auth answers them, are texts',
      uk: 'first_name, last_name, email і phone, якщо їх надає /user_auth, є текстами',
    },
    fix: {
      en: 'Answer optional members as JSON texts, or leave them out.',
      uk: 'Надавайте необов’язкові поля як тексти JSON або не надавайте їх.',
    },
    causes: [
      { en: 'a phone number is kept as a number', uk: 'номер телефону зберігається як число' },
      { en: 'a member without a value is answered as null', uk: 'поле без значення передається як null' },
    ],
    source: 'D BAUTH',
    step: 1,
  },
  'AUTH-11': {
    level: 'should',
    says: {
      en: 'answers of the authorization service are declared as JSON',
      uk: 'відповіді сервісу авторизації позначено як JSON',
    },
    fix: {
      en: 'Answer with Content-Type: application/json.',
      uk: 'Відповідайте із заголовком Content-Type: application/json.',
    },
    causes: [
      {
        en: 'the body is written as a text, and the framework declares it as one',
        uk: 'тіло записують як текст, і фреймворк так його й позначає',
      },
    ],
    source: 'A',
    step: 6,
  },
});
