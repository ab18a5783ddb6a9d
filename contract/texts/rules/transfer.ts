import type { Cause, TextsOf } from './rule-text.js';

const repeated: Cause = [
  'a request is repeated after a time-out or by a retry of the HTTP client',
  'запит повторюється після тайм-ауту або HTTP-клієнтом',
];
const unread: Cause = ['the status of the answer is not looked at', 'код відповіді не перевіряють'];

export const transferTexts: TextsOf<'TRANSFER'> = {
  'TRANSFER-01': {
    says: 'переказ робиться у два кроки, createPayment і confirmPayment, кожен один раз',
    fix: 'Створіть чернетку, потім підтвердьте її за guid один раз.',
    causes: [
      ['the draft is taken for the whole transfer', 'чернетку сприймають як завершений переказ'],
      repeated,
    ],
  },
  'TRANSFER-02': {
    says: 'чернетка містить відправника, отримувача, суму й актив як замовлено',
    fix: 'Надсилайте sender_id та receiver_id (guid рахунків), amount, asset_code та asset_issuer.',
    causes: [
      [
        'the guid of the customer instead of the account is sent',
        'замість guid рахунку надсилається guid клієнта',
      ],
      ['the amount is in kopiykas or is a text', 'суму вказано в копійках або текстом'],
      ['only IBANs are sent', 'надсилаються лише IBAN'],
    ],
  },
  'TRANSFER-03': {
    says: 'зовнішній переказ підтверджується з guid контрагента банку отримувача, внутрішній без нього',
    fix: 'У переказі іншому контрагенту надсилайте bank_guid у confirmPayment, інакше не надсилайте.',
    causes: [
      [
        'bank_guid is always filled, with the own guid too',
        'bank_guid заповнюється завжди, навіть власним guid',
      ],
      [
        'bank_guid is sent with the draft, not with the confirmation',
        'bank_guid надсилається з чернеткою, а не з підтвердженням',
      ],
    ],
  },
  'TRANSFER-04': {
    says: 'замовлений переказ завершується статусом CONFIRMED, а гроші переміщено',
    fix: 'Підтвердьте чернетку й прочитайте відповідь; сама чернетка нічого не переміщує.',
    causes: [
      [
        "the bank declined DCM's question (/external_id, /key) during the confirmation",
        'під час підтвердження банк відхилив запит DCM (/external_id, /key)',
      ],
      [
        'the secret is another one than when the entity was created',
        'секрет відрізняється від того, що був під час створення сутності',
      ],
      ['the confirmation was not sent or was refused', 'підтвердження не надіслано або його відхилено'],
    ],
  },
  'TRANSFER-05': {
    says: 'відмову в переказі помічено й не сприйнято за успіх',
    fix: 'Читайте відповіді createPayment і confirmPayment та повідомляйте про відмову.',
    causes: [
      unread,
      ['only the first of the two answers is looked at', 'перевіряють лише першу з двох відповідей'],
    ],
  },
  'TRANSFER-06': {
    says: 'перекази йдуть рекомендованими маршрутами',
    fix: 'Ідентифікація -> процесинг -> клієнт -> клієнт; іншому контрагенту лише процесинг або клієнт до такого самого.',
    causes: [['an intermediate entity is skipped', 'проміжну сутність пропущено']],
  },
  'TRANSFER-07': {
    says: 'target_balance, якщо надіслано, є залишком відправника після переказу',
    fix: 'Не надсилайте target_balance або надсилайте залишок відправника після переказу.',
    causes: [
      [
        "the receiver's balance, or the one before the transfer, is sent",
        'надсилається залишок отримувача або залишок до переказу',
      ],
    ],
  },
  'TRANSFER-08': {
    says: 'суми мають щонайбільше 2 знаки після коми',
    fix: 'Округлюйте до цілих копійок.',
    causes: [['sums are computed in floating point', 'суми обчислюються з плаваючою комою']],
  },
  'TRANSFER-09': {
    says: 'переказ читається за guid, а guid, сума й статус, які банк про нього повідомляє, такі самі, як у DCM',
    fix: 'GET .../payments/{payment_guid}; беріть guid, суму й статус із відповіді без змін.',
    causes: [
      [
        "the bank answers from its own books instead of DCM's answer",
        'банк відповідає з власного обліку, а не з відповіді DCM',
      ],
      ['members of the answer are read under other names', 'поля відповіді читаються під іншими назвами'],
    ],
  },
  'TRANSFER-10': {
    says: 'чернетку підтверджено один раз, якщо повторне підтвердження не замовлено',
    fix: 'Надсилайте confirmPayment один раз на чернетку; якщо відповідь втрачено, прочитайте переказ.',
    causes: [
      ['a confirmation is repeated after a time-out', 'підтвердження повторюється після тайм-ауту'],
      ['two workers take the same order', 'два процеси беруть те саме доручення'],
    ],
  },
  'TRANSFER-11': {
    says: 'відповідь на confirmPayment не вважається проведенням: переказ читають після неї',
    fix: 'Прочитайте переказ (getPayment) після зворотного виклику або доки він не стане CONFIRMED, перш ніж його облікувати.',
    causes: [
      [
        'the transfer is booked as soon as confirmPayment answers 200',
        'переказ обліковується, щойно confirmPayment відповів 200',
      ],
    ],
  },
  'TRANSFER-12': {
    says: 'чернетка містить призначення платежу, яке було замовлено',
    fix: 'Надсилайте purpose разом із чернеткою без змін.',
    causes: [
      ['the member purpose is left out', 'поле purpose не надсилають'],
      ['a text of the bank takes its place', 'його замінює власний текст банку'],
    ],
  },
};
