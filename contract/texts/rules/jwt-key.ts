import { anyError, decodedOnly } from './jwt-causes.js';
import type { TextsOf } from './rule-text.js';

/** Rules about the key that a token was signed with. */
export const jwtKeyTexts = {
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
        'адреса JWKS неправильна або закрита міжмережевим екраном',
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
} satisfies Partial<TextsOf<'JWT'>>;
