import { rules } from './rule.js';

/** The keys that tokens of the bank are signed with. */
export const bankKeyRules = rules({
  'BANKJWT-01': {
    level: 'must',
    says: {
      en: 'CX-Authorization carries a token signed by a registered key of the bank, found by its kid',
      uk: 'CX-Authorization містить токен, підписаний зареєстрованим ключем банку, який знаходять за kid',
    },
    fix: {
      en: 'Register the public JWK first, put its kid into the token header and sign with its private key.',
      uk: 'Спершу зареєструйте публічний JWK, укажіть його kid у заголовку токена й підпишіть приватним ключем.',
    },
    causes: [
      {
        en: 'the kid of the token is not that of the registered JWK',
        uk: 'kid токена не збігається з kid зареєстрованого JWK',
      },
      {
        en: 'the key was replaced, and the new one is not registered yet',
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
      en: 'a further key is registered once, as a public JWK in the member data',
      uk: 'додатковий ключ реєструється один раз як публічний JWK у полі data',
    },
    fix: {
      en: 'Send the public JWK as it is in POST .../jwk: {"data": {...}}, once and without private members.',
      uk: 'Надсилайте публічний JWK без змін у POST .../jwk: {"data": {...}}, один раз і без приватних полів.',
    },
    causes: [
      {
        en: 'the JWK is sent without the member data around it',
        uk: 'JWK надсилають без поля data навколо нього',
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
      en: "the bank's JWK is written to the letter: base64url without padding, no superfluous octets, for signatures",
      uk: 'JWK банку записано точно за стандартом: base64url без доповнення, без зайвих октетів, для підпису',
    },
    fix: {
      en: 'Write n, e, x and y as base64url without =, + and /, n and e without a leading zero octet, x and y in full length, and use as sig.',
      uk: 'Записуйте n, e, x та y у base64url без =, + і /, n та e без початкового нульового октету, x та y у повній довжині, а use як sig.',
    },
    causes: [
      {
        en: 'the members are written by an ordinary base64 encoder, with +, /, = or line breaks',
        uk: 'поля записує звичайний кодувальник base64, зі знаками +, /, = або розривами рядків',
      },
      {
        en: 'n comes from a signed big integer and has a zero octet before it',
        uk: 'n узято зі знакового великого цілого, тому перед ним стоїть нульовий октет',
      },
      { en: 'the key was made for encryption', uk: 'ключ створено для шифрування' },
    ],
    source: 'RFC 7517',
    step: 8,
  },
});
