import type { OpenQuestion } from './question.js';
import { touched } from './touched.js';

/** What the documentation leaves open about what DCM calls at the bank. */
export const callQuestions: readonly OpenQuestion[] = [
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
    unknown: 'U-03',
    asks: {
      en: 'Which operations make DCM call the bank, and how?',
      uk: 'Які операції змушують DCM звертатися до банку і як саме?',
    },
    usual: {
      name: 'documented',
      says: { en: 'those listed in docs/fidelity.md', uk: 'ті, що перелічені в docs/fidelity.md' },
      evidence: 'A',
    },
    others: [
      {
        name: 'all',
        profile: { reverse_check: 'all' },
        says: {
          en: 'every other write operation calls /external_id as well',
          uk: 'кожна інша операція запису теж викликає /external_id',
        },
        evidence: 'D OV',
      },
    ],
    touches: [...touched.identifiers, ...touched.customers, ...touched.transfers, ...touched.limits],
    live: {
      en: 'Answer every valid token about a user whom you know, at any time and in any order; do not count or expect calls.',
      uk: 'Відповідайте на кожен дійсний токен про відомого вам користувача будь-коли й у будь-якому порядку; не рахуйте викликів і не чекайте на них.',
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
    unknown: 'U-55',
    asks: {
      en: "With multisignature, which of the bank's keys sign a transfer?",
      uk: 'Якими ключами банку підписується переказ із мультипідписом?',
    },
    usual: {
      name: 'one-per-kind',
      says: { en: 'the one for the kind of the sending entity', uk: 'ключем для виду сутності-відправника' },
      evidence: 'D MS',
    },
    others: [
      {
        name: 'both',
        profile: { multisig_keys: 'both' },
        says: { en: 'both', uk: 'обома' },
        evidence: 'A',
      },
    ],
    touches: touched.signing,
    live: {
      en: 'Sign with the key of each address that /sign names.',
      uk: 'Підписуйте ключем кожної адреси, яку називає /sign.',
    },
  },
];
