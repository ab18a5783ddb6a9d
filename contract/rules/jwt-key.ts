import { anyError, decodedOnly } from './causes.js';
import { rules } from './rule.js';

/** The key that a token is signed with. */
export const jwtKeyRules = rules({
  'JWT-03': {
    level: 'must',
    says: {
      en: 'a token whose kid is not in the JWKS, or no longer, is answered with 401',
      uk: 'токен, kid якого в JWKS немає або вже немає, отримує 401',
    },
    fix: {
      en: "Pick the key by the whole kid from DCM's JWKS as it was fetched last; no such key, even after a fresh fetch: 401.",
      uk: 'Обирайте ключ за повним kid з останнього завантаженого JWKS DCM; якщо такого ключа немає й після оновлення, повертайте 401.',
    },
    causes: [
      {
        en: 'without a match the first key of the set is used',
        uk: 'якщо збігу немає, береться перший ключ набору',
      },
      {
        en: 'fetched keys are added to those known before, and none is ever removed',
        uk: 'завантажені ключі додають до відомих раніше, і жодного ніколи не вилучають',
      },
      {
        en: 'the kid is compared in part, or without regard to case',
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
      en: "a token signed by DCM's published key is accepted",
      uk: 'токен, підписаний опублікованим ключем DCM, приймається',
    },
    fix: {
      en: "Take DCM's key from the JWKS (or the file handed over) and find it by kid.",
      uk: 'Візьміть ключ DCM із JWKS (або з переданого файлу) і знаходьте його за kid.',
    },
    causes: [
      {
        en: 'the service still holds another key than the one of this DCM',
        uk: 'сервіс має інший ключ, ніж у цього DCM',
      },
      {
        en: "the bank's clock is off, so that iat lies in its future",
        uk: 'годинник банку відстає, тож iat для нього ще не настав',
      },
      {
        en: 'claims are demanded that DCM does not send, e.g. iss or aud',
        uk: 'вимагаються поля, яких DCM не надсилає, наприклад iss чи aud',
      },
      {
        en: 'the JWKS address is wrong or blocked by a firewall',
        uk: 'адреса JWKS неправильна або закрита міжмережевим екраном',
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
      en: 'Fetch GET /api/v1/.well-known/jwks.json and cache it, so that a rotation of the key is picked up.',
      uk: 'Завантажуйте GET /api/v1/.well-known/jwks.json і кешуйте, щоб підхопити заміну ключа.',
    },
    causes: [
      { en: 'the key is a file in the configuration', uk: 'ключ лежить файлом у конфігурації' },
      {
        en: "the base URL of DCM in the bank's configuration is another one",
        uk: 'у конфігурації банку інша базова адреса DCM',
      },
    ],
    source: 'O AID-AUTH',
    step: 5,
  },
  'JWT-15': {
    level: 'should',
    says: {
      en: 'a token that names no key, with an empty kid or without one, is answered with 401',
      uk: 'токен, який не називає ключа (kid порожній або відсутній), отримує 401',
    },
    fix: {
      en: 'Demand the header member kid; do not take the one key that is known in its place.',
      uk: 'Вимагайте kid у заголовку токена; не беріть замість нього єдиний відомий ключ.',
    },
    causes: [
      {
        en: 'a JWT library takes the only key of the set when the token has no kid',
        uk: 'JWT-бібліотека бере єдиний ключ набору, якщо токен не має kid',
      },
    ],
    source: 'A',
    step: 2,
  },
});
