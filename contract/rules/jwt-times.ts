import { rules } from './rule.js';

/** The times in a token. */
export const jwtTimeRules = rules({
  'JWT-06': {
    level: 'should',
    says: {
      en: 'the lifetime of a token does not exceed 1200 seconds',
      uk: 'строк дії токена не перевищує 1200 секунд',
    },
    fix: {
      en: 'Set exp at most 1200 seconds after iat.',
      uk: 'Встановлюйте exp щонайбільше через 1200 секунд після iat.',
    },
    causes: [
      {
        en: 'exp is in milliseconds, or computed in minutes',
        uk: 'exp указано в мілісекундах або обчислено у хвилинах',
      },
      {
        en: 'a default of the library, e.g. one hour, was left',
        uk: 'залишено типове значення бібліотеки, наприклад годину',
      },
    ],
    source: 'D OV',
    step: 12,
  },
  'JWT-07': {
    level: 'must',
    says: { en: 'a token that has expired is answered with 401', uk: 'прострочений токен отримує 401' },
    fix: {
      en: 'Compare exp with the clock, allowing a few seconds of skew, and answer 401 when it has passed.',
      uk: 'Порівнюйте exp із годинником із допуском у кілька секунд; якщо час минув, повертайте 401.',
    },
    causes: [
      { en: 'the claim exp is not checked', uk: 'поле exp не перевіряють' },
      {
        en: 'the leeway is in minutes or hours instead of seconds',
        uk: 'допуск задано у хвилинах чи годинах замість секунд',
      },
      { en: 'seconds are compared with milliseconds', uk: 'секунди порівнюють із мілісекундами' },
    ],
    source: 'RFC 7519',
    step: 1,
  },
  'JWT-11': {
    level: 'should',
    says: {
      en: 'a token is accepted as long as its times are off by no more than the declared leeway',
      uk: 'токен приймається, поки його час відхиляється не більше ніж на заявлений допуск',
    },
    fix: {
      en: 'Allow the declared clock skew (bank.leeway_s) when comparing iat and exp with the clock.',
      uk: 'Порівнюючи iat та exp із годинником, дозволяйте заявлене розходження (bank.leeway_s).',
    },
    causes: [
      { en: 'the service allows no skew at all', uk: 'сервіс не допускає жодного розходження' },
      {
        en: 'bank.leeway_s declares more than is configured',
        uk: 'bank.leeway_s заявляє більше, ніж налаштовано',
      },
      { en: "the bank's clock is off", uk: 'годинник банку показує неточний час' },
    ],
    source: 'A',
    step: 1,
    reading: { unknown: 'U-06' },
  },
  'JWT-12': {
    level: 'should',
    says: {
      en: 'a token issued in the future beyond the leeway is answered with 401',
      uk: 'токен, виданий у майбутньому поза допуском, отримує 401',
    },
    fix: {
      en: 'Refuse tokens whose iat is later than the clock plus the leeway.',
      uk: 'Відхиляйте токени, у яких iat пізніший за поточний час плюс допуск.',
    },
    causes: [
      { en: 'libraries check exp and nbf, but not iat', uk: 'бібліотеки перевіряють exp та nbf, але не iat' },
    ],
    source: 'A',
    step: 1,
    reading: { unknown: 'U-06' },
  },
  'JWT-14': {
    level: 'should',
    says: { en: 'a token without the claim exp is answered with 401', uk: 'токен без поля exp отримує 401' },
    fix: {
      en: 'Demand exp: a token that names no end would be good for ever.',
      uk: 'Вимагайте exp: токен без кінця строку діяв би завжди.',
    },
    causes: [
      {
        en: 'the JWT library checks exp only when it is there',
        uk: 'JWT-бібліотека перевіряє exp лише тоді, коли воно є',
      },
    ],
    source: 'A',
    step: 1,
  },
});
