import type { Said } from '../texts/said.js';
import { rules } from './rule.js';

const perRequest: Said = {
  en: 'the value is generated again for each request or after each restart',
  uk: 'значення створюють заново для кожного запиту або після кожного перезапуску',
};
/** Secrets behind the authorization service. */
export const keyRules = rules({
  'KEY-01': {
    level: 'must',
    says: {
      en: 'GET /key returns two different, non-empty secrets for the two key keepers',
      uk: 'GET /key повертає два різні непорожні секрети для двох хранителів ключів',
    },
    fix: {
      en: 'Register one secret for each key keeper (identification, processing), and look it up by the external id.',
      uk: 'Зареєструйте секрет для кожного хранителя ключа (ідентифікації та процесингу) і шукайте його за зовнішнім ідентифікатором.',
    },
    causes: [
      { en: 'only one of the key keepers has a secret', uk: 'секрет має лише один із хранителів ключів' },
      {
        en: 'both are mapped to the same user of the bank',
        uk: 'обом відповідає той самий користувач банку',
      },
      {
        en: "the external ids in bank.yaml differ from those in the bank's store",
        uk: 'зовнішні ідентифікатори в bank.yaml не збігаються з тими, що у сховищі банку',
      },
    ],
    source: 'D PLAN',
    step: 7,
  },
  'KEY-02': {
    level: 'should',
    says: {
      en: "a user's secret is the same in every response",
      uk: 'секрет користувача однаковий у кожній відповіді',
    },
    fix: {
      en: 'Store the secret instead of generating one for each request: DCM decrypts the seed of the digital entity with it.',
      uk: 'Зберігайте секрет, а не створюйте його для кожного запиту: за його допомогою DCM розшифровує seed цифрової сутності.',
    },
    causes: [
      perRequest,
      {
        en: 'each of several instances has its own store',
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
      en: 'a customer has one secret: /user_auth and /key return the same value',
      uk: 'клієнт має один секрет: /user_auth і /key повертають те саме значення',
    },
    fix: {
      en: 'Return the same stored secret from both methods.',
      uk: 'Повертайте з обох методів той самий збережений секрет.',
    },
    causes: [
      {
        en: 'the methods read from different stores or columns',
        uk: 'методи читають із різних сховищ чи стовпців',
      },
      perRequest,
      {
        en: 'one of them returns the secret encoded, e.g. in base64',
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
      en: 'Generate a random secret for each customer.',
      uk: 'Створюйте для кожного клієнта випадковий секрет.',
    },
    causes: [
      {
        en: 'the bank returns one secret for everyone',
        uk: 'банк повертає для всіх один секрет',
      },
      {
        en: 'the secret is derived from data that customers share',
        uk: 'секрет обчислюють зі спільних для клієнтів даних',
      },
    ],
    source: 'A',
    step: 14,
    reading: { unknown: 'U-14' },
  },
  'KEY-05': {
    level: 'must',
    says: {
      en: 'a secret is available as soon as the bank officer creates it, and not before',
      uk: 'секрет доступний одразу після того, як його створив працівник банку, але не раніше',
    },
    fix: {
      en: 'Give the bank officer a way to create secrets, and have the authorization service read from the same store.',
      uk: 'Надайте працівникові банку засіб для створення секретів; сервіс авторизації має читати з того самого сховища.',
    },
    causes: [
      {
        en: 'the service caches refusals or the list of users',
        uk: 'сервіс кешує відмови або перелік користувачів',
      },
      {
        en: 'the bank officer and the service use different databases',
        uk: 'працівник банку й сервіс користуються різними базами даних',
      },
      {
        en: 'a secret is created on the first request for it',
        uk: 'секрет створюють під час першого запиту',
      },
    ],
    source: 'D PLAN',
    step: 6,
  },
  'KEY-06': {
    level: 'should',
    says: {
      en: "a user's external id is the same in every response",
      uk: 'зовнішній ідентифікатор користувача однаковий у кожній відповіді',
    },
    fix: {
      en: 'Store the external id with the user instead of generating one for each request.',
      uk: 'Зберігайте зовнішній ідентифікатор разом із користувачем, а не створюйте його для кожного запиту.',
    },
    causes: [perRequest],
    source: 'A',
    step: 14,
    reading: { unknown: 'U-15' },
  },
});
