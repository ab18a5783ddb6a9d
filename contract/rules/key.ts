import type { Said } from '../texts/said.js';
import { rules } from './rule.js';

const perRequest: Said = {
  en: 'the value is made anew for each request or after each restart',
  uk: 'значення створюється заново для кожного запиту або після перезапуску',
};
/** Secrets behind the authorization service. */
export const keyRules = rules({
  'KEY-01': {
    level: 'must',
    says: {
      en: 'GET /key yields two different, non-empty secrets for the two key keepers',
      uk: 'GET /key видає два різні непорожні секрети для двох хранителів ключів',
    },
    fix: {
      en: 'Register one secret per key keeper (identification, processing) and look it up by the external id.',
      uk: 'Зареєструйте по одному секрету на кожного хранителя ключа (ідентифікації та процесингу) і шукайте його за зовнішнім ідентифікатором.',
    },
    causes: [
      { en: 'only one of the key keepers has a secret', uk: 'секрет має лише один із хранителів ключів' },
      {
        en: 'both are mapped to the same user of the bank',
        uk: 'обох зіставлено з одним користувачем банку',
      },
      {
        en: "the external ids in bank.yaml are not those of the bank's store",
        uk: 'зовнішні ідентифікатори в bank.yaml не збігаються з тими, що у сховищі банку',
      },
    ],
    source: 'D PLAN',
    step: 7,
  },
  'KEY-02': {
    level: 'should',
    says: {
      en: 'the secret of a user is the same at every call',
      uk: 'секрет користувача однаковий під час кожного виклику',
    },
    fix: {
      en: 'Store the secret; do not make one per request: DCM decrypts the seed of the entity with it.',
      uk: 'Зберігайте секрет, а не створюйте його для кожного запиту: ним DCM розшифровує seed цифрової сутності.',
    },
    causes: [
      perRequest,
      {
        en: 'several instances each have a store of their own',
        uk: 'кожен із кількох екземплярів має власне сховище',
      },
    ],
    source: 'A',
    step: 7,
    reading: { unknown: 'U-14' },
  },
  'KEY-03': {
    level: 'must',
    says: {
      en: 'a customer has one secret: /user_auth and /key give the same',
      uk: 'клієнт має один секрет: /user_auth і /key повертають те саме',
    },
    fix: {
      en: 'Answer the same stored secret in both methods.',
      uk: 'Повертайте в обох методах той самий збережений секрет.',
    },
    causes: [
      {
        en: 'the two methods read different stores or columns',
        uk: 'два методи читають різні сховища чи стовпці',
      },
      perRequest,
      {
        en: 'one of them answers the secret encoded, e.g. in base64',
        uk: 'один із них повертає секрет закодованим, наприклад у base64',
      },
    ],
    source: 'D CUS',
    step: 14,
  },
  'KEY-04': {
    level: 'should',
    says: { en: 'secrets of different customers differ', uk: 'секрети різних клієнтів різні' },
    fix: {
      en: 'Make a random secret for each customer.',
      uk: 'Створюйте для кожного клієнта випадковий секрет.',
    },
    causes: [
      {
        en: 'one secret of the bank is answered for everybody',
        uk: 'для всіх повертається один секрет банку',
      },
      {
        en: 'the secret is derived from something that customers share',
        uk: 'секрет обчислено з того, що в клієнтів спільне',
      },
    ],
    source: 'A',
    step: 14,
    reading: { unknown: 'U-14' },
  },
  'KEY-05': {
    level: 'must',
    says: {
      en: 'a secret that the bank officer creates is served at once, and not before',
      uk: 'секрет, створений працівником банку, видається одразу, але не раніше',
    },
    fix: {
      en: 'Give the officer a way to create secrets and let the authorization service read the same store.',
      uk: 'Надайте працівнику банку спосіб створювати секрети; сервіс авторизації має читати те саме сховище.',
    },
    causes: [
      {
        en: 'the service caches refusals or the list of users',
        uk: 'сервіс кешує відмови або перелік користувачів',
      },
      {
        en: 'officer and service use different databases',
        uk: 'працівник і сервіс користуються різними базами',
      },
      { en: 'a secret is made when it is first asked for', uk: 'секрет створюється під час першого запиту' },
    ],
    source: 'D PLAN',
    step: 6,
  },
  'KEY-06': {
    level: 'should',
    says: {
      en: 'a user keeps the external id over calls',
      uk: 'зовнішній ідентифікатор користувача не змінюється між викликами',
    },
    fix: {
      en: 'Store the external id with the user; do not make one per request.',
      uk: 'Зберігайте зовнішній ідентифікатор разом із користувачем, а не створюйте його для кожного запиту.',
    },
    causes: [perRequest],
    source: 'A',
    step: 14,
    reading: { unknown: 'U-15' },
  },
});
