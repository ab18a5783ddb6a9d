import type { OpenQuestion } from './question.js';
import { touched } from './touched.js';

/** What the documentation leaves open about what DCM calls at the bank. */
export const callQuestions: readonly OpenQuestion[] = [
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
      {
        name: 'fewer',
        profile: { reverse_check: 'fewer' },
        says: {
          en: '/external_id is not called where /key is',
          uk: '/external_id не викликається там, де викликається /key',
        },
        evidence: 'A',
      },
      {
        name: 'key-first',
        profile: { reverse_order: 'key-first' },
        says: { en: '/key is called before /external_id', uk: '/key викликається раніше за /external_id' },
        evidence: 'A',
      },
      {
        name: 'repeated',
        profile: { reverse_repeat: 2 },
        says: { en: 'each call is made twice', uk: 'кожен виклик робиться двічі' },
        evidence: 'A',
      },
    ],
    touches: [...touched.identifiers, ...touched.customers, ...touched.transfers, ...touched.limits],
    live: {
      en: 'Answer every valid token about a user whom you know, at any time and in any order; do not count or expect calls.',
      uk: 'Відповідайте на кожен дійсний токен про відомого вам користувача будь-коли й у будь-якому порядку; не рахуйте викликів і не чекайте на них.',
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
  {
    unknown: 'U-57',
    asks: { en: 'When do callbacks come?', uk: 'Коли надходять зворотні виклики?' },
    usual: {
      name: 'after',
      says: { en: 'once each, after the posting', uk: 'по одному, після проведення' },
      evidence: 'D CB',
    },
    others: [
      {
        name: 'before',
        profile: { callbacks: 'before' },
        says: { en: 'before the response to the confirmation', uk: 'до відповіді на підтвердження' },
        evidence: 'A',
      },
      {
        name: 'twice',
        profile: { callbacks: 'twice' },
        says: { en: 'twice, although the bank has accepted them', uk: 'двічі, хоча банк їх прийняв' },
        evidence: 'A',
      },
      {
        name: 'reversed',
        profile: { callbacks: 'reversed' },
        says: { en: 'the later ones first', uk: 'пізніші першими' },
        evidence: 'A',
      },
      {
        name: 'never',
        profile: { callbacks: 'never' },
        says: { en: 'never: they are optional', uk: 'ніколи: вони необов’язкові' },
        evidence: 'D CB',
        touches: [...touched.transfers, 'S16-03', ...touched.signing],
      },
    ],
    touches: [...touched.transfers, 'S16-09', 'S16-10', 'S16-69', 'S16-03'],
    live: {
      en: 'Answer 200 at once, recognize a callback by transaction_id, and read the transfer for its state. Do not let a transfer depend on a callback that may not come.',
      uk: 'Одразу відповідайте 200, розпізнавайте зворотний виклик за transaction_id і читайте стан із самого переказу. Не ставте переказ у залежність від зворотного виклику, який може не надійти.',
    },
  },
  {
    unknown: '-',
    asks: { en: 'How does DCM connect to the bank?', uk: 'Як DCM з’єднується з банком?' },
    usual: {
      name: 'own-connections',
      says: { en: 'with a connection for each request', uk: 'з окремим з’єднанням для кожного запиту' },
      evidence: 'A',
    },
    others: [
      {
        name: 'kept-connections',
        profile: { connections: 'kept' },
        says: {
          en: 'with connections that are kept (keep-alive)',
          uk: 'зі з’єднаннями, що зберігаються (keep-alive)',
        },
        evidence: 'RFC 9112',
      },
      {
        name: 'lower-case-headers',
        profile: { header_names: 'lower' },
        says: { en: 'with header names in lower case', uk: 'з назвами заголовків малими літерами' },
        evidence: 'RFC 9110',
      },
      {
        name: 'upper-case-headers',
        profile: { header_names: 'upper' },
        says: { en: 'with header names in capitals', uk: 'з назвами заголовків великими літерами' },
        evidence: 'RFC 9110',
      },
      {
        name: 'title-case-headers',
        profile: { header_names: 'title' },
        says: {
          en: 'with header names such as X-Session-Id',
          uk: 'з назвами заголовків на зразок X-Session-Id',
        },
        evidence: 'RFC 9110',
      },
    ],
    touches: [...touched.service, ...touched.identifiers, ...touched.transfers],
    live: {
      en: 'Let your web framework read headers without regard to case, and serve several requests on one connection.',
      uk: 'Нехай вебфреймворк читає заголовки без огляду на регістр і обслуговує кілька запитів на одному з’єднанні.',
    },
  },
];
