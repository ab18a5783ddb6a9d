import { rules } from './rule.js';

/** The draft of a transfer. */
export const draftRules = rules({
  'TRANSFER-02': {
    level: 'must',
    says: {
      en: 'the draft has the sender, receiver, amount and asset that the act specifies',
      uk: 'чернетка містить відправника, отримувача, суму й актив, задані в дії',
    },
    fix: {
      en: 'Send sender_id and receiver_id (account guids), amount, asset_code and asset_issuer.',
      uk: 'Надсилайте sender_id та receiver_id (guid рахунків), amount, asset_code та asset_issuer.',
    },
    causes: [
      {
        en: 'the guid of the customer is sent instead of the guid of the account',
        uk: 'замість guid рахунку надсилають guid клієнта',
      },
      { en: 'the amount is in kopiykas or is a string', uk: 'суму вказано в копійках або рядком' },
      { en: 'IBANs are sent instead of guids', uk: 'замість guid надсилають IBAN' },
    ],
    source: 'D TR',
    step: 16,
    reading: { unknown: 'U-43', options: ['iban_routing'] },
  },
  'TRANSFER-06': {
    level: 'should',
    says: { en: 'transfers follow the recommended routes', uk: 'перекази йдуть рекомендованими маршрутами' },
    fix: {
      en: 'Transfer from identification to processing, to customer, to customer; to another counterparty only from processing to processing or from customer to customer.',
      uk: 'Переказуйте з ідентифікації на процесинг, далі клієнтові, від клієнта клієнтові; іншому контрагентові лише з процесингу на процесинг або від клієнта клієнтові.',
    },
    causes: [{ en: 'an intermediate entity is skipped', uk: 'проміжну сутність пропущено' }],
    source: 'D UG-PAY',
    step: 16,
    reading: { unknown: 'U-47', options: ['transfer_rules'] },
  },
  'TRANSFER-07': {
    level: 'should',
    says: {
      en: "target_balance, if sent, is the sender's balance after the transfer",
      uk: 'target_balance, якщо його надіслано, дорівнює залишку відправника після переказу',
    },
    fix: {
      en: "Omit target_balance, or send the sender's balance after the transfer.",
      uk: 'Не надсилайте target_balance або надсилайте залишок відправника після переказу.',
    },
    causes: [
      {
        en: "the receiver's balance or the balance before the transfer is sent",
        uk: 'надсилають залишок отримувача або залишок до переказу',
      },
    ],
    source: 'A',
    step: 16,
    reading: { unknown: 'U-48' },
  },
  'TRANSFER-08': {
    level: 'should',
    says: { en: 'amounts have at most 2 decimal places', uk: 'суми мають щонайбільше 2 знаки після коми' },
    fix: { en: 'Round amounts to whole kopiykas.', uk: 'Округлюйте суми до цілих копійок.' },
    causes: [
      {
        en: 'amounts are calculated with floating-point numbers',
        uk: 'суми обчислюють як числа з рухомою комою',
      },
    ],
    source: 'A',
    step: 16,
    reading: { unknown: 'U-25' },
  },
  'TRANSFER-12': {
    level: 'must',
    says: {
      en: 'the draft has the purpose that the act specifies, to the letter',
      uk: 'чернетка містить призначення платежу, задане в дії, літера в літеру',
    },
    fix: {
      en: 'Send purpose unchanged with the draft, as JSON in UTF-8.',
      uk: 'Надсилайте purpose у чернетці без змін, як JSON у кодуванні UTF-8.',
    },
    causes: [
      { en: 'the member purpose is omitted', uk: 'поле purpose не надсилають' },
      { en: 'the bank sends its own text instead', uk: 'замість нього банк надсилає власний текст' },
      {
        en: 'the text is cut off, escaped, or sent in another encoding',
        uk: 'текст обрізають, екранують або надсилають в іншому кодуванні',
      },
    ],
    source: 'D TR',
    step: 16,
  },
  'TRANSFER-13': {
    level: 'must',
    says: {
      en: 'the draft has the category that the act specifies',
      uk: 'чернетка містить категорію, задану в дії',
    },
    fix: {
      en: 'Send category_guid unchanged with the draft.',
      uk: 'Надсилайте category_guid у чернетці без змін.',
    },
    causes: [
      { en: 'the member category_guid is omitted', uk: 'поле category_guid не надсилають' },
      {
        en: 'the same category is sent with every transfer',
        uk: 'з кожним переказом надсилають ту саму категорію',
      },
    ],
    source: 'D TR',
    step: 16,
  },
  'TRANSFER-14': {
    level: 'should',
    says: {
      en: 'the act that makes a transfer returns the guid that DCM gave it',
      uk: 'дія, що створює переказ, повертає guid, який йому надала DCM',
    },
    fix: {
      en: 'Return payment_guid from the response to createPayment, or omit it. No page asks for it: it shows that the bank knows its transfers at DCM.',
      uk: 'Повертайте payment_guid із відповіді на createPayment або не повертайте його. Жодна сторінка цього не вимагає: це показує, що банк знає свої перекази у DCM.',
    },
    causes: [
      { en: 'the bank returns an id of its own', uk: 'банк повертає власний ідентифікатор' },
      {
        en: 'the guid of the transfer before it is returned',
        uk: 'повертають guid попереднього переказу',
      },
    ],
    source: 'A',
    step: 16,
  },
});
