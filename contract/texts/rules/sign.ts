import type { TextsOf } from './rule-text.js';

export const signTexts: TextsOf<'SIGN'> = {
  'SIGN-01': {
    says: 'POST /sign повертає ту саму транзакцію з чинним підписом очікуваної адреси',
    fix: 'Підпишіть хеш отриманого конверта ключем зазначеної адреси й додайте підпис до конверта.',
    causes: [
      [
        'another network passphrase enters the hash',
        'до хешу входить інша фраза мережі (network passphrase)',
      ],
      ['the other of the two keys signs', 'підписує інший із двох ключів'],
      [
        'the envelope is built anew and is no longer the same',
        'конверт збирають заново, тож він уже не той самий',
      ],
    ],
  },
  'SIGN-02': {
    says: 'пошкоджений конверт отримує 400',
    fix: 'Повертайте 400, якщо transaction_xdr не розпізнається як TransactionEnvelope.',
    causes: [
      ['the error of the XDR library ends as 500', 'помилка XDR-бібліотеки завершується кодом 500'],
      ['addresses are checked before the envelope is read', 'адреси перевіряють раніше, ніж читають конверт'],
    ],
  },
  'SIGN-03': {
    says: 'адреси, жодна з яких не належить банку, отримують 401',
    fix: 'Повертайте 401, якщо банк не має ключа до жодної з наведених адрес.',
    causes: [
      ['the list of addresses is not looked at', 'перелік адрес не читають'],
      ['the refusal is 400 or 403', 'відмова має код 400 або 403'],
    ],
  },
  'SIGN-04': {
    says: 'переказ, якого банк не знаходить у DCM, отримує 404, а щойно знайдеться, підписується',
    fix: 'Читайте переказ за payment_guid; якщо його в DCM немає, повертайте 404 і не запам’ятовуйте цієї відповіді.',
    causes: [
      [
        "DCM's 400 payment not found is passed on as 400 or 500",
        'відповідь DCM 400 payment not found передається далі як 400 або 500',
      ],
      ['the negative answer is cached', 'негативна відповідь потрапляє в кеш'],
    ],
  },
  'SIGN-05': {
    says: 'перш ніж підписати, банк читає переказ, названий у payment_guid',
    fix: 'Візьміть payment_guid з операції manageData і прочитайте переказ через getPayment.',
    causes: [
      ['everything that DCM sends is signed unseen', 'усе, що надсилає DCM, підписують не читаючи'],
      ['the bank looks the transfer up in its own books only', 'банк шукає переказ лише у власному обліку'],
    ],
  },
  'SIGN-06': {
    says: 'конверт, що не відповідає переказу, відхиляється й не підписується',
    fix: 'Порівняйте суму, актив і сторони конверта з переказом; якщо вони різняться, повертайте 4xx.',
    causes: [
      ['the transfer is read, but not compared', 'переказ читають, але не порівнюють'],
      ['only the amount is compared', 'порівнюють лише суму'],
    ],
  },
  'SIGN-07': {
    says: 'відповідь POST /sign називає адреси, що підписали',
    fix: 'Повертайте поле address: перелік з адресою, ключ якої підписав.',
    causes: [
      ['only the envelope is answered', 'повертається лише конверт'],
      ['the address is a text instead of a list', 'адреса є текстом, а не переліком'],
    ],
  },
};
