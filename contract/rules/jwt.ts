import { anyError, decodedOnly } from './causes.js';
import { rules } from './rule.js';

/** Tokens that the authorization service receives: signature, algorithm, claims. */
export const jwtRules = rules({
  'JWT-01': {
    level: 'must',
    says: { en: 'a request without a token is answered with 401', uk: 'запит без токена отримує 401' },
    fix: {
      en: 'Answer 401 when the header X-Session-ID is missing or empty.',
      uk: 'Повертайте 401, якщо заголовок X-Session-ID відсутній або порожній.',
    },
    causes: [
      {
        en: 'the check runs only when the header is present',
        uk: 'перевірка працює лише тоді, коли заголовок є',
      },
      {
        en: 'a missing header is a validation error with 400',
        uk: 'відсутній заголовок дає помилку валідації 400',
      },
    ],
    source: 'D BAUTH',
    step: 1,
  },
  'JWT-02': {
    level: 'must',
    says: {
      en: "a token that DCM's key did not sign is answered with 401",
      uk: 'токен, не підписаний ключем DCM, отримує 401',
    },
    fix: {
      en: 'Verify the signature with the key of the JWKS that has the kid of the token header, before reading any claim.',
      uk: 'Перевіряйте підпис ключем із JWKS, kid якого вказано в заголовку токена, перш ніж читати будь-яке поле.',
    },
    causes: [
      decodedOnly,
      {
        en: 'verification is switched off in the test configuration',
        uk: 'у тестовій конфігурації перевірку вимкнено',
      },
    ],
    source: 'D JWTF',
    step: 1,
  },
  'JWT-04': {
    level: 'must',
    says: {
      en: 'a token changed after signing is answered with 401',
      uk: 'токен, змінений після підписання, отримує 401',
    },
    fix: {
      en: 'Verify the signature over the received header and payload as they came.',
      uk: 'Перевіряйте підпис над заголовком і вмістом саме в тому вигляді, у якому вони надійшли.',
    },
    causes: [
      decodedOnly,
      {
        en: 'the token is cached by a part of it, e.g. by its signature',
        uk: 'токен кешують за його частиною, наприклад за підписом',
      },
    ],
    source: 'RFC 7515',
    step: 1,
  },
  'JWT-05': {
    level: 'must',
    says: {
      en: 'only the algorithm of the published key is accepted: none and HMAC are answered with 401',
      uk: 'приймається лише алгоритм опублікованого ключа: none і HMAC отримують 401',
    },
    fix: {
      en: 'Give the JWT library the list of allowed algorithms (RS256); never take it from the token alone.',
      uk: 'Задайте JWT-бібліотеці перелік дозволених алгоритмів (RS256); ніколи не беріть алгоритм лише з токена.',
    },
    causes: [
      {
        en: 'the library takes the algorithm from the token header',
        uk: 'бібліотека бере алгоритм із заголовка токена',
      },
      { en: 'an old version of the library accepts none', uk: 'стара версія бібліотеки приймає none' },
      {
        en: 'the public key is handed over as a text, so HMAC works with it',
        uk: 'публічний ключ передано як текст, тож він підходить для HMAC',
      },
    ],
    source: 'RFC 7515',
    step: 1,
  },
  'JWT-08': {
    level: 'must',
    says: { en: 'what is not a JWT is answered with 401', uk: 'те, що не є JWT, отримує 401' },
    fix: {
      en: 'Treat any error while reading the token as a refusal: 401, not 400 or 500.',
      uk: 'Вважайте будь-яку помилку читання токена відмовою: 401, а не 400 чи 500.',
    },
    causes: [anyError],
    source: 'D BAUTH',
    step: 1,
  },
  'JWT-13': {
    level: 'must',
    says: { en: 'a token without the claim obj is answered with 401', uk: 'токен без поля obj отримує 401' },
    fix: {
      en: 'Require the documented claims; a token that names no object permits nothing.',
      uk: 'Вимагайте задокументованих полів; токен, що не називає об’єкта, нічого не дозволяє.',
    },
    causes: [
      { en: 'a missing obj falls back to sub', uk: 'замість відсутнього obj береться sub' },
      {
        en: 'the lookup of undefined ends with an error 500',
        uk: 'пошук за порожнім значенням завершується помилкою 500',
      },
    ],
    source: 'D JWTF',
    step: 1,
  },
});
