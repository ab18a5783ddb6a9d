import { rules } from './rule.js';

/** What the bank must not sign. */
export const signRefusalRules = rules({
  'SIGN-02': {
    level: 'must',
    says: {
      en: 'a malformed envelope is refused with 400',
      uk: 'банк відповідає 400 на пошкоджений конверт',
    },
    fix: {
      en: 'Return 400 when transaction_xdr cannot be decoded as a TransactionEnvelope.',
      uk: 'Повертайте 400, якщо transaction_xdr не вдається декодувати як TransactionEnvelope.',
    },
    causes: [
      {
        en: 'an error in the XDR library results in 500',
        uk: 'помилка XDR-бібліотеки перетворюється на 500',
      },
      {
        en: 'the addresses are checked before the envelope is decoded',
        uk: 'адреси перевіряють раніше, ніж декодують конверт',
      },
    ],
    source: 'D MS',
    step: 6,
  },
  'SIGN-03': {
    level: 'must',
    says: {
      en: 'a request whose addresses do not belong to the bank is refused with 401',
      uk: 'банк відповідає 401 на запит, жодна з адрес якого йому не належить',
    },
    fix: {
      en: 'Return 401 when the bank does not have the key of any listed address.',
      uk: 'Повертайте 401, якщо банк не має ключа жодної з наведених адрес.',
    },
    causes: [
      { en: 'the list of addresses is not checked', uk: 'перелік адрес не перевіряють' },
      { en: 'the bank returns 400 or 403', uk: 'банк повертає 400 або 403' },
    ],
    source: 'D MS',
    step: 6,
  },
  'SIGN-04': {
    level: 'must',
    says: {
      en: 'the bank returns 404 while it cannot find the transfer at DCM, and signs it as soon as it can',
      uk: 'банк відповідає 404, доки не знаходить переказу в DCM, і підписує його, щойно знайде',
    },
    fix: {
      en: 'Read the transfer by payment_guid; return 404 when DCM does not have it, and do not cache that result.',
      uk: 'Читайте переказ за payment_guid; якщо його в DCM немає, повертайте 404 і не кешуйте цього результату.',
    },
    causes: [
      {
        en: "DCM's response 400 payment not found is passed on as 400 or 500",
        uk: 'відповідь DCM 400 payment not found передають далі як 400 або 500',
      },
      { en: 'the negative result is cached', uk: 'негативний результат кешують' },
    ],
    source: 'D MS',
    step: 16,
    reading: { unknown: 'U-54', options: ['sign_retry_s', 'sign_timeout_ms'] },
  },
  'SIGN-06': {
    level: 'should',
    says: {
      en: 'the bank refuses to sign an envelope that does not match the transfer',
      uk: 'банк відмовляється підписувати конверт, що не відповідає переказу',
    },
    fix: {
      en: 'Compare the amount, asset and parties in the envelope with the transfer; return 4xx when they differ.',
      uk: 'Порівняйте суму, актив і сторони в конверті з переказом; якщо вони відрізняються, повертайте 4xx.',
    },
    causes: [
      {
        en: 'the transfer is read, but not compared with the envelope',
        uk: 'переказ читають, але не порівнюють із конвертом',
      },
      { en: 'only the amount is compared', uk: 'порівнюють лише суму' },
    ],
    source: 'A',
    step: 16,
    reading: { unknown: 'U-54' },
  },
});
