import type { TextsOf } from './rule-text.js';

export const requestTexts: TextsOf<'REQUEST'> = {
  'REQUEST-01': {
    says: 'запити містять лише задокументовані поля, і правильно сформовані: чинний JSON, задокументовані типи, обов’язкові поля, без суперечностей',
    fix: 'Приберіть поля, яких операція не документує, а решту надсилайте так, як у /openapi.json.',
    causes: [
      ['a member of an older version of the API', 'поле зі старішої версії API'],
      [
        'an internal object of the bank is serialized as a whole',
        'внутрішній об’єкт банку серіалізується повністю',
      ],
      [
        'a number or a flag is sent as a text, or a member without a value as null',
        'число або прапорець надсилається текстом, а поле без значення — як null',
      ],
    ],
  },
  'REQUEST-02': {
    says: 'шляхи, методи й кодування відповідають документації',
    fix: 'Використовуйте шлях, метод і тип вмісту, наведені на сторінці операції.',
    causes: [
      ['a path of an older guide', 'шлях зі старішого посібника'],
      ['the content type is left to the HTTP library', 'тип вмісту визначає HTTP-бібліотека'],
    ],
  },
  'REQUEST-03': {
    says: 'Authorization містить токен сесії й не поєднується з іншими обліковими даними',
    fix: 'Надсилайте або Authorization: bearer з токеном сесії, або CX-Authorization з порожнім Authorization.',
    causes: [
      [
        'one HTTP client with default headers serves both schemes',
        'один HTTP-клієнт із типовими заголовками обслуговує обидві схеми',
      ],
      ['a gateway adds its own Authorization', 'шлюз додає власний Authorization'],
    ],
  },
  'REQUEST-04': {
    says: 'зовнішні ідентифікатори унікальні: один користувач, один ідентифікатор',
    fix: 'Надайте кожному користувачу власний зовнішній ідентифікатор.',
    causes: [
      [
        'the external id is that of a household or a contract',
        'зовнішній ідентифікатор належить родині або договору',
      ],
    ],
  },
};
