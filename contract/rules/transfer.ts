import type { Said } from '../texts/said.js';
import { rules } from './rule.js';

const repeated: Said = {
  en: 'a request is repeated after a time-out or by a retry of the HTTP client',
  uk: 'запит повторюється після тайм-ауту або HTTP-клієнтом',
};
/** How the bank makes a transfer. */
export const transferRules = rules({
  'TRANSFER-01': {
    level: 'must',
    says: {
      en: 'a transfer is made in two steps, createPayment and confirmPayment, each once',
      uk: 'переказ робиться у два кроки, createPayment і confirmPayment, кожен один раз',
    },
    fix: {
      en: 'Make a draft, then confirm it by its guid, once.',
      uk: 'Створіть чернетку, потім підтвердьте її за guid один раз.',
    },
    causes: [
      { en: 'the draft is taken for the whole transfer', uk: 'чернетку сприймають як завершений переказ' },
      repeated,
    ],
    source: 'D TR',
    step: 16,
  },
  'TRANSFER-03': {
    level: 'must',
    says: {
      en: "an external transfer is confirmed with the counterparty guid of the receiver's bank, an internal one without",
      uk: 'зовнішній переказ підтверджується з guid контрагента банку отримувача, внутрішній без нього',
    },
    fix: {
      en: 'Send bank_guid in confirmPayment for a transfer to another counterparty, and leave it out otherwise.',
      uk: 'У переказі іншому контрагенту надсилайте bank_guid у confirmPayment, інакше не надсилайте.',
    },
    causes: [
      {
        en: 'bank_guid is always filled, with the own guid too',
        uk: 'bank_guid заповнюється завжди, навіть власним guid',
      },
      {
        en: 'bank_guid is sent with the draft, not with the confirmation',
        uk: 'bank_guid надсилається з чернеткою, а не з підтвердженням',
      },
    ],
    source: 'D TR',
    step: 16,
  },
  'TRANSFER-10': {
    level: 'must',
    says: {
      en: 'a draft is confirmed once, unless a further confirmation is ordered',
      uk: 'чернетку підтверджено один раз, якщо повторне підтвердження не замовлено',
    },
    fix: {
      en: 'Send confirmPayment once per draft; read the transfer when its answer is lost, instead of confirming again.',
      uk: 'Надсилайте confirmPayment один раз на чернетку; якщо відповідь втрачено, прочитайте переказ.',
    },
    causes: [
      { en: 'a confirmation is repeated after a time-out', uk: 'підтвердження повторюється після тайм-ауту' },
      { en: 'two workers take the same order', uk: 'два процеси беруть те саме доручення' },
    ],
    source: 'D TR',
    step: 16,
  },
});
