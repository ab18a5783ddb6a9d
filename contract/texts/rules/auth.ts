import type { TextsOf } from './rule-text.js';

export const authTexts: TextsOf<'AUTH'> = {
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
        'токен відхилено: у сервісі застарілий ключ DCM або збивається годинник',
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
    fix: 'Відповідайте з пам’яті або локального сховища: кешуйте JWKS, не звертайтеся за ключами чи секретами здалеку під час запиту.',
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
  'AUTH-05': {
    says: 'токен про об’єкт, якого банк не знає або не дозволяє, отримує 401',
    fix: 'Повертайте 401, якщо жоден користувач не має логіна (/user_auth) чи зовнішнього ідентифікатора (/key, /external_id) з поля obj.',
    causes: [
      [
        'an unknown user is answered with 404, 400 or an empty 200',
        'на невідомого користувача відповідають 404, 400 або порожнім 200',
      ],
      [
        'the claim obj is not looked at: one user is served for all',
        'поле obj не читають: для всіх повертають одного користувача',
      ],
      ['an unknown user is created on the fly', 'невідомого користувача створюють на льоту'],
    ],
  },
  'AUTH-06': {
    says: 'суб’єкт, який не має права діяти щодо об’єкта, отримує 401',
    fix: 'Звіряйте поле sub із переліком працівників і технічних користувачів, яким дозволено діяти; іншим повертайте 401.',
    causes: [
      ['the claim sub is not looked at', 'поле sub не перевіряють'],
      ['every e-mail of the own domain is allowed', 'дозволено будь-яку адресу власного домену'],
      ['the refusal is 403 instead of 401', 'відмова має код 403 замість 401'],
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
  'AUTH-08': {
    says: 'відмова не містить секретів: секрет отримує лише той, кому банк дозволяє',
    fix: 'Не додавайте секретів ні до тіла й заголовків відмов, ні до текстів помилок.',
    causes: [
      [
        'the answer is filled before the token is checked, and only the status is changed',
        'відповідь заповнюють до перевірки токена, а потім змінюють лише код',
      ],
      [
        'an error page of the framework shows the request or the configuration',
        'сторінка помилки фреймворку показує запит або конфігурацію',
      ],
    ],
  },
  'AUTH-12': {
    says: 'відмова не має поля key',
    fix: 'Залиште поле key для секретів, а коди помилок називайте інакше.',
    causes: [
      [
        'the key of a message for translation travels in the member key',
        'у полі key передають ключ повідомлення для перекладу',
      ],
      [
        'the body of the permitted answer is sent with the status of a refusal',
        'тіло дозвільної відповіді надсилають із кодом відмови',
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
