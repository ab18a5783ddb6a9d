import { anyError, decodedOnly } from './jwt-causes.js';
import { jwtKeyTexts } from './jwt-key.js';
import type { TextsOf } from './rule-text.js';

export const jwtTexts: TextsOf<'JWT'> = {
  ...jwtKeyTexts,
  'JWT-01': {
    says: 'запит без токена отримує 401',
    fix: 'Повертайте 401, якщо заголовок X-Session-ID відсутній або порожній.',
    causes: [
      ['the check runs only when the header is present', 'перевірка працює лише тоді, коли заголовок є'],
      ['a missing header is a validation error with 400', 'відсутній заголовок дає помилку валідації 400'],
    ],
  },
  'JWT-02': {
    says: 'токен, не підписаний ключем DCM, отримує 401',
    fix: 'Перевіряйте підпис ключем із JWKS, kid якого вказано в заголовку токена, перш ніж читати будь-яке поле.',
    causes: [
      decodedOnly,
      [
        'verification is switched off in the test configuration',
        'у тестовій конфігурації перевірку вимкнено',
      ],
    ],
  },
  'JWT-04': {
    says: 'токен, змінений після підписання, отримує 401',
    fix: 'Перевіряйте підпис над заголовком і вмістом саме в тому вигляді, у якому вони надійшли.',
    causes: [
      decodedOnly,
      [
        'the token is cached by a part of it, e.g. by its signature',
        'токен кешують за його частиною, наприклад за підписом',
      ],
    ],
  },
  'JWT-05': {
    says: 'приймається лише алгоритм опублікованого ключа: none і HMAC отримують 401',
    fix: 'Задайте JWT-бібліотеці перелік дозволених алгоритмів (RS256); ніколи не беріть алгоритм лише з токена.',
    causes: [
      [
        'the library takes the algorithm from the token header',
        'бібліотека бере алгоритм із заголовка токена',
      ],
      ['an old version of the library accepts none', 'стара версія бібліотеки приймає none'],
      [
        'the public key is handed over as a text, so HMAC works with it',
        'публічний ключ передано як текст, тож він підходить для HMAC',
      ],
    ],
  },
  'JWT-06': {
    says: 'строк дії токена не перевищує 1200 секунд',
    fix: 'Встановлюйте exp щонайбільше через 1200 секунд після iat.',
    causes: [
      [
        'exp is in milliseconds, or computed in minutes',
        'exp указано в мілісекундах або обчислено у хвилинах',
      ],
      [
        'a default of the library, e.g. one hour, was left',
        'залишено типове значення бібліотеки, наприклад годину',
      ],
    ],
  },
  'JWT-07': {
    says: 'прострочений токен отримує 401',
    fix: 'Порівнюйте exp із годинником із допуском у кілька секунд; якщо час минув, повертайте 401.',
    causes: [
      ['the claim exp is not checked', 'поле exp не перевіряють'],
      [
        'the leeway is in minutes or hours instead of seconds',
        'допуск задано у хвилинах чи годинах замість секунд',
      ],
      ['seconds are compared with milliseconds', 'секунди порівнюють із мілісекундами'],
    ],
  },
  'JWT-08': {
    says: 'те, що не є JWT, отримує 401',
    fix: 'Вважайте будь-яку помилку читання токена відмовою: 401, а не 400 чи 500.',
    causes: [anyError],
  },
  'JWT-11': {
    says: 'токен приймається, поки його час відхиляється не більше ніж на заявлений допуск',
    fix: 'Порівнюючи iat та exp із годинником, дозволяйте заявлене розходження (bank.leeway_s).',
    causes: [
      ['the service allows no skew at all', 'сервіс не допускає жодного розходження'],
      ['bank.leeway_s declares more than is configured', 'bank.leeway_s заявляє більше, ніж налаштовано'],
      ["the bank's clock is off", 'годинник банку показує неточний час'],
    ],
  },
  'JWT-12': {
    says: 'токен, виданий у майбутньому поза допуском, отримує 401',
    fix: 'Відхиляйте токени, у яких iat пізніший за поточний час плюс допуск.',
    causes: [['libraries check exp and nbf, but not iat', 'бібліотеки перевіряють exp та nbf, але не iat']],
  },
  'JWT-13': {
    says: 'токен без поля obj отримує 401',
    fix: 'Вимагайте задокументованих полів; токен, що не називає об’єкта, нічого не дозволяє.',
    causes: [
      ['a missing obj falls back to sub', 'замість відсутнього obj береться sub'],
      [
        'the lookup of undefined ends with an error 500',
        'пошук за порожнім значенням завершується помилкою 500',
      ],
    ],
  },
  'JWT-14': {
    says: 'токен без поля exp отримує 401',
    fix: 'Вимагайте exp: токен без кінця строку діяв би завжди.',
    causes: [
      [
        'the JWT library checks exp only when it is there',
        'JWT-бібліотека перевіряє exp лише тоді, коли воно є',
      ],
    ],
  },
};
