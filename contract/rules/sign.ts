import { rules } from './rule.js';

/** What DCM calls while a transfer is made: the signature of the bank. */
export const signRules = rules({
  'SIGN-01': {
    level: 'must',
    says: {
      en: 'POST /sign returns the same transaction with a valid signature of the expected address',
      uk: 'POST /sign повертає ту саму транзакцію з чинним підписом очікуваної адреси',
    },
    fix: {
      en: 'Sign the hash of the received envelope with the key of the listed address and add the signature to it.',
      uk: 'Підпишіть хеш отриманого конверта ключем зазначеної адреси й додайте підпис до конверта.',
    },
    causes: [
      {
        en: 'another network passphrase enters the hash',
        uk: 'до хешу входить інша фраза мережі (network passphrase)',
      },
      { en: 'the other of the two keys signs', uk: 'підписує інший із двох ключів' },
      {
        en: 'the envelope is built anew and is no longer the same',
        uk: 'конверт збирають заново, тож він уже не той самий',
      },
    ],
    source: 'D MS',
    step: 16,
    reading: { unknown: 'U-55', options: ['multisig_keys', 'network_passphrase'] },
  },
  'SIGN-05': {
    level: 'must',
    says: {
      en: 'before it signs, the bank reads the transfer named by payment_guid',
      uk: 'перш ніж підписати, банк читає переказ, названий у payment_guid',
    },
    fix: {
      en: 'Take payment_guid from the manageData operation and read the transfer with getPayment.',
      uk: 'Візьміть payment_guid з операції manageData і прочитайте переказ через getPayment.',
    },
    causes: [
      { en: 'everything that DCM sends is signed unseen', uk: 'усе, що надсилає DCM, підписують не читаючи' },
      {
        en: 'the bank looks the transfer up in its own books only',
        uk: 'банк шукає переказ лише у власному обліку',
      },
    ],
    source: 'D MS',
    step: 16,
  },
  'SIGN-07': {
    level: 'must',
    says: {
      en: 'the answer of POST /sign names the addresses that signed',
      uk: 'відповідь POST /sign називає адреси, що підписали',
    },
    fix: {
      en: 'Answer the member address, a list with the address whose key has signed.',
      uk: 'Повертайте поле address: перелік з адресою, ключ якої підписав.',
    },
    causes: [
      { en: 'only the envelope is answered', uk: 'повертається лише конверт' },
      { en: 'the address is a text instead of a list', uk: 'адреса є текстом, а не переліком' },
    ],
    source: 'D MS',
    step: 16,
  },
});
