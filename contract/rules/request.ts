import { rules } from './rule.js';

/** The form of requests to DCM. */
export const requestRules = rules({
  'REQUEST-01': {
    level: 'should',
    says: {
      en: 'requests carry documented members only, and well formed: valid JSON, documented types, what is required, no contradictions',
      uk: 'запити містять лише задокументовані поля, і правильно сформовані: чинний JSON, задокументовані типи, обов’язкові поля, без суперечностей',
    },
    fix: {
      en: 'Leave out members that the operation does not document, and send the others as /openapi.json has them.',
      uk: 'Приберіть поля, яких операція не документує, а решту надсилайте так, як у /openapi.json.',
    },
    causes: [
      { en: 'a member of an older version of the API', uk: 'поле зі старішої версії API' },
      {
        en: 'an internal object of the bank is serialized as a whole',
        uk: 'внутрішній об’єкт банку серіалізується повністю',
      },
      {
        en: 'a number or a flag is sent as a text, or a member without a value as null',
        uk: 'число або прапорець надсилається текстом, а поле без значення — як null',
      },
    ],
    source: 'A',
    step: 11,
  },
  'REQUEST-02': {
    level: 'should',
    says: {
      en: 'paths, methods and encodings are the documented ones',
      uk: 'шляхи, методи й кодування відповідають документації',
    },
    fix: {
      en: 'Use the path, method and content type that the page of the operation shows.',
      uk: 'Використовуйте шлях, метод і тип вмісту, наведені на сторінці операції.',
    },
    causes: [
      { en: 'a path of an older guide', uk: 'шлях зі старішого посібника' },
      { en: 'the content type is left to the HTTP library', uk: 'тип вмісту визначає HTTP-бібліотека' },
    ],
    source: 'A',
    step: 11,
  },
  'REQUEST-03': {
    level: 'must',
    says: {
      en: 'Authorization carries a session token, and not beside another credential',
      uk: 'Authorization містить токен сесії й не поєднується з іншими обліковими даними',
    },
    fix: {
      en: 'Send either Authorization: bearer with a session token, or CX-Authorization with Authorization empty.',
      uk: 'Надсилайте або Authorization: bearer з токеном сесії, або CX-Authorization з порожнім Authorization.',
    },
    causes: [
      {
        en: 'one HTTP client with default headers serves both schemes',
        uk: 'один HTTP-клієнт із типовими заголовками обслуговує обидві схеми',
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
      en: 'Give every user an external id of its own.',
      uk: 'Надайте кожному користувачу власний зовнішній ідентифікатор.',
    },
    causes: [
      {
        en: 'the external id is that of a household or a contract',
        uk: 'зовнішній ідентифікатор належить родині або договору',
      },
    ],
    source: 'A',
    step: 15,
    reading: { unknown: 'U-15' },
  },
});
