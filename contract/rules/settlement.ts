import { rules } from './rule.js';

/** Limits, reconciliation, branches. */
export const settlementRules = rules({
  'LIMIT-01': {
    level: 'must',
    says: { en: 'a limit is set as ordered, once', uk: 'ліміт встановлюється як замовлено, один раз' },
    fix: {
      en: 'Send max (and min or period) with customer_guid or segment_name to the operation of that limit, once.',
      uk: 'Надсилайте max (і min або period) разом із customer_guid чи segment_name в операцію цього ліміту, один раз.',
    },
    causes: [
      { en: '/amount and /payment are mixed up', uk: '/amount і /payment переплутано' },
      {
        en: 'the limit is sent for the login instead of the guid',
        uk: 'ліміт надсилається для логіна замість guid',
      },
    ],
    source: 'D LIM',
    step: 16,
    reading: { unknown: 'U-33', options: ['limit_paths'] },
  },
  'LIMIT-03': {
    level: 'must',
    says: {
      en: 'a transfer beyond a limit is refused by DCM, and the refusal is not taken for success',
      uk: 'DCM відхиляє переказ понад ліміт, і відмову не сприйнято за успіх',
    },
    fix: {
      en: 'Read the answers of createPayment and confirmPayment and report a refusal.',
      uk: 'Читайте відповіді createPayment і confirmPayment та повідомляйте про відмову.',
    },
    causes: [{ en: 'the status of the answer is not looked at', uk: 'код відповіді не перевіряють' }],
    source: 'D LIM',
    step: 16,
  },
  'RECON-01': {
    level: 'must',
    says: {
      en: 'a reconciliation is confirmed as ordered, once, with status confirmed',
      uk: 'звірку підтверджено як замовлено, один раз, зі статусом confirmed',
    },
    fix: {
      en: 'List the recons with status calculated, compare them with your books, and send updateRecon with status confirmed once.',
      uk: 'Отримайте звірки зі статусом calculated, порівняйте зі своїм обліком і один раз надішліть updateRecon зі статусом confirmed.',
    },
    causes: [
      {
        en: 'the guid of the counterparty is sent in place of the reconciliation',
        uk: 'замість guid звірки надсилається guid контрагента',
      },
      {
        en: 'another status word, e.g. in upper case',
        uk: 'інше слово статусу, наприклад великими літерами',
      },
    ],
    source: 'D REC',
    step: 16,
  },
  'BRANCH-01': {
    level: 'must',
    says: {
      en: 'a transfer of a branch is made and confirmed by the operations of that branch',
      uk: 'переказ філії створюється й підтверджується операціями цієї філії',
    },
    fix: {
      en: 'Use /branch/{branch_guid}/payments and /branch/{branch_guid}/payments/confirm with the guid of the branch.',
      uk: 'Використовуйте /branch/{branch_guid}/payments і /branch/{branch_guid}/payments/confirm з guid філії.',
    },
    causes: [
      {
        en: 'the operations of the counterparty are used for branches as well',
        uk: 'для філій використано операції контрагента',
      },
    ],
    source: 'D BR-TR',
    step: 16,
  },
  'LIMIT-02': {
    level: 'should',
    says: {
      en: 'a limit is set with the members that it has: min and max of one transfer, max of a period',
      uk: 'ліміт встановлюється з належними йому полями: min і max для однієї операції, max для періоду',
    },
    fix: {
      en: 'Send min only with the limit of one transfer; a period has a max alone.',
      uk: 'Надсилайте min лише з лімітом однієї операції; для періоду є тільки max.',
    },
    causes: [
      { en: 'min is sent with the limit of a period', uk: 'min надсилається разом із лімітом на період' },
    ],
    source: 'A',
    step: 16,
    reading: { unknown: 'U-31, U-33', options: ['limit_paths'] },
  },
});
