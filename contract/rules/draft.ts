import { rules } from './rule.js';

/** The draft of a transfer. */
export const draftRules = rules({
  'TRANSFER-02': {
    level: 'must',
    says: {
      en: 'the draft carries sender, receiver, amount and asset as ordered',
      uk: 'чернетка містить відправника, отримувача, суму й актив як замовлено',
    },
    fix: {
      en: 'Send sender_id and receiver_id (account guids), amount, asset_code and asset_issuer.',
      uk: 'Надсилайте sender_id та receiver_id (guid рахунків), amount, asset_code та asset_issuer.',
    },
    causes: [
      {
        en: 'the guid of the customer instead of the account is sent',
        uk: 'замість guid рахунку надсилається guid клієнта',
      },
      { en: 'the amount is in kopiykas or is a text', uk: 'суму вказано в копійках або текстом' },
      { en: 'only IBANs are sent', uk: 'надсилаються лише IBAN' },
    ],
    source: 'D TR',
    step: 16,
    reading: { unknown: 'U-43', options: ['iban_routing'] },
  },
  'TRANSFER-06': {
    level: 'should',
    says: { en: 'transfers follow the advised routes', uk: 'перекази йдуть рекомендованими маршрутами' },
    fix: {
      en: 'Identification -> processing -> customer -> customer; to another counterparty only processing or customer to its like.',
      uk: 'Ідентифікація -> процесинг -> клієнт -> клієнт; іншому контрагенту лише процесинг або клієнт до такого самого.',
    },
    causes: [{ en: 'an intermediate entity is skipped', uk: 'проміжну сутність пропущено' }],
    source: 'D UG-PAY',
    step: 16,
    reading: { unknown: 'U-47', options: ['transfer_rules'] },
  },
  'TRANSFER-07': {
    level: 'should',
    says: {
      en: 'target_balance, when sent, is the balance of the sender after the transfer',
      uk: 'target_balance, якщо надіслано, є залишком відправника після переказу',
    },
    fix: {
      en: 'Leave target_balance out, or send the balance of the sender after the transfer.',
      uk: 'Не надсилайте target_balance або надсилайте залишок відправника після переказу.',
    },
    causes: [
      {
        en: "the receiver's balance, or the one before the transfer, is sent",
        uk: 'надсилається залишок отримувача або залишок до переказу',
      },
    ],
    source: 'A',
    step: 16,
    reading: { unknown: 'U-48' },
  },
  'TRANSFER-08': {
    level: 'should',
    says: { en: 'amounts have at most 2 decimal places', uk: 'суми мають щонайбільше 2 знаки після коми' },
    fix: { en: 'Round to whole kopiykas.', uk: 'Округлюйте до цілих копійок.' },
    causes: [{ en: 'sums are computed in floating point', uk: 'суми обчислюються з плаваючою комою' }],
    source: 'A',
    step: 16,
    reading: { unknown: 'U-25' },
  },
  'TRANSFER-12': {
    level: 'should',
    says: {
      en: 'the draft carries the purpose that was ordered',
      uk: 'чернетка містить призначення платежу, яке було замовлено',
    },
    fix: {
      en: 'Send purpose with the draft, unchanged.',
      uk: 'Надсилайте purpose разом із чернеткою без змін.',
    },
    causes: [
      { en: 'the member purpose is left out', uk: 'поле purpose не надсилають' },
      { en: 'a text of the bank takes its place', uk: 'його замінює власний текст банку' },
    ],
    source: 'D TR',
    step: 16,
  },
});
