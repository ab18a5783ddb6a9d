import { rules } from './rule.js';

/** What the bank does not sign. */
export const signRefusalRules = rules({
  'SIGN-02': {
    level: 'must',
    says: { en: 'a malformed envelope is answered with 400', uk: 'пошкоджений конверт отримує 400' },
    fix: {
      en: 'Answer 400 when transaction_xdr cannot be decoded as a TransactionEnvelope.',
      uk: 'Повертайте 400, якщо transaction_xdr не розпізнається як TransactionEnvelope.',
    },
    causes: [
      { en: 'the error of the XDR library ends as 500', uk: 'помилка XDR-бібліотеки завершується кодом 500' },
      {
        en: 'addresses are checked before the envelope is read',
        uk: 'адреси перевіряють раніше, ніж читають конверт',
      },
    ],
    source: 'D MS',
    step: 6,
  },
  'SIGN-03': {
    level: 'must',
    says: {
      en: "addresses that are none of the bank's are answered with 401",
      uk: 'адреси, жодна з яких не належить банку, отримують 401',
    },
    fix: {
      en: 'Answer 401 when the bank holds the key of none of the listed addresses.',
      uk: 'Повертайте 401, якщо банк не має ключа до жодної з наведених адрес.',
    },
    causes: [
      { en: 'the list of addresses is not looked at', uk: 'перелік адрес не читають' },
      { en: 'the refusal is 400 or 403', uk: 'відмова має код 400 або 403' },
    ],
    source: 'D MS',
    step: 6,
  },
  'SIGN-04': {
    level: 'must',
    says: {
      en: 'a transfer that the bank does not find at DCM is answered with 404, and signed once it is found',
      uk: 'переказ, якого банк не знаходить у DCM, отримує 404, а щойно знайдеться, підписується',
    },
    fix: {
      en: 'Read the transfer by payment_guid; answer 404 when DCM does not have it, and do not remember that answer.',
      uk: 'Читайте переказ за payment_guid; якщо його в DCM немає, повертайте 404 і не запам’ятовуйте цієї відповіді.',
    },
    causes: [
      {
        en: "DCM's 400 payment not found is passed on as 400 or 500",
        uk: 'відповідь DCM 400 payment not found передається далі як 400 або 500',
      },
      { en: 'the negative answer is cached', uk: 'негативна відповідь потрапляє в кеш' },
    ],
    source: 'D MS',
    step: 16,
    reading: { unknown: 'U-54', options: ['sign_retry_s', 'sign_timeout_ms'] },
  },
  'SIGN-06': {
    level: 'should',
    says: {
      en: 'an envelope that does not match the transfer is refused and not signed',
      uk: 'конверт, що не відповідає переказу, відхиляється й не підписується',
    },
    fix: {
      en: 'Compare amount, asset and parties of the envelope with the transfer; answer 4xx when they differ.',
      uk: 'Порівняйте суму, актив і сторони конверта з переказом; якщо вони різняться, повертайте 4xx.',
    },
    causes: [
      { en: 'the transfer is read, but not compared', uk: 'переказ читають, але не порівнюють' },
      { en: 'only the amount is compared', uk: 'порівнюють лише суму' },
    ],
    source: 'A',
    step: 16,
    reading: { unknown: 'U-54' },
  },
});
