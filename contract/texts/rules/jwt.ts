import type { Cause, TextsOf } from './rule-text.js';

const decodedOnly: Cause = [
  'the token is decoded but its signature is not verified',
  'токен лише декодують, а підпис не перевіряють',
];
const anyError: Cause = [
  'an error of the JWT library ends as 400 or 500 instead of 401',
  'помилка JWT-бібліотеки перетворюється на 400 або 500 замість 401',
];

export const jwtTexts: TextsOf<'JWT'> = {
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
  'JWT-03': {
    says: 'токен, kid якого в JWKS немає або вже немає, отримує 401',
    fix: 'Обирайте ключ за повним kid з останнього завантаженого JWKS DCM; якщо такого ключа немає й після оновлення, повертайте 401.',
    causes: [
      ['without a match the first key of the set is used', 'якщо збігу немає, береться перший ключ набору'],
      [
        'fetched keys are added to those known before, and none is ever removed',
        'завантажені ключі додають до відомих раніше, і жодного ніколи не вилучають',
      ],
      [
        'the kid is compared in part, or without regard to case',
        'kid порівнюють частково або без урахування регістру',
      ],
      decodedOnly,
      anyError,
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
  'JWT-09': {
    says: 'токен, підписаний опублікованим ключем DCM, приймається',
    fix: 'Візьміть ключ DCM із JWKS (або з переданого файлу) і знаходьте його за kid.',
    causes: [
      [
        'the service still holds another key than the one of this DCM',
        'сервіс має інший ключ, ніж у цього DCM',
      ],
      [
        "the bank's clock is off, so that iat lies in its future",
        'годинник банку відстає, тож iat для нього ще не настав',
      ],
      [
        'claims are demanded that DCM does not send, e.g. iss or aud',
        'вимагаються поля, яких DCM не надсилає, наприклад iss чи aud',
      ],
      [
        'the JWKS address is wrong or blocked by a firewall',
        'адреса JWKS неправильна або закрита мережевим екраном',
      ],
    ],
  },
  'JWT-10': {
    says: 'банк завантажує JWKS DCM',
    fix: 'Завантажуйте GET /api/v1/.well-known/jwks.json і кешуйте, щоб підхопити заміну ключа.',
    causes: [
      ['the key is a file in the configuration', 'ключ лежить файлом у конфігурації'],
      [
        "the base URL of DCM in the bank's configuration is another one",
        'у конфігурації банку інша базова адреса DCM',
      ],
    ],
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
  'JWT-15': {
    says: 'токен, який не називає ключа (kid порожній або відсутній), отримує 401',
    fix: 'Вимагайте kid у заголовку токена; не беріть замість нього єдиний відомий ключ.',
    causes: [
      [
        'a JWT library takes the only key of the set when the token has no kid',
        'JWT-бібліотека бере єдиний ключ набору, якщо токен не має kid',
      ],
    ],
  },
};
