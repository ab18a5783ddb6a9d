import { rules } from './rule.js';

/** The keys with which the bank signs its tokens. */
export const bankKeyRules = rules({
  'BANKJWT-01': {
    level: 'must',
    says: {
      en: 'CX-Authorization contains a token signed with a registered key of the bank and naming that key by its kid',
      uk: 'CX-Authorization містить токен, підписаний зареєстрованим ключем банку, і kid цього ключа',
    },
    fix: {
      en: 'Register the public JWK first, put its kid in the token header, and sign with the matching private key.',
      uk: 'Спершу зареєструйте публічний JWK, укажіть його kid у заголовку токена й підпишіть токен відповідним приватним ключем.',
    },
    causes: [
      {
        en: 'the kid of the token differs from that of the registered JWK',
        uk: 'kid токена не збігається з kid зареєстрованого JWK',
      },
      {
        en: 'the key was replaced, but the new one is not registered yet',
        uk: 'ключ замінено, а новий ще не зареєстровано',
      },
    ],
    source: 'D JWTA',
    step: 12,
    reading: { unknown: 'U-05', options: ['bank_jwt_algs'] },
  },
  'BANKJWT-05': {
    level: 'must',
    says: {
      en: 'an additional key is registered once, as a public JWK in the member data',
      uk: 'додатковий ключ реєструють один раз, як публічний JWK у полі data',
    },
    fix: {
      en: 'Send the public JWK unchanged in POST .../jwk: {"data": {...}}, once and without private members.',
      uk: 'Надішліть публічний JWK без змін у POST .../jwk: {"data": {...}}, один раз і без приватних полів.',
    },
    causes: [
      {
        en: 'the JWK is sent directly, not inside the member data',
        uk: 'JWK надсилають безпосередньо, а не в полі data',
      },
      {
        en: 'the private JWK is sent instead of the public one',
        uk: 'замість публічного JWK надсилають приватний',
      },
    ],
    source: 'D JWTA',
    step: 16,
  },
  'BANKJWT-06': {
    level: 'must',
    says: {
      en: "the bank's JWK follows the standard exactly: unpadded base64url, no extra octets, use for signatures",
      uk: 'JWK банку точно відповідає стандарту: base64url без доповнення, без зайвих октетів, призначення для підпису',
    },
    fix: {
      en: 'Write n, e, x and y as base64url without =, + and /; n and e without a leading zero octet; x and y in full length; and set use to sig.',
      uk: 'Записуйте n, e, x та y у base64url без =, + і /; n та e без початкового нульового октету; x та y на повну довжину; у полі use вказуйте sig.',
    },
    causes: [
      {
        en: 'the members are encoded as ordinary base64, with +, /, = or line breaks',
        uk: 'поля закодовано звичайним base64, зі знаками +, /, = або розривами рядків',
      },
      {
        en: 'n was taken from a signed big integer and begins with a zero octet',
        uk: 'n узято з великого цілого числа зі знаком, тому воно починається з нульового октету',
      },
      { en: 'the key was made for encryption', uk: 'ключ створено для шифрування' },
    ],
    source: 'RFC 7517',
    step: 8,
  },
});
