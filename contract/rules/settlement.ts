import { rules } from './rule.js';

/** Limits, reconciliation, branches. */
export const settlementRules = rules({
  'LIMIT-01': {
    level: 'must',
    says: {
      en: 'a limit is set once, as the act specifies',
      uk: 'ліміт установлюють один раз, як задано в дії',
    },
    fix: {
      en: 'Send max (and min or period) with customer_guid or segment_name once, to the operation of that limit.',
      uk: 'Надсилайте max (і min або period) разом із customer_guid чи segment_name один раз, до операції цього ліміту.',
    },
    causes: [
      { en: '/amount and /payment are swapped', uk: '/amount і /payment переплутано' },
      {
        en: "the customer's login is sent instead of the guid",
        uk: 'замість guid клієнта надсилають логін',
      },
    ],
    source: 'D LIM',
    step: 16,
    reading: { unknown: 'U-33', options: ['limit_paths'] },
  },
  'LIMIT-03': {
    level: 'must',
    says: {
      en: 'DCM refuses a transfer that exceeds a limit, and the bank does not report success',
      uk: 'DCM відхиляє переказ понад ліміт, і банк не повідомляє про успіх',
    },
    fix: {
      en: 'Check the responses to createPayment and confirmPayment, and report a refusal.',
      uk: 'Перевіряйте відповіді на createPayment і confirmPayment та повідомляйте про відмову.',
    },
    causes: [{ en: 'the status of the response is not checked', uk: 'код відповіді не перевіряють' }],
    source: 'D LIM',
    step: 16,
  },
  'RECON-01': {
    level: 'must',
    says: {
      en: 'a reconciliation is confirmed once, as the act specifies, with the status confirmed',
      uk: 'звірку підтверджують один раз, як задано в дії, зі статусом confirmed',
    },
    fix: {
      en: 'List the reconciliations with the status calculated, compare them with your records, and send updateRecon once with the status confirmed.',
      uk: 'Отримайте перелік звірок зі статусом calculated, порівняйте їх зі своїм обліком і один раз надішліть updateRecon зі статусом confirmed.',
    },
    causes: [
      {
        en: 'the guid of the counterparty is sent instead of the guid of the reconciliation',
        uk: 'замість guid звірки надсилають guid контрагента',
      },
      {
        en: 'the status is written differently, e.g. in upper case',
        uk: 'статус записано інакше, наприклад великими літерами',
      },
    ],
    source: 'D REC',
    step: 16,
  },
  'BRANCH-01': {
    level: 'must',
    says: {
      en: "a branch's transfer is created and confirmed with the operations of that branch",
      uk: 'переказ філії створюють і підтверджують операціями цієї філії',
    },
    fix: {
      en: 'Use /branch/{branch_guid}/payments and /branch/{branch_guid}/payments/confirm with the guid of the branch.',
      uk: 'Використовуйте /branch/{branch_guid}/payments і /branch/{branch_guid}/payments/confirm з guid філії.',
    },
    causes: [
      {
        en: 'the operations of the counterparty are used for branches too',
        uk: 'для філій теж використовують операції контрагента',
      },
    ],
    source: 'D BR-TR',
    step: 16,
  },
  'LIMIT-02': {
    level: 'should',
    says: {
      en: 'a limit is set with its own members only: min and max for one transfer, max for a period',
      uk: 'ліміт установлюють лише з його полями: min і max для одного переказу, max для періоду',
    },
    fix: {
      en: 'Send min only with the limit on one transfer; a limit for a period has only max.',
      uk: 'Надсилайте min лише з лімітом одного переказу; ліміт за період має тільки max.',
    },
    causes: [
      { en: 'min is sent with a limit for a period', uk: 'min надсилають разом із лімітом за період' },
    ],
    source: 'A',
    step: 16,
    reading: { unknown: 'U-31, U-33', options: ['limit_paths'] },
  },
});
