import type { Said } from '../texts/said.js';
import { rules } from './rule.js';

const repeated: Said = {
  en: 'a request is retried after a timeout, by the bank or by its HTTP client',
  uk: 'запит повторює після тайм-ауту банк або його HTTP-клієнт',
};
/** How the bank makes a transfer. */
export const transferRules = rules({
  'TRANSFER-01': {
    level: 'must',
    says: {
      en: 'a transfer takes two requests, createPayment and confirmPayment, each sent once',
      uk: 'переказ складається з двох запитів, createPayment і confirmPayment, кожен надсилають один раз',
    },
    fix: {
      en: 'Create a draft, and then confirm it once by its guid.',
      uk: 'Створіть чернетку, а потім один раз підтвердьте її за guid.',
    },
    causes: [
      {
        en: 'the draft is treated as the complete transfer',
        uk: 'чернетку сприймають як завершений переказ',
      },
      repeated,
    ],
    source: 'D TR',
    step: 16,
  },
  'TRANSFER-03': {
    level: 'must',
    says: {
      en: "an external transfer is confirmed with the counterparty guid of the receiver's bank, and an internal transfer without it",
      uk: 'зовнішній переказ підтверджують із guid контрагента банку отримувача, а внутрішній без нього',
    },
    fix: {
      en: 'Send bank_guid in confirmPayment for a transfer to another counterparty, and omit it otherwise.',
      uk: 'Для переказу іншому контрагентові надсилайте bank_guid у confirmPayment, в інших випадках не надсилайте.',
    },
    causes: [
      {
        en: "bank_guid is always sent, even with the bank's own guid",
        uk: 'bank_guid надсилають завжди, навіть із власним guid',
      },
      {
        en: 'bank_guid is sent with the draft instead of the confirmation',
        uk: 'bank_guid надсилають із чернеткою, а не з підтвердженням',
      },
    ],
    source: 'D TR',
    step: 16,
  },
  'TRANSFER-10': {
    level: 'must',
    says: {
      en: 'a draft is confirmed only once, unless an act asks for another confirmation',
      uk: 'чернетку підтверджують лише один раз, якщо дія не вимагає повторного підтвердження',
    },
    fix: {
      en: 'Send confirmPayment once for each draft; if the response is lost, read the transfer instead of confirming it again.',
      uk: 'Надсилайте confirmPayment один раз для кожної чернетки; якщо відповідь утрачено, прочитайте переказ, а не підтверджуйте його знову.',
    },
    causes: [
      { en: 'a confirmation is retried after a timeout', uk: 'підтвердження повторюють після тайм-ауту' },
      {
        en: 'two worker processes handle the same payment order',
        uk: 'два процеси обробляють те саме доручення',
      },
    ],
    source: 'D TR',
    step: 16,
  },
});
