import type { Explanations } from './explanation.js';

/** Signatures from two sides: why the bank's signature is missing. */
export const signingCauses = {
  'sign-no-url': {
    code: 'multisignature-stopped',
    says: { en: 'DCM has no URL of the bank for /sign', uk: 'DCM не має URL банку для /sign' },
    where: 'state',
    right: { en: 'register sign_url for the counterparty', uk: 'зареєструйте sign_url контрагента' },
    source: 'D MS',
  },
  'sign-failed': {
    code: 'multisignature-stopped',
    says: {
      en: 'the bank did not sign: {cause}',
      uk: 'банк не підписав: {cause}',
    },
    where: 'bank /sign',
    right: {
      en: 'answer 200 with address and transaction_xdr once the transfer was recognized as your own',
      uk: 'відповідайте 200 з address і transaction_xdr, щойно впізнали власний переказ',
    },
    source: 'D MS',
    decides: 'sign',
  },
  'sign-not-found': {
    code: 'multisignature-stopped',
    says: {
      en: 'the bank did not find the transfer, however often it was asked: {cause}',
      uk: 'банк не знайшов переказу, хоч скільки його запитували: {cause}',
    },
    where: 'bank /sign',
    right: {
      en: 'look the transfer up at DCM (getPayment) by the guid in the memo before answering 404',
      uk: 'перш ніж відповідати 404, знайдіть переказ у DCM (getPayment) за guid із memo',
    },
    source: 'D MS',
    decides: 'sign',
  },
  'sign-interrupted': {
    code: 'multisignature-stopped',
    says: {
      en: 'the mock was stopped or reset while it waited to ask the bank again',
      uk: 'імітатор зупинили або скинули, поки він чекав, щоб запитати банк знову',
    },
    where: 'state',
    right: { en: 'confirm the transfer again', uk: 'підтвердьте переказ ще раз' },
    source: 'A',
    decides: 'sign',
  },
  'sign-envelope': {
    code: 'multisignature-stopped',
    says: {
      en: 'what the bank returned is not the envelope that it got: {cause}',
      uk: 'банк повернув не той конверт, який отримав: {cause}',
    },
    where: 'bank /sign',
    right: {
      en: 'add the signature to the envelope that came and return it unchanged otherwise',
      uk: 'додайте підпис до отриманого конверта й поверніть його без інших змін',
    },
    source: 'D MS',
    decides: 'sign',
  },
  'sign-signatures': {
    code: 'multisignature-stopped',
    says: {
      en: 'the signatures of the envelope are not those that were asked for: {cause}',
      uk: 'підписи конверта не ті, яких вимагали: {cause}',
    },
    where: 'bank /sign',
    right: {
      en: 'sign once with the key of each address of the request, and with no other',
      uk: 'підпишіть один раз ключем кожної адреси із запиту й жодним іншим',
    },
    source: 'D MS',
    decides: 'sign',
  },
} as const satisfies Explanations;
