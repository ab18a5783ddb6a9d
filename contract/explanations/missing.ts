import type { Explanations } from './explanation.js';

/** Something that a request names does not exist, or is not the caller's. */
export const missingCauses = {
  'customer-unknown': {
    code: 'not-found',
    says: { en: 'there is no customer with this guid', uk: 'клієнта з таким guid немає' },
    where: 'given customer_guid',
    right: {
      en: 'send a guid that listCustomers shows, not that of an entity',
      uk: 'надішліть guid, який показує listCustomers, а не guid сутності',
    },
    source: 'A',
  },
  'customer-elsewhere': {
    code: 'not-found',
    says: {
      en: 'the customer belongs to another counterparty or branch',
      uk: 'клієнт належить іншому контрагентові або філії',
    },
    where: 'given customer_guid',
    right: {
      en: 'send a customer that listCustomers shows to this caller',
      uk: 'надішліть клієнта, якого listCustomers показує з цими обліковими даними',
    },
    source: 'A',
  },
  'account-unknown': {
    code: 'not-found',
    says: { en: 'there is no digital entity with this guid', uk: 'цифрової сутності з таким guid немає' },
    where: 'given account_guid',
    right: {
      en: 'send a guid that listAccounts shows, not that of a customer',
      uk: 'надішліть guid, який показує listAccounts, а не guid клієнта',
    },
    source: 'A',
  },
  'account-elsewhere': {
    code: 'not-found',
    says: {
      en: 'the digital entity belongs to another counterparty or branch',
      uk: 'цифрова сутність належить іншому контрагентові або філії',
    },
    where: 'given account_guid',
    right: {
      en: 'send an entity that listAccounts shows to this caller',
      uk: 'надішліть сутність, яку listAccounts показує з цими обліковими даними',
    },
    source: 'A',
  },
  'party-unknown': {
    code: 'not-found',
    says: {
      en: '{member} is the guid of no digital entity',
      uk: '{member} не є guid жодної цифрової сутності',
    },
    where: 'body {member}',
    right: {
      en: 'send the guid of an entity (getCustomerAccounts, listAccounts), not of a customer',
      uk: 'надішліть guid сутності (getCustomerAccounts, listAccounts), а не клієнта',
    },
    source: 'A',
  },
  'sender-elsewhere': {
    code: 'not-found',
    says: {
      en: 'the sender belongs to another counterparty',
      uk: 'відправник належить іншому контрагентові',
    },
    where: 'body sender_id',
    right: {
      en: 'let an entity of your own counterparty send (listAccounts)',
      uk: 'надсилайте із сутності власного контрагента (listAccounts)',
    },
    source: 'A',
  },
  'sender-other-branch': {
    code: 'not-found',
    says: { en: 'the sender is in another branch', uk: 'відправник належить до іншої філії' },
    where: 'body sender_id',
    right: {
      en: 'let an entity of the branch send, or use the operation without a branch',
      uk: 'надсилайте із сутності цієї філії або використайте операцію без філії',
    },
    source: 'D BR-TR',
  },
  'payment-unknown': {
    code: 'not-found',
    says: {
      en: 'there is no draft or transfer with this guid',
      uk: 'чернетки чи переказу з таким guid немає',
    },
    where: 'given payment_guid',
    right: {
      en: 'send the guid of createPayment',
      uk: 'надішліть guid із відповіді createPayment',
    },
    source: 'A',
  },
  'payment-elsewhere': {
    code: 'not-found',
    says: {
      en: 'the transfer is between other counterparties or branches',
      uk: 'переказ — між іншими контрагентами або філіями',
    },
    where: 'given payment_guid',
    right: {
      en: 'send one that listPayments shows to this caller',
      uk: 'надішліть переказ, який listPayments показує з цими обліковими даними',
    },
    source: 'A',
  },
  'payment-not-sender': {
    code: 'not-found',
    says: {
      en: 'only the sender confirms a transfer, and the caller is the receiver or another branch',
      uk: 'переказ підтверджує лише відправник, а запит надіслав отримувач або інша філія',
    },
    where: 'given payment_guid',
    right: {
      en: 'confirm with the credentials of the counterparty and branch that made the draft',
      uk: 'підтвердьте з обліковими даними контрагента й філії, які створили чернетку',
    },
    source: 'D TR',
  },
  'payment-hidden': {
    code: 'not-found',
    says: {
      en: 'the draft exists, and a fault that was ordered through the control API hides it',
      uk: 'чернетка існує, але її приховує збій, замовлений через API керування',
    },
    where: 'state',
    right: { en: 'ask again: the fault is used up', uk: 'повторіть запит: збій уже вичерпано' },
    source: 'A',
  },
} as const satisfies Explanations;
