import type { Explanations } from './explanation.js';

/** The request is well formed, but what DCM has does not allow it: things that exist, or are done. */
export const stateCauses = {
  'entity-kind': {
    code: 'entity-kind',
    says: {
      en: 'a bank cannot create an entity of this kind: {kind}',
      uk: 'банк не може створити сутності такого виду: {kind}',
    },
    where: 'body account_kind',
    right: {
      en: 'send processing or emission; entities of customers are made by createCustomer and createCustomerAccount',
      uk: 'надішліть processing або emission; сутності клієнтів створюють createCustomer і createCustomerAccount',
    },
    source: 'D ENT',
  },
  'entity-kind-branch': {
    code: 'entity-kind',
    says: {
      en: 'a branch has processing entities only, and {kind} was asked for',
      uk: 'філія має лише сутності процесингу, а запитано {kind}',
    },
    where: 'body account_kind',
    right: {
      en: 'send processing, or create the entity without a branch',
      uk: 'надішліть processing або створіть сутність без філії',
    },
    source: 'D BR',
  },
  'employee-exists': {
    code: 'employee-exists',
    says: {
      en: 'an employee, of whichever counterparty, already has this e-mail address',
      uk: 'працівник цього чи іншого контрагента вже має таку електронну пошту',
    },
    where: 'body email or login',
    right: { en: 'send another address', uk: 'надішліть іншу адресу' },
    source: 'D ERR',
  },
  'customer-exists': {
    code: 'customer-exists',
    says: {
      en: 'the counterparty already has a customer with this login',
      uk: 'контрагент уже має клієнта з таким логіном',
    },
    where: 'body login',
    right: {
      en: 'find the customer (listCustomers) and use createCustomerAccount for another entity',
      uk: 'знайдіть клієнта (listCustomers) і створіть ще одну сутність через createCustomerAccount',
    },
    source: 'D ERR',
  },
  'counterparty-exists': {
    code: 'counterparty-exists',
    says: {
      en: 'another counterparty already has this {member}: {given}',
      uk: 'інший контрагент уже має таке значення {member}: {given}',
    },
    where: 'body {member}',
    right: {
      en: 'use that counterparty, or send another {member}',
      uk: 'використайте того контрагента або надішліть інше значення {member}',
    },
    source: 'A',
  },
  'entity-exists': {
    code: 'entity-exists',
    says: {
      en: 'the counterparty already has its {kind} entity, and can have only one',
      uk: 'контрагент уже має сутність ({kind}), а вона може бути лише одна',
    },
    where: 'body account_kind',
    right: { en: 'use it: emission_account_guid', uk: 'використовуйте її: emission_account_guid' },
    source: 'A',
  },
  'no-key-keeper': {
    code: 'no-key-keeper',
    says: {
      en: 'the counterparty has no key keeper for {purpose} entities',
      uk: 'у контрагента немає хранителя ключа для сутностей ({purpose})',
    },
    where: 'state',
    right: {
      en: 'let an officer register key_keepers for it (step 3 of the plan)',
      uk: 'попросіть працівника DCM зареєструвати key_keepers (крок 3 плану)',
    },
    source: 'D ENT',
  },
  'request-open': {
    code: 'request-open',
    says: {
      en: 'the counterparty has a request for identifiers that is not finished',
      uk: 'контрагент має незавершений запит щодо ідентифікаторів',
    },
    where: 'state',
    right: {
      en: 'wait until an officer confirms or cancels it (step 13 of the plan)',
      uk: 'дочекайтеся, поки працівник DCM підтвердить або скасує його (крок 13 плану)',
    },
    source: 'D ID',
  },
  'request-finished': {
    code: 'request-finished',
    says: { en: 'the request is already {status}', uk: 'запит уже має статус {status}' },
    where: 'state',
    right: { en: 'take one that is still created', uk: 'оберіть той, що ще має статус created' },
    source: 'A',
  },
  'payment-confirmed': {
    code: 'payment-confirmed',
    says: {
      en: 'the transfer is already confirmed: the money has moved once',
      uk: 'переказ уже підтверджено: гроші вже переказано один раз',
    },
    where: 'given payment_guid',
    right: {
      en: 'read it (getPayment) instead of confirming it again',
      uk: 'прочитайте його (getPayment) замість повторного підтвердження',
    },
    source: 'A',
  },
  'payment-in-progress': {
    code: 'payment-in-progress',
    says: {
      en: 'another request is confirming this transfer at this moment',
      uk: 'цей переказ саме зараз підтверджує інший запит',
    },
    where: 'given payment_guid',
    right: {
      en: 'wait for the response of that request, then read the transfer (getPayment)',
      uk: 'дочекайтеся відповіді на той запит, а тоді прочитайте переказ (getPayment)',
    },
    source: 'A',
  },
  'guid-taken': {
    code: 'guid-taken',
    says: { en: 'something else already has the guid {guid}', uk: 'guid {guid} уже зайнятий' },
    where: 'body guid',
    right: { en: 'leave the guid out, or send a new one', uk: 'не надсилайте guid або надішліть новий' },
    source: 'O OLD-CP',
  },
} as const satisfies Explanations;
