import { anyError, decodedOnly, oneFlowOnly } from './causes.js';
import { rules } from './rule.js';

/** Tokens that the authorization service receives: signature, algorithm, claims. */
export const jwtRules = rules({
  'JWT-01': {
    level: 'must',
    says: {
      en: 'a request without a token is refused with 401',
      uk: 'сервіс відповідає 401 на запит без токена',
    },
    fix: {
      en: 'Return 401 when the header X-Session-ID is missing or empty.',
      uk: 'Повертайте 401, якщо заголовок X-Session-ID відсутній або порожній.',
    },
    causes: [
      {
        en: 'the token is checked only when the header is present',
        uk: 'токен перевіряють, лише якщо заголовок є',
      },
      {
        en: 'a missing header causes a validation error with 400',
        uk: 'відсутній заголовок спричиняє помилку валідації 400',
      },
    ],
    source: 'D BAUTH',
    step: 1,
  },
  'JWT-02': {
    level: 'must',
    says: {
      en: "a token not signed with DCM's key is refused with 401",
      uk: 'сервіс відповідає 401 на токен, не підписаний ключем DCM',
    },
    fix: {
      en: 'Before you read any claim, verify the signature with the JWKS key whose kid is in the token header.',
      uk: 'Перш ніж читати поля токена, перевірте підпис ключем із JWKS, kid якого вказано в заголовку токена.',
    },
    causes: [
      decodedOnly,
      {
        en: 'verification is turned off in the test configuration',
        uk: 'у тестовій конфігурації перевірку вимкнено',
      },
      oneFlowOnly,
      {
        en: 'the key is taken from the token, or from a URL in it (jwk, jku, x5c, x5u)',
        uk: 'ключ беруть із токена або за URL у ньому (jwk, jku, x5c, x5u)',
      },
    ],
    source: 'D JWTF',
    step: 1,
  },
  'JWT-04': {
    level: 'must',
    says: {
      en: 'a token changed after signing is refused with 401',
      uk: 'сервіс відповідає 401 на токен, змінений після підписання',
    },
    fix: {
      en: 'Verify the signature over the header and payload exactly as received.',
      uk: 'Перевіряйте підпис заголовка й вмісту саме в тому вигляді, у якому їх отримано.',
    },
    causes: [
      decodedOnly,
      {
        en: 'the token is cached by only a part of it, e.g. its signature',
        uk: 'токен кешують лише за його частиною, наприклад за підписом',
      },
    ],
    source: 'RFC 7515',
    step: 1,
  },
  'JWT-05': {
    level: 'must',
    says: {
      en: 'only the algorithm of the published key is accepted: none and HMAC are refused with 401',
      uk: 'сервіс приймає лише алгоритм опублікованого ключа, а на none і HMAC відповідає 401',
    },
    fix: {
      en: 'Give the JWT library the list of allowed algorithms (RS256); never rely on the algorithm named in the token.',
      uk: 'Задайте JWT-бібліотеці перелік дозволених алгоритмів (RS256); ніколи не покладайтеся на алгоритм, указаний у токені.',
    },
    causes: [
      {
        en: 'the library takes the algorithm from the token header',
        uk: 'бібліотека бере алгоритм із заголовка токена',
      },
      {
        en: 'an old version of the library accepts the algorithm none',
        uk: 'стара версія бібліотеки приймає алгоритм none',
      },
      {
        en: 'the public key is passed to the library as a string, so it also works as an HMAC secret',
        uk: 'публічний ключ передано бібліотеці як рядок, тому він працює і як секрет HMAC',
      },
    ],
    source: 'RFC 7515',
    step: 1,
  },
  'JWT-08': {
    level: 'must',
    says: {
      en: 'anything that is not a JWT is refused with 401',
      uk: 'сервіс відповідає 401 на все, що не є JWT',
    },
    fix: {
      en: 'Treat any error in reading the token as a refusal: return 401, not 400 or 500.',
      uk: 'Вважайте будь-яку помилку читання токена підставою для відмови: повертайте 401, а не 400 чи 500.',
    },
    causes: [anyError],
    source: 'D BAUTH',
    step: 1,
  },
  'JWT-13': {
    level: 'must',
    says: {
      en: 'a token without the claim obj is refused with 401',
      uk: 'сервіс відповідає 401 на токен без поля obj',
    },
    fix: {
      en: 'Require the documented claims; a token without an object permits nothing.',
      uk: 'Вимагайте задокументованих полів; токен без об’єкта нічого не дозволяє.',
    },
    causes: [
      { en: 'sub is used in place of a missing obj', uk: 'замість відсутнього obj беруть sub' },
      {
        en: 'looking up an undefined value causes an error 500',
        uk: 'пошук за відсутнім значенням спричиняє помилку 500',
      },
    ],
    source: 'D JWTF',
    step: 1,
  },
});
