import type { OpenQuestion } from './question.js';
import { touched } from './touched.js';

/** What the documentation leaves open about DCM's tokens and keys. */
export const tokenQuestions: readonly OpenQuestion[] = [
  {
    unknown: 'U-01',
    asks: {
      en: 'Under JWT by Bank, whose token is in X-Session-ID?',
      uk: 'Чий токен у X-Session-ID за схеми JWT банку?',
    },
    usual: {
      name: 'dcm',
      says: { en: 'one that DCM signs', uk: 'токен, який підписує DCM' },
      evidence: 'O AID-AUTH',
    },
    others: [
      {
        name: 'bank',
        profile: { callback_token: 'bank' },
        says: { en: "the bank's own, passed on by DCM", uk: 'власний токен банку, який передає DCM' },
        evidence: 'D JWTA',
      },
    ],
    touches: [...touched.identifiers, ...touched.transfers, 'S15-05'],
    scheme: 'bank',
    live: {
      en: 'Under JWT by Bank, verify a token by its kid: with a key of the JWKS of DCM, or with your own public keys.',
      uk: 'За схеми JWT банку перевіряйте токен за його kid: ключем із JWKS DCM або власними публічними ключами.',
    },
  },
  {
    unknown: 'U-06',
    asks: { en: 'How long are the tokens of DCM valid?', uk: 'Як довго дійсні токени DCM?' },
    usual: { name: '60', says: { en: '60 seconds', uk: '60 секунд' }, evidence: 'A' },
    others: [
      {
        name: '1200',
        profile: { dcm_token_ttl_s: 1200 },
        says: {
          en: '20 minutes, the most that is recommended',
          uk: '20 хвилин, найбільше з рекомендованого',
        },
        evidence: 'D OV',
      },
      {
        name: '5',
        profile: { dcm_token_ttl_s: 5 },
        says: { en: '5 seconds', uk: '5 секунд' },
        evidence: 'A',
      },
    ],
    touches: [...touched.identifiers, ...touched.customers, ...touched.transfers],
    live: {
      en: 'Judge a token by its own exp, with your leeway for clocks; do not demand a certain lifetime.',
      uk: 'Судіть про токен за його власним exp з допуском на годинники; не вимагайте певного строку дії.',
    },
  },
  {
    unknown: 'U-05',
    asks: { en: 'Which claims do the tokens of DCM have?', uk: 'Які claim мають токени DCM?' },
    usual: {
      name: 'documented',
      says: { en: 'those of the page, in its order', uk: 'ті, що на сторінці, у тому ж порядку' },
      evidence: 'D JWTF',
    },
    others: [
      {
        name: 'reordered',
        profile: { token_claims: 'reordered' },
        says: { en: 'the same in another order', uk: 'ті самі в іншому порядку' },
        evidence: 'RFC 8259',
      },
      {
        name: 'extra',
        profile: { token_claims: 'extra' },
        says: {
          en: 'others beside them: iss, nbf, jti, an object',
          uk: 'поруч і інші: iss, nbf, jti, об’єкт',
        },
        evidence: 'RFC 7519',
      },
      {
        name: 'audience',
        profile: { token_claims: 'audience' },
        says: { en: 'aud, which names the bank', uk: 'aud з назвою банку' },
        evidence: 'RFC 7519',
      },
      {
        name: 'no-typ',
        profile: { token_typ: 'absent' },
        says: { en: 'no typ in the header', uk: 'без typ у заголовку' },
        evidence: 'RFC 7519',
      },
    ],
    touches: [...touched.service, ...touched.identifiers, ...touched.customers, ...touched.transfers],
    live: {
      en: 'Check the claims that you need and ignore those that you do not know; accept aud if it names you; do not demand typ.',
      uk: 'Перевіряйте потрібні вам claim і не зважайте на невідомі; приймайте aud, якщо він називає вас; не вимагайте typ.',
    },
  },
  {
    unknown: 'U-72',
    asks: { en: 'What does the JWKS of DCM contain?', uk: 'Що містить JWKS DCM?' },
    usual: {
      name: 'own',
      says: {
        en: 'the keys of its tokens, named by their thumbprints',
        uk: 'ключі її токенів, названі за відбитками',
      },
      evidence: 'D JWTF',
    },
    others: [
      {
        name: 'further',
        profile: { jwks: 'further' },
        says: {
          en: 'further keys, of other types and for other uses',
          uk: 'і інші ключі, інших типів та для іншого використання',
        },
        evidence: 'RFC 7517',
      },
      {
        name: 'uuid',
        profile: { token_kid: 'uuid' },
        says: { en: 'keys whose kid is a UUID', uk: 'ключі, kid яких є UUID' },
        evidence: 'A',
      },
      {
        name: 'url',
        profile: { token_kid: 'url' },
        says: { en: 'keys whose kid is a URL', uk: 'ключі, kid яких є URL' },
        evidence: 'A',
      },
    ],
    // Only there is a bank sure to fetch the keys anew.
    touches: touched.rotation,
    live: {
      en: 'Take the key whose kid is exactly that of the token, and skip those that you cannot use. A kid is a name: do not parse it, and never fetch it.',
      uk: 'Беріть ключ, kid якого точно збігається з kid токена, і пропускайте ті, що вам не підходять. kid є лише назвою: не розбирайте його й ніколи не завантажуйте за ним.',
    },
  },
];
