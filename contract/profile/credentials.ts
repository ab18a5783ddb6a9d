import { z } from 'zod';
import type { Option } from './option.js';

/** Seconds; dates this far ahead are still valid dates. */
const tenYears = 315_360_000;
/** Seconds. */
const aDay = 86_400;

/** Tokens, sessions and declines. */
export const credentialOptions = {
  reverse_check: {
    value: z.enum(['documented', 'all', 'fewer']).default('documented'),
    unknown: 'U-03',
    says: {
      en: 'documented: DCM makes reverse calls only in the operations listed in the table; all: every other write operation also calls /external_id; fewer: /external_id is not called where /key is.',
      uk: 'documented: DCM звертається до сервісу авторизації лише в операціях із таблиці; all: усі інші операції запису також викликають /external_id; fewer: /external_id не викликають там, де викликають /key.',
    },
  },
  declined_status: {
    value: z.union([z.literal(401), z.literal(400), z.literal(403)]).default(401),
    unknown: 'U-10',
    says: {
      en: "Status that DCM returns to the client when the bank's authorization service refuses; no status is published.",
      uk: 'Код, який DCM повертає клієнтові, коли сервіс авторизації банку відмовляє; у документації коду не опубліковано.',
    },
  },
  callback_token: {
    value: z.enum(['dcm', 'bank']).default('dcm'),
    unknown: 'U-01',
    says: {
      en: "Token that the bank receives in X-Session-ID under JWT by Bank. dcm: a token that DCM creates and signs (AID-AUTH); bank: the bank's own token, forwarded by DCM (a reading of JWTA).",
      uk: 'Токен, який банк отримує в X-Session-ID за схемою JWT by Bank. dcm: токен, створений і підписаний DCM (AID-AUTH); bank: власний токен банку, який DCM передає назад (тлумачення JWTA).',
    },
  },
  bank_jwt_algs: {
    value: z
      .array(z.enum(['RS256', 'PS256', 'ES256', 'EdDSA']))
      .min(1)
      .default(['RS256', 'PS256', 'ES256', 'EdDSA']),
    unknown: 'U-05',
    says: {
      en: "Algorithms accepted in the bank's tokens; the samples show only RS256. none and HMAC are never accepted.",
      uk: 'Алгоритми, дозволені в токенах банку; у прикладах є лише RS256. none і HMAC ніколи не приймаються.',
    },
  },
  leeway_s: {
    value: z.int().min(0).max(aDay).default(5),
    unknown: 'U-06',
    says: {
      en: "Number of seconds by which the times in a bank's token may be off; not published.",
      uk: 'На скільки секунд може відхилятися час у токені банку; не опубліковано.',
    },
  },
  dcm_token_ttl_s: {
    value: z.int().min(1).max(aDay).default(60),
    unknown: 'U-06',
    says: {
      en: "Lifetime of DCM's tokens, in seconds; not published.",
      uk: 'Строк дії токенів DCM у секундах; не опубліковано.',
    },
  },
  session_ttl_s: {
    value: z.int().min(1).max(tenYears).default(aDay),
    unknown: 'U-11',
    says: {
      en: 'Lifetime of a login session, in seconds; not published.',
      uk: 'Тривалість сесії входу в секундах; не опубліковано.',
    },
  },
} satisfies Readonly<Record<string, Option>>;
