import type { Said } from '../texts/said.js';
import { rules } from './rule.js';

const unread: Said = { en: 'the status of the answer is not looked at', uk: 'код відповіді не перевіряють' };
/** How the bank takes in what became of a transfer. */
export const postingRules = rules({
  'TRANSFER-04': {
    level: 'must',
    says: {
      en: 'the ordered transfer ends CONFIRMED with its money moved',
      uk: 'замовлений переказ завершується статусом CONFIRMED, а гроші переміщено',
    },
    fix: {
      en: 'Confirm the draft and read the answer; a draft alone moves nothing.',
      uk: 'Підтвердьте чернетку й прочитайте відповідь; сама чернетка нічого не переміщує.',
    },
    causes: [
      {
        en: "the bank declined DCM's question (/external_id, /key) during the confirmation",
        uk: 'під час підтвердження банк відхилив запит DCM (/external_id, /key)',
      },
      {
        en: 'the secret is another one than when the entity was created',
        uk: 'секрет відрізняється від того, що був під час створення сутності',
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
      en: 'a refused transfer is noticed and not taken for success',
      uk: 'відмову в переказі помічено й не сприйнято за успіх',
    },
    fix: {
      en: 'Read the answers of createPayment and confirmPayment and report a refusal.',
      uk: 'Читайте відповіді createPayment і confirmPayment та повідомляйте про відмову.',
    },
    causes: [
      unread,
      {
        en: 'only the first of the two answers is looked at',
        uk: 'перевіряють лише першу з двох відповідей',
      },
    ],
    source: 'D ERR',
    step: 16,
  },
  'TRANSFER-09': {
    level: 'must',
    says: {
      en: 'a transfer is read by its guid, and guid, amount and status that the bank tells of it are those of DCM',
      uk: 'переказ читається за guid, а guid, сума й статус, які банк про нього повідомляє, такі самі, як у DCM',
    },
    fix: {
      en: 'GET .../payments/{payment_guid}, and take guid, amount and status from the answer as they are.',
      uk: 'GET .../payments/{payment_guid}; беріть guid, суму й статус із відповіді без змін.',
    },
    causes: [
      {
        en: "the bank answers from its own books instead of DCM's answer",
        uk: 'банк відповідає з власного обліку, а не з відповіді DCM',
      },
      {
        en: 'members of the answer are read under other names',
        uk: 'поля відповіді читаються під іншими назвами',
      },
    ],
    source: 'D TR',
    step: 16,
  },
  'TRANSFER-11': {
    level: 'should',
    says: {
      en: 'the answer to confirmPayment is not taken for the posting: the transfer is read afterwards',
      uk: 'відповідь на confirmPayment не вважається проведенням: переказ читають після неї',
    },
    fix: {
      en: 'Read the transfer (getPayment), after the callback or until it is CONFIRMED, before it is booked.',
      uk: 'Прочитайте переказ (getPayment) після зворотного виклику або доки він не стане CONFIRMED, перш ніж його облікувати.',
    },
    causes: [
      {
        en: 'the transfer is booked as soon as confirmPayment answers 200',
        uk: 'переказ обліковується, щойно confirmPayment відповів 200',
      },
    ],
    source: 'A',
    step: 16,
  },
});
