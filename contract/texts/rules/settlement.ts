import type { TextsOf } from './rule-text.js';

/** Limits, reconciliation, branches. */
export const settlementTexts: TextsOf<'LIMIT' | 'RECON' | 'BRANCH'> = {
  'LIMIT-01': {
    says: 'ліміт встановлюється як замовлено, один раз',
    fix: 'Надсилайте max (і min або period) разом із customer_guid чи segment_name в операцію цього ліміту, один раз.',
    causes: [
      ['/amount and /payment are mixed up', '/amount і /payment переплутано'],
      ['the limit is sent for the login instead of the guid', 'ліміт надсилається для логіна замість guid'],
    ],
  },
  'LIMIT-02': {
    says: 'ліміт встановлюється з належними йому полями: min і max для однієї операції, max для періоду',
    fix: 'Надсилайте min лише з лімітом однієї операції; для періоду є тільки max.',
    causes: [['min is sent with the limit of a period', 'min надсилається разом із лімітом на період']],
  },
  'LIMIT-03': {
    says: 'DCM відхиляє переказ понад ліміт, і відмову не сприйнято за успіх',
    fix: 'Читайте відповіді createPayment і confirmPayment та повідомляйте про відмову.',
    causes: [['the status of the answer is not looked at', 'код відповіді не перевіряють']],
  },
  'RECON-01': {
    says: 'звірку підтверджено як замовлено, один раз, зі статусом confirmed',
    fix: 'Отримайте звірки зі статусом calculated, порівняйте зі своїм обліком і один раз надішліть updateRecon зі статусом confirmed.',
    causes: [
      [
        'the guid of the counterparty is sent in place of the reconciliation',
        'замість guid звірки надсилається guid контрагента',
      ],
      ['another status word, e.g. in upper case', 'інше слово статусу, наприклад великими літерами'],
    ],
  },
  'BRANCH-01': {
    says: 'переказ філії створюється й підтверджується операціями цієї філії',
    fix: 'Використовуйте /branch/{branch_guid}/payments і /branch/{branch_guid}/payments/confirm з guid філії.',
    causes: [
      [
        'the operations of the counterparty are used for branches as well',
        'для філій використано операції контрагента',
      ],
    ],
  },
};
