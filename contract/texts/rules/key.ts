import type { Cause, TextsOf } from './rule-text.js';

const perRequest: Cause = [
  'the value is made anew for each request or after each restart',
  'значення створюється заново для кожного запиту або після перезапуску',
];

export const keyTexts: TextsOf<'KEY'> = {
  'KEY-01': {
    says: 'GET /key видає два різні непорожні секрети для двох хранителів ключів',
    fix: 'Зареєструйте по одному секрету на кожного хранителя ключа (ідентифікації та процесингу) і шукайте його за зовнішнім ідентифікатором.',
    causes: [
      ['only one of the key keepers has a secret', 'секрет має лише один із хранителів ключів'],
      ['both are mapped to the same user of the bank', 'обох зіставлено з одним користувачем банку'],
      [
        "the external ids in bank.yaml are not those of the bank's store",
        'зовнішні ідентифікатори в bank.yaml не збігаються з тими, що у сховищі банку',
      ],
    ],
  },
  'KEY-02': {
    says: 'секрет користувача однаковий під час кожного виклику',
    fix: 'Зберігайте секрет, а не створюйте його для кожного запиту: ним DCM розшифровує seed цифрової сутності.',
    causes: [
      perRequest,
      ['several instances each have a store of their own', 'кожен із кількох екземплярів має власне сховище'],
    ],
  },
  'KEY-03': {
    says: 'клієнт має один секрет: /user_auth і /key повертають те саме',
    fix: 'Повертайте в обох методах той самий збережений секрет.',
    causes: [
      ['the two methods read different stores or columns', 'два методи читають різні сховища чи стовпці'],
      perRequest,
      [
        'one of them answers the secret encoded, e.g. in base64',
        'один із них повертає секрет закодованим, наприклад у base64',
      ],
    ],
  },
  'KEY-04': {
    says: 'секрети різних клієнтів різні',
    fix: 'Створюйте для кожного клієнта випадковий секрет.',
    causes: [
      ['one secret of the bank is answered for everybody', 'для всіх повертається один секрет банку'],
      [
        'the secret is derived from something that customers share',
        'секрет обчислено з того, що в клієнтів спільне',
      ],
    ],
  },
  'KEY-05': {
    says: 'секрет, створений працівником банку, видається одразу, але не раніше',
    fix: 'Надайте працівнику банку спосіб створювати секрети; сервіс авторизації має читати те саме сховище.',
    causes: [
      ['the service caches refusals or the list of users', 'сервіс кешує відмови або перелік користувачів'],
      ['officer and service use different databases', 'працівник і сервіс користуються різними базами'],
      ['a secret is made when it is first asked for', 'секрет створюється під час першого запиту'],
    ],
  },
  'KEY-06': {
    says: 'зовнішній ідентифікатор користувача не змінюється між викликами',
    fix: 'Зберігайте зовнішній ідентифікатор разом із користувачем, а не створюйте його для кожного запиту.',
    causes: [perRequest],
  },
};
