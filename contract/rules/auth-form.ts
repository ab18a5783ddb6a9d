import { rules } from './rule.js';

/** The form of responses of the authorization service, and their time limit. */
export const authFormRules = rules({
  'AUTH-04': {
    level: 'must',
    says: {
      en: 'each method responds within 1 second',
      uk: 'кожен метод відповідає не довше ніж за 1 секунду',
    },
    fix: {
      en: 'Respond from memory or a local store: cache the JWKS, and do not fetch keys or secrets from a remote service on each request.',
      uk: 'Відповідайте з пам’яті або локального сховища: кешуйте JWKS і не звертайтеся під час кожного запиту до віддалених сервісів по ключі чи секрети.',
    },
    causes: [
      { en: 'the JWKS is fetched on every request', uk: 'JWKS завантажується під час кожного запиту' },
      {
        en: 'the secret is read from a remote vault without a cache',
        uk: 'секрет читають із віддаленого сховища без кешу',
      },
      {
        en: 'the first request after a start is slow because it fills the caches',
        uk: 'перший запит після запуску повільний, бо він наповнює кеші',
      },
    ],
    source: 'D BAUTH',
    step: 1,
  },
  'AUTH-07': {
    level: 'must',
    says: {
      en: 'external_id is a string of 1 to 500 characters',
      uk: 'external_id є рядком завдовжки від 1 до 500 символів',
    },
    fix: {
      en: 'Store external ids as strings of at most 500 characters.',
      uk: 'Зберігайте зовнішні ідентифікатори як рядки завдовжки щонайбільше 500 символів.',
    },
    causes: [
      { en: 'the id is a number in JSON', uk: 'у JSON ідентифікатор є числом' },
      {
        en: 'the id is composed of several fields and becomes too long',
        uk: 'ідентифікатор складено з кількох полів, тому він задовгий',
      },
    ],
    source: 'D BAUTH',
    step: 1,
  },
  'AUTH-09': {
    level: 'must',
    says: {
      en: 'first_name, last_name, email and phone, if /user_auth returns them, are strings',
      uk: 'first_name, last_name, email і phone, якщо /user_auth їх повертає, є рядками',
    },
    fix: {
      en: 'Return optional members as JSON strings, or omit them.',
      uk: 'Повертайте необов’язкові поля як рядки JSON або не повертайте їх.',
    },
    causes: [
      { en: 'a phone number is stored as a number', uk: 'номер телефону зберігається як число' },
      {
        en: 'a name is returned as an object with one member for each language',
        uk: 'ім’я повертають як об’єкт з окремим полем для кожної мови',
      },
    ],
    source: 'D BAUTH',
    step: 1,
  },
  'AUTH-11': {
    level: 'should',
    says: {
      en: 'the authorization service declares its responses as JSON',
      uk: 'сервіс авторизації позначає свої відповіді як JSON',
    },
    fix: {
      en: 'Respond with Content-Type: application/json.',
      uk: 'Відповідайте із заголовком Content-Type: application/json.',
    },
    causes: [
      {
        en: 'the body is written as a string, and the framework declares it as plain text',
        uk: 'тіло записують як рядок, і фреймворк позначає його як звичайний текст',
      },
    ],
    source: 'A',
    step: 6,
  },
  'AUTH-15': {
    level: 'should',
    says: {
      en: '/user_auth omits optional members without a value instead of returning null',
      uk: '/user_auth не повертає необов’язкових полів без значення, а не передає в них null',
    },
    fix: {
      en: 'Omit first_name, last_name, email and phone if they have no value: the documentation calls them optional strings and does not mention null, so DCM may refuse it.',
      uk: 'Не повертайте first_name, last_name, email і phone, якщо вони не мають значення: документація називає їх необов’язковими рядками й не згадує null, тому DCM може його не прийняти.',
    },
    causes: [
      {
        en: 'the JSON library writes empty fields as null unless it is configured to omit them',
        uk: 'JSON-бібліотека записує порожні поля як null, якщо не налаштувати її пропускати їх',
      },
    ],
    source: 'A',
    step: 1,
  },
});
