import { z } from 'zod';
import type { Option } from './option.js';

/** Seconds. */
const aMonth = 2_592_000;
/** Milliseconds. */
const tenMinutes = 600_000;
const mostRetries = 20;

/** What DCM sends to the bank for a transfer: callbacks, and questions for signatures. */
export const deliveryOptions = {
  callback_retry_s: {
    value: z.array(z.number().positive().max(aMonth)).max(mostRetries).default([1, 2, 4, 8, 16]),
    unknown: 'U-57',
    says: {
      en: 'Ledger seconds after which a refused callback is tried again; retries are in no part of the page that could be read.',
      uk: 'Через скільки секунд повторюється відхилений зворотний виклик; про повтори в прочитаній частині сторінки нічого немає.',
    },
  },
  callback_timeout_ms: {
    value: z.int().min(1).max(tenMinutes).default(5000),
    unknown: 'U-57',
    says: {
      en: 'Milliseconds that the bank has to answer a callback.',
      uk: 'За скільки мілісекунд банк має відповісти на зворотний виклик.',
    },
  },
  sign_retry_s: {
    value: z.array(z.number().positive().max(aMonth)).max(5).default([1, 2, 4, 8, 16]),
    unknown: 'U-54',
    says: {
      en: 'Ledger seconds after which /sign is asked again when the bank said 404; up to 5 retries are documented, their times are not.',
      uk: 'Через скільки секунд /sign викликають знову після 404; про час між повторами в прочитаній частині сторінки нічого немає.',
    },
  },
  sign_timeout_ms: {
    value: z.int().min(1).max(tenMinutes).default(5000),
    unknown: 'U-54',
    says: {
      en: 'Milliseconds that the bank has to answer /sign; not published.',
      uk: 'За скільки мілісекунд банк має відповісти на /sign; у прочитаній частині сторінки цього немає.',
    },
  },
  multisig_keys: {
    value: z.enum(['one-per-kind', 'both']).default('one-per-kind'),
    unknown: 'U-55',
    says: {
      en: "one-per-kind: the bank's first key signs for customers' entities, the second for its own; both: both sign every transfer.",
      uk: 'one-per-kind: перший ключ банку підписує для сутностей клієнтів, другий для власних; both: обидва підписують кожен переказ.',
    },
  },
} satisfies Readonly<Record<string, Option>>;
