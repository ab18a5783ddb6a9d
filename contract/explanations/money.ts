import type { Explanations } from './explanation.js';

/** Transfers and identifiers that the balances, limits and routes do not allow. */
export const moneyCauses = {
  'reserve-insufficient': {
    code: 'reserve-insufficient',
    says: {
      en: 'the reserve does not cover the identifiers: {reserve} hryvnias, and {needed} would be in circulation',
      uk: 'резерв не покриває ідентифікаторів: {reserve} грн, а в обігу було б {needed}',
    },
    where: 'body reserve_balance',
    right: {
      en: 'declare a reserve_balance of at least {needed}, or ask for less',
      uk: 'задекларуйте reserve_balance щонайменше {needed} або запитайте менше',
    },
    source: 'D ID',
  },
  'insufficient-balance': {
    code: 'insufficient-balance',
    says: {
      en: 'the sender has {balance} hryvnias, and {amount} are needed',
      uk: 'відправник має {balance} грн, а потрібно {amount}',
    },
    where: 'given amount',
    right: {
      en: 'send at most {balance}, or fund the entity first',
      uk: 'надішліть щонайбільше {balance} або спершу поповніть сутність',
    },
    source: 'A',
  },
  'same-entity': {
    code: 'same-entity',
    says: {
      en: 'sender_id and receiver_id are the same digital entity',
      uk: 'sender_id і receiver_id — та сама цифрова сутність',
    },
    where: 'body receiver_id',
    right: { en: 'name another entity as receiver', uk: 'укажіть отримувачем іншу сутність' },
    source: 'A',
  },
  'iban-mismatch': {
    code: 'iban-mismatch',
    says: {
      en: '{member} belongs to another entity than the guid beside it',
      uk: '{member} належить іншій сутності, ніж указаний поруч guid',
    },
    where: 'body {member}',
    right: {
      en: 'leave {member} out, or send that of the entity',
      uk: 'не надсилайте {member} або надішліть той, що має ця сутність',
    },
    source: 'A',
  },
  'bank-guid-missing': {
    code: 'bank-guid-missing',
    says: {
      en: 'the receiver belongs to another counterparty, and bank_guid is missing',
      uk: 'отримувач належить іншому контрагентові, а bank_guid немає',
    },
    where: 'body bank_guid',
    right: {
      en: 'send bank_guid {expected}, the counterparty of the receiver',
      uk: 'надішліть bank_guid {expected} — контрагента отримувача',
    },
    source: 'D TR',
  },
  'bank-guid-wrong': {
    code: 'bank-guid-wrong',
    says: {
      en: 'bank_guid is {given}, and the receiver belongs to {expected}',
      uk: 'bank_guid — {given}, а отримувач належить до {expected}',
    },
    where: 'body bank_guid',
    right: { en: 'send bank_guid {expected}', uk: 'надішліть bank_guid {expected}' },
    source: 'D TR',
  },
  'route-refused': {
    code: 'route-refused',
    says: {
      en: 'the option transfer_rules refuses transfers from {from} to {to} entities',
      uk: 'параметр transfer_rules не дозволяє переказів із сутностей {from} до {to}',
    },
    where: 'body receiver_id',
    right: {
      en: 'take one of the advised routes (rule TRANSFER-06), or set transfer_rules to advise',
      uk: 'оберіть один із рекомендованих маршрутів (правило TRANSFER-06) або встановіть transfer_rules: advise',
    },
    source: 'D TR',
  },
  'limit-maximum': {
    code: 'limit-exceeded',
    says: {
      en: 'a limit refuses so large a transfer: {what}',
      uk: 'ліміт не дозволяє такого великого переказу: {what}',
    },
    where: 'given amount',
    right: {
      en: 'send less than {bound} hryvnias, or change the limit (setCustomerAmountLimit, setSegmentAmountLimit)',
      uk: 'надішліть менше ніж {bound} грн або змініть ліміт (setCustomerAmountLimit, setSegmentAmountLimit)',
    },
    source: 'D LIM',
  },
  'limit-minimum': {
    code: 'limit-exceeded',
    says: {
      en: 'a limit refuses so small a transfer: {what}',
      uk: 'ліміт не дозволяє такого малого переказу: {what}',
    },
    where: 'given amount',
    right: {
      en: 'send more than {bound} hryvnias, or change the limit (setCustomerAmountLimit, setSegmentAmountLimit)',
      uk: 'надішліть більше ніж {bound} грн або змініть ліміт (setCustomerAmountLimit, setSegmentAmountLimit)',
    },
    source: 'D LIM',
  },
  'limit-period': {
    code: 'limit-exceeded',
    says: {
      en: 'with this transfer, those of the period would reach a limit: {what}',
      uk: 'із цим переказом сума за період сягнула б ліміту: {what}',
    },
    where: 'given amount',
    right: {
      en: 'confirm later or less, or change the limit (setCustomerPaymentLimit, setSegmentPaymentLimit)',
      uk: 'підтвердьте пізніше чи меншу суму або змініть ліміт (setCustomerPaymentLimit, setSegmentPaymentLimit)',
    },
    source: 'D LIM',
  },
} as const satisfies Explanations;
