import { anyError, decodedOnly } from './causes.js';
import { rules } from './rule.js';

/** The key that a token is signed with. */
export const jwtKeyRules = rules({
  'JWT-03': {
    level: 'must',
    says: {
      en: 'a token whose kid is not, or is no longer, in the JWKS is refused with 401',
      uk: 'сервіс відповідає 401 на токен, kid якого в JWKS немає або вже немає',
    },
    fix: {
      en: 'Find the key by its full kid in the JWKS last fetched from DCM. If there is no such key even after a fresh fetch, return 401.',
      uk: 'Шукайте ключ за повним kid в останньому завантаженому JWKS DCM. Якщо такого ключа немає й після нового завантаження, повертайте 401.',
    },
    causes: [
      {
        en: 'if no key matches, the first key of the set is used',
        uk: 'якщо збігу немає, беруть перший ключ набору',
      },
      {
        en: 'fetched keys are added to the known ones, and keys are never removed',
        uk: 'завантажені ключі додають до відомих раніше й ніколи не вилучають',
      },
      {
        en: 'the kid is compared partially or without regard to case',
        uk: 'kid порівнюють частково або без урахування регістру',
      },
      decodedOnly,
      anyError,
    ],
    source: 'D JWTF',
    step: 1,
  },
  'JWT-09': {
    level: 'must',
    says: {
      en: "a token signed with DCM's published key is accepted",
      uk: 'сервіс приймає токен, підписаний опублікованим ключем DCM',
    },
    fix: {
      en: "Take DCM's key from the JWKS (or from the file that was handed over), and find it by kid.",
      uk: 'Беріть ключ DCM із JWKS (або з переданого файлу) і шукайте його за kid.',
    },
    causes: [
      {
        en: 'the service has a key of another DCM installation',
        uk: 'сервіс має ключ іншого середовища DCM',
      },
      {
        en: "the bank's clock is slow, so iat is in the future for it",
        uk: 'годинник банку відстає, тому iat для нього ще в майбутньому',
      },
      {
        en: 'the service requires claims that DCM does not send, e.g. iss or aud',
        uk: 'сервіс вимагає полів, яких DCM не надсилає, наприклад iss чи aud',
      },
      {
        en: 'the JWKS URL is wrong or blocked by a firewall',
        uk: 'адреса JWKS неправильна або її блокує міжмережевий екран',
      },
    ],
    source: 'D JWTF',
    step: 2,
    reading: { unknown: 'U-01', options: ['callback_token'] },
  },
  'JWT-10': {
    level: 'should',
    says: { en: "the bank fetches DCM's JWKS", uk: 'банк завантажує JWKS DCM' },
    fix: {
      en: 'Fetch GET /api/v1/.well-known/jwks.json and cache it, and fetch it again to pick up key rotations.',
      uk: 'Завантажуйте GET /api/v1/.well-known/jwks.json, кешуйте його й оновлюйте, щоб отримати новий ключ після заміни.',
    },
    causes: [
      { en: 'the key is configured as a file', uk: 'ключ задано в конфігурації файлом' },
      {
        en: "the bank's configuration has the wrong base URL for DCM",
        uk: 'у конфігурації банку вказано неправильний базовий URL DCM',
      },
    ],
    source: 'O AID-AUTH',
    step: 5,
  },
  'JWT-15': {
    level: 'should',
    says: {
      en: 'a token with an empty kid or without kid is refused with 401',
      uk: 'сервіс відповідає 401 на токен із порожнім kid або без kid',
    },
    fix: {
      en: 'Require kid in the token header; do not fall back to the only known key.',
      uk: 'Вимагайте kid у заголовку токена; якщо його немає, не беріть єдиний відомий ключ.',
    },
    causes: [
      {
        en: 'the JWT library uses the only key of the set when the token has no kid',
        uk: 'JWT-бібліотека бере єдиний ключ набору, якщо в токені немає kid',
      },
    ],
    source: 'A',
    step: 2,
  },
  'JWT-20': {
    level: 'should',
    says: {
      en: "while DCM's JWKS is out of reach, the bank accepts tokens by keys that it knows",
      uk: 'доки JWKS DCM недоступний, банк приймає токени, підписані відомими йому ключами',
    },
    fix: {
      en: 'Keep the keys last fetched until a fetch succeeds; otherwise every operation of your customers stops with an outage of one address. No page says what a bank does then.',
      uk: 'Тримайте останні завантажені ключі, доки нове завантаження не вдасться, інакше недоступність однієї адреси зупинить усі операції клієнтів. Жодна сторінка не описує, що тоді робить банк.',
    },
    causes: [
      {
        en: 'a failed fetch empties the cache of keys',
        uk: 'невдале завантаження очищає кеш ключів',
      },
      {
        en: 'every request waits for the fetch of an unknown key',
        uk: 'кожен запит чекає на завантаження невідомого ключа',
      },
    ],
    source: 'A',
    step: 2,
  },
  'JWT-21': {
    level: 'must',
    says: {
      en: "while DCM's keys cannot be fetched, a token by an unknown key is not accepted",
      uk: 'доки ключі DCM не вдається завантажити, токен, підписаний невідомим ключем, не приймають',
    },
    fix: {
      en: 'Refuse with 401 what you cannot verify, also if the JWKS cannot be fetched or is empty.',
      uk: 'Відповідайте 401 на все, що не вдається перевірити, навіть якщо JWKS недоступний або порожній.',
    },
    causes: [
      {
        en: 'an error while the key is fetched skips the signature check',
        uk: 'помилка під час завантаження ключа обходить перевірку підпису',
      },
    ],
    source: 'D JWTF',
    step: 2,
  },
});
