import type { Said } from '../texts/said.js';
import { rules } from './rule.js';

const unread: Said = { en: 'the status of the response is not checked', uk: 'код відповіді не перевіряють' };
/** How the bank finds out the result of a transfer. */
export const postingRules = rules({
  'TRANSFER-04': {
    level: 'must',
    says: {
      en: 'the transfer reaches the status CONFIRMED and its money has moved',
      uk: 'переказ отримує статус CONFIRMED, а кошти переміщено',
    },
    fix: {
      en: 'Confirm the draft and check the response; a draft alone does not move money.',
      uk: 'Підтвердьте чернетку й перевірте відповідь; сама чернетка не переміщує коштів.',
    },
    causes: [
      {
        en: 'the bank refused a reverse call (/external_id, /key) during the confirmation',
        uk: 'під час підтвердження банк відмовив на запит DCM (/external_id, /key)',
      },
      {
        en: 'the secret differs from the one used when the digital entity was created',
        uk: 'секрет відрізняється від того, що був під час створення цифрової сутності',
      },
      {
        en: 'the confirmation was not sent or was refused',
        uk: 'підтвердження не надіслано або його відхилено',
      },
    ],
    source: 'D TR',
    step: 16,
    reading: { unknown: 'U-45', options: ['posting'] },
  },
  'TRANSFER-05': {
    level: 'must',
    says: {
      en: 'the bank notices that DCM refused a transfer and does not report success',
      uk: 'банк помічає, що DCM відхилив переказ, і не повідомляє про успіх',
    },
    fix: {
      en: 'Check the responses to createPayment and confirmPayment, and report a refusal.',
      uk: 'Перевіряйте відповіді на createPayment і confirmPayment та повідомляйте про відмову.',
    },
    causes: [
      unread,
      {
        en: 'only the first of the two responses is checked',
        uk: 'перевіряють лише першу з двох відповідей',
      },
    ],
    source: 'D ERR',
    step: 16,
  },
  'TRANSFER-09': {
    level: 'must',
    says: {
      en: 'the bank reads a transfer by its guid and reports the guid, amount and status that DCM returned',
      uk: 'банк читає переказ за guid і повідомляє ті guid, суму й статус, які повернув DCM',
    },
    fix: {
      en: 'Send GET .../payments/{payment_guid}, and use guid, amount and status from the response unchanged.',
      uk: 'Надішліть GET .../payments/{payment_guid} і беріть guid, суму й статус із відповіді без змін.',
    },
    causes: [
      {
        en: "the bank takes the values from its own records instead of DCM's response",
        uk: 'банк бере значення з власного обліку, а не з відповіді DCM',
      },
      {
        en: 'members of the response are read under wrong names',
        uk: 'поля відповіді читають за неправильними назвами',
      },
    ],
    source: 'D TR',
    step: 16,
  },
  'TRANSFER-11': {
    level: 'should',
    says: {
      en: 'the bank reads the transfer after confirmPayment instead of treating the response as the posting',
      uk: 'банк читає переказ після confirmPayment, а не вважає відповідь проведенням',
    },
    fix: {
      en: 'Before you record the transfer, read it (getPayment) after the callback, or until it is CONFIRMED.',
      uk: 'Перш ніж облікувати переказ, прочитайте його (getPayment) після зворотного виклику або читайте, доки він не отримає статус CONFIRMED.',
    },
    causes: [
      {
        en: 'the transfer is recorded as soon as confirmPayment returns 200',
        uk: 'переказ обліковують, щойно confirmPayment повернув 200',
      },
    ],
    source: 'A',
    step: 16,
  },
});
