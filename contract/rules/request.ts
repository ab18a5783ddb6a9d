import { rules } from './rule.js';

/** The form of the bank's requests to DCM. */
export const requestRules = rules({
  'REQUEST-01': {
    level: 'should',
    says: {
      en: 'requests have only documented members and are well formed: valid JSON, documented types, all required members, no contradictions',
      uk: 'запити містять лише задокументовані поля й правильно сформовані: коректний JSON, задокументовані типи, усі обов’язкові поля, без суперечностей',
    },
    fix: {
      en: 'Omit members that are not documented for the operation, and send the others as described in /openapi.json.',
      uk: 'Не надсилайте полів, яких немає в документації операції, а решту надсилайте так, як описано в /openapi.json.',
    },
    causes: [
      { en: 'a member belongs to an older version of the API', uk: 'поле належить до старішої версії API' },
      {
        en: 'an internal object of the bank is serialized with all its members',
        uk: 'внутрішній об’єкт банку серіалізують з усіма полями',
      },
      {
        en: 'a number or a boolean is sent as a string, or a member without a value is sent as null',
        uk: 'число чи логічне значення надсилають рядком або поле без значення надсилають як null',
      },
    ],
    source: 'A',
    step: 11,
  },
  'REQUEST-02': {
    level: 'should',
    says: {
      en: 'requests use the documented paths, methods and encodings',
      uk: 'шляхи, методи й кодування запитів відповідають документації',
    },
    fix: {
      en: 'Use the path, method and content type shown on the page of the operation.',
      uk: 'Використовуйте шлях, метод і тип вмісту, наведені на сторінці операції.',
    },
    causes: [
      { en: 'the path comes from an older guide', uk: 'шлях узято зі старішого посібника' },
      { en: 'the content type is left to the HTTP library', uk: 'тип вмісту визначає HTTP-бібліотека' },
    ],
    source: 'A',
    step: 11,
  },
  'REQUEST-03': {
    level: 'must',
    says: {
      en: 'Authorization contains a session token and is not combined with another credential',
      uk: 'Authorization містить токен сесії й не поєднується з іншими обліковими даними',
    },
    fix: {
      en: 'Send either Authorization: bearer with a session token, or CX-Authorization with Authorization empty.',
      uk: 'Надсилайте або Authorization: bearer з токеном сесії, або CX-Authorization з порожнім Authorization.',
    },
    causes: [
      {
        en: 'one HTTP client with default headers is used for both schemes',
        uk: 'для обох схем використовують один HTTP-клієнт із типовими заголовками',
      },
      { en: 'a gateway adds its own Authorization', uk: 'шлюз додає власний Authorization' },
    ],
    source: 'D JWTA',
    step: 11,
  },
  'REQUEST-04': {
    level: 'should',
    says: {
      en: 'external ids are unique: one user, one external id',
      uk: 'зовнішні ідентифікатори унікальні: один користувач, один ідентифікатор',
    },
    fix: {
      en: 'Give every user a separate external id.',
      uk: 'Надайте кожному користувачеві окремий зовнішній ідентифікатор.',
    },
    causes: [
      {
        en: 'the external id identifies a household or a contract rather than a user',
        uk: 'зовнішній ідентифікатор позначає родину або договір, а не користувача',
      },
    ],
    source: 'A',
    step: 15,
    reading: { unknown: 'U-15' },
  },
});
