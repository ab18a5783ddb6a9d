import { rules } from './rule.js';

/** The times in a token: iat and exp. */
export const jwtTimeRules = rules({
  'JWT-06': {
    level: 'should',
    says: {
      en: "a token's lifetime does not exceed 1200 seconds",
      uk: 'строк дії токена не перевищує 1200 секунд',
    },
    fix: {
      en: 'Set exp at most 1200 seconds after iat.',
      uk: 'Установлюйте exp не пізніше ніж через 1200 секунд після iat.',
    },
    causes: [
      {
        en: 'exp is in milliseconds or was calculated in minutes',
        uk: 'exp указано в мілісекундах або обчислено у хвилинах',
      },
      {
        en: "the library's default, e.g. one hour, was not changed",
        uk: 'залишено типове значення бібліотеки, наприклад одну годину',
      },
    ],
    source: 'D OV',
    step: 12,
  },
  'JWT-07': {
    level: 'must',
    says: { en: 'an expired token is refused with 401', uk: 'сервіс відповідає 401 на прострочений токен' },
    fix: {
      en: 'Compare exp with the current time, allow a few seconds of skew, and return 401 when it has passed.',
      uk: 'Порівнюйте exp із поточним часом із допуском у кілька секунд; якщо строк минув, повертайте 401.',
    },
    causes: [
      { en: 'the claim exp is not checked', uk: 'поле exp не перевіряють' },
      {
        en: 'the leeway is in minutes or hours instead of seconds',
        uk: 'допуск задано у хвилинах чи годинах замість секунд',
      },
      {
        en: 'accepted tokens are remembered longer than they are valid',
        uk: 'прийняті токени пам’ятають довше, ніж вони чинні',
      },
      { en: 'seconds are compared with milliseconds', uk: 'секунди порівнюють із мілісекундами' },
    ],
    source: 'RFC 7519',
    step: 1,
  },
  'JWT-11': {
    level: 'should',
    says: {
      en: 'a token whose times are off by no more than the declared leeway is accepted',
      uk: 'сервіс приймає токен, час якого відхиляється не більше ніж на заявлений допуск',
    },
    fix: {
      en: 'Allow the declared clock skew (bank.leeway_s) when you compare iat and exp with the current time.',
      uk: 'Порівнюючи iat та exp із поточним часом, допускайте заявлене розходження годинників (bank.leeway_s).',
    },
    causes: [
      { en: 'the service does not allow any skew', uk: 'сервіс не допускає жодного розходження' },
      {
        en: 'bank.leeway_s is larger than the leeway configured in the service',
        uk: 'значення bank.leeway_s більше за допуск, налаштований у сервісі',
      },
      { en: "the bank's clock is wrong", uk: 'годинник банку показує неточний час' },
    ],
    source: 'A',
    step: 1,
    reading: { unknown: 'U-06' },
  },
  'JWT-12': {
    level: 'should',
    says: {
      en: 'a token whose iat is further in the future than the leeway is refused with 401',
      uk: 'сервіс відповідає 401 на токен, iat якого в майбутньому далі, ніж дозволяє допуск',
    },
    fix: {
      en: 'Refuse tokens whose iat is later than the current time plus the leeway.',
      uk: 'Відхиляйте токени, у яких iat пізніший за поточний час плюс допуск.',
    },
    causes: [
      {
        en: 'the JWT library checks exp and nbf, but not iat',
        uk: 'JWT-бібліотека перевіряє exp та nbf, але не iat',
      },
    ],
    source: 'A',
    step: 1,
    reading: { unknown: 'U-06' },
  },
  'JWT-19': {
    level: 'should',
    says: {
      en: 'a token is accepted until it expires, whatever its age, if it lives for no more than 1200 seconds',
      uk: 'сервіс приймає токен, доки не мине строк його дії, незалежно від віку, якщо цей строк не перевищує 1200 секунд',
    },
    fix: {
      en: 'Let exp decide, and do not demand that a token is new or lives for a certain time. The documentation recommends a limit of 1200 seconds and names no lower one.',
      uk: 'Покладайтеся на exp і не вимагайте, щоб токен був новим або мав певний строк дії. Документація рекомендує обмеження 1200 секунд і не називає меншого.',
    },
    causes: [
      {
        en: 'tokens older than a minute are refused, because those of a test were always new',
        uk: 'токени, старші за хвилину, відхиляють, бо під час перевірок вони завжди були нові',
      },
      {
        en: 'the library has a limit of its own for the age of a token (maxTokenAge)',
        uk: 'бібліотека має власне обмеження віку токена (maxTokenAge)',
      },
    ],
    source: 'D OV',
    step: 1,
    reading: { unknown: 'U-06' },
  },
  'JWT-14': {
    level: 'should',
    says: {
      en: 'a token without the claim exp is refused with 401',
      uk: 'сервіс відповідає 401 на токен без поля exp',
    },
    fix: {
      en: 'Require exp: a token without it would be valid forever.',
      uk: 'Вимагайте exp: токен без нього був би чинний завжди.',
    },
    causes: [
      {
        en: 'the JWT library checks exp only when it is present',
        uk: 'JWT-бібліотека перевіряє exp, лише якщо воно є',
      },
    ],
    source: 'A',
    step: 1,
  },
});
