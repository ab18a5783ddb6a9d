import { rules } from './rule.js';

/** The bank's signature, which DCM requests while a transfer is made. */
export const signRules = rules({
  'SIGN-01': {
    level: 'must',
    says: {
      en: 'POST /sign returns the same transaction with a valid signature for the expected address',
      uk: 'POST /sign повертає ту саму транзакцію з чинним підписом очікуваної адреси',
    },
    fix: {
      en: 'Sign the hash of the received transaction with the key of the listed address, and add the signature to the envelope.',
      uk: 'Підпишіть хеш отриманої транзакції ключем зазначеної адреси й додайте підпис до конверта.',
    },
    causes: [
      {
        en: 'the hash was computed with another network passphrase',
        uk: 'хеш обчислено з іншою фразою мережі (network passphrase)',
      },
      { en: 'the wrong one of the two keys signed', uk: 'підписано не тим із двох ключів' },
      {
        en: 'the envelope was rebuilt and is no longer the same',
        uk: 'конверт зібрано заново, тому він уже не той самий',
      },
    ],
    source: 'D MS',
    step: 16,
    reading: { unknown: 'U-55', options: ['multisig_keys', 'network_passphrase'] },
  },
  'SIGN-05': {
    level: 'must',
    says: {
      en: 'the bank reads the transfer named by payment_guid before signing',
      uk: 'перш ніж підписати, банк читає переказ, названий у payment_guid',
    },
    fix: {
      en: 'Take payment_guid from the manageData operation and read the transfer with getPayment.',
      uk: 'Візьміть payment_guid з операції manageData і прочитайте переказ через getPayment.',
    },
    causes: [
      {
        en: 'the bank signs whatever DCM sends, without checking it',
        uk: 'банк підписує все, що надсилає DCM, без перевірки',
      },
      {
        en: 'the bank looks up the transfer only in its own records',
        uk: 'банк шукає переказ лише у власному обліку',
      },
    ],
    source: 'D MS',
    step: 16,
  },
  'SIGN-07': {
    level: 'must',
    says: {
      en: 'the response of POST /sign names the addresses that signed',
      uk: 'відповідь POST /sign містить адреси, що підписали транзакцію',
    },
    fix: {
      en: 'Return the member address: a list with the address whose key signed.',
      uk: 'Повертайте поле address: перелік з адресою, ключем якої підписано.',
    },
    causes: [
      { en: 'only the envelope is returned', uk: 'повертають лише конверт' },
      { en: 'the address is a string instead of a list', uk: 'адреса є рядком, а не переліком' },
    ],
    source: 'D MS',
    step: 16,
  },
});
