import { z } from 'zod';
import type { Option } from './option.js';

/** Seconds. */
const aMonth = 2_592_000;
/** Milliseconds. */
const tenMinutes = 600_000;
const mostRetries = 20;

/** What DCM sends to the bank for a transfer: callbacks and requests for signatures. */
export const deliveryOptions = {
  callback_retry_s: {
    value: z.array(z.number().positive().max(aMonth)).max(mostRetries).default([1, 2, 4, 8, 16]),
    unknown: 'U-57',
    says: {
      en: 'Delays, in seconds of the ledger clock, after which a failed callback is retried; the documentation available to us does not mention retries.',
      uk: 'Через скільки секунд за годинником реєстру повторюється невдалий зворотний виклик; у доступній нам документації про повтори не йдеться.',
    },
  },
  callback_timeout_ms: {
    value: z.int().min(1).max(tenMinutes).default(5000),
    unknown: 'U-57',
    says: {
      en: "Time limit for the bank's response to a callback, in milliseconds.",
      uk: 'Граничний час відповіді банку на зворотний виклик у мілісекундах.',
    },
  },
  sign_retry_s: {
    value: z.array(z.number().positive().max(aMonth)).max(5).default([1, 2, 4, 8, 16]),
    unknown: 'U-54',
    says: {
      en: 'Delays, in seconds of the ledger clock, after which /sign is called again when the bank returned 404; up to 5 retries are documented, but not their times.',
      uk: 'Через скільки секунд за годинником реєстру /sign викликають знову, якщо банк повернув 404; задокументовано до 5 повторів, але не час між ними.',
    },
  },
  sign_timeout_ms: {
    value: z.int().min(1).max(tenMinutes).default(5000),
    unknown: 'U-54',
    says: {
      en: "Time limit for the bank's response to /sign, in milliseconds; not published.",
      uk: 'Граничний час відповіді банку на /sign у мілісекундах; не опубліковано.',
    },
  },
  multisig_keys: {
    value: z.enum(['one-per-kind', 'both']).default('one-per-kind'),
    unknown: 'U-55',
    says: {
      en: "one-per-kind: the bank's first key signs for customer entities, and the second for the bank's own entities; both: both keys sign every transfer.",
      uk: 'one-per-kind: перший ключ банку підписує перекази сутностей клієнтів, другий перекази власних сутностей банку; both: кожен переказ підписують обидва ключі.',
    },
  },
} satisfies Readonly<Record<string, Option>>;
