import { refusalTexts } from './refusal.js';
import type { TextsOf } from './rule-text.js';

export const authTexts: TextsOf<'AUTH'> = {
  ...refusalTexts,
  'AUTH-01': {
    says: 'GET /user_auth із чинним токеном і відомим логіном повертає 200 з external_id та key',
    fix: 'Шукайте користувача за логіном із поля obj токена й повертайте 200 з JSON-полями external_id та key.',
    causes: [
      [
        'the user is looked up by external id or by sub, not by the login in obj',
        'користувача шукають за зовнішнім ідентифікатором або за sub, а не за логіном з obj',
      ],
      [
        'the secret of this user was not created in the store that the service reads',
        'секрет цього користувача не створено у сховищі, яке читає сервіс',
      ],
      [
        "the token is refused: DCM's key in the service is an old one, or its clock is off",
        'токен відхилено: сервіс має застарілий ключ DCM або його годинник показує неточний час',
      ],
      [
        'a gateway in front drops the header X-Session-ID',
        'шлюз перед сервісом відкидає заголовок X-Session-ID',
      ],
    ],
  },
  'AUTH-02': {
    says: 'GET /key із чинним токеном і відомим зовнішнім ідентифікатором повертає 200 з key',
    fix: 'Шукайте користувача за зовнішнім ідентифікатором із поля obj і повертайте 200 з JSON-полем key.',
    causes: [
      [
        'the user is looked up by login, but obj holds the external id here',
        'користувача шукають за логіном, а в obj тут зовнішній ідентифікатор',
      ],
      ['no secret exists for this external id', 'для цього зовнішнього ідентифікатора немає секрету'],
      [
        'the secret is answered under another name or as plain text',
        'секрет повертається під іншою назвою або звичайним текстом',
      ],
    ],
  },
  'AUTH-03': {
    says: 'GET /external_id із чинним токеном і відомим зовнішнім ідентифікатором повертає 200 з тим самим external_id',
    fix: 'Шукайте користувача за зовнішнім ідентифікатором із поля obj і повертайте 200 з JSON-полем external_id.',
    causes: [
      [
        'the user is looked up by login, but obj holds the external id here',
        'користувача шукають за логіном, а в obj тут зовнішній ідентифікатор',
      ],
      [
        'another id of the user is answered, e.g. a row number',
        'повертається інший ідентифікатор, наприклад номер рядка',
      ],
    ],
  },
  'AUTH-04': {
    says: 'кожен метод відповідає щонайбільше за 1 секунду',
    fix: 'Відповідайте з пам’яті або локального сховища: кешуйте JWKS, не звертайтеся під час запиту до віддалених сервісів по ключі чи секрети.',
    causes: [
      ['the JWKS is fetched for every request', 'JWKS завантажується під час кожного запиту'],
      [
        'the secret comes from a remote vault without a cache',
        'секрет надходить із віддаленого сховища без кешу',
      ],
      [
        'the first request after a start warms everything up',
        'перший запит після запуску прогріває весь сервіс',
      ],
    ],
  },
  'AUTH-07': {
    says: 'external_id є текстом від 1 до 500 символів',
    fix: 'Зберігайте зовнішні ідентифікатори як тексти щонайбільше з 500 символів.',
    causes: [
      ['the id is a number in JSON', 'у JSON ідентифікатор є числом'],
      [
        'the id is composed of several fields and grows too long',
        'ідентифікатор складено з кількох полів, тому він задовгий',
      ],
    ],
  },
  'AUTH-10': {
    says: 'відповідь стосується користувача, названого в токені, навіть коли водночас запитують про кількох',
    fix: 'Не зберігайте дані запиту у спільних змінних; шукайте користувача за полем obj саме цього токена.',
    causes: [
      [
        'the user of a request is kept in a variable that all requests share',
        'користувача запиту зберігають у змінній, спільній для всіх запитів',
      ],
      ['answers are cached under a key that lacks obj', 'відповіді кешують за ключем, який не містить obj'],
    ],
  },
  'AUTH-11': {
    says: 'відповіді сервісу авторизації позначено як JSON',
    fix: 'Відповідайте із заголовком Content-Type: application/json.',
    causes: [
      [
        'the body is written as a text, and the framework declares it as one',
        'тіло записують як текст, і фреймворк так його й позначає',
      ],
    ],
  },
  'AUTH-09': {
    says: 'first_name, last_name, email і phone, якщо їх надає /user_auth, є текстами',
    fix: 'Надавайте необов’язкові поля як тексти JSON або не надавайте їх.',
    causes: [
      ['a phone number is kept as a number', 'номер телефону зберігається як число'],
      ['a member without a value is answered as null', 'поле без значення передається як null'],
    ],
  },
};
