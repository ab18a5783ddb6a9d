import { z } from 'zod';
import type { Option } from './option.js';

/** Seconds; dates that lie so far ahead are dates still. */
const tenYears = 315_360_000;
/** Seconds. */
const aDay = 86_400;

/** Tokens, sessions and declines. */
export const credentialOptions = {
  reverse_check: {
    value: z.enum(['documented', 'all']).default('documented'),
    unknown: 'U-03',
    says: {
      en: 'documented: DCM asks the bank in the operations of the table; all: every other write asks /external_id too.',
      uk: 'documented: DCM звертається до банку лише в операціях із таблиці; all: будь-який інший запис також звертається до /external_id.',
    },
  },
  declined_status: {
    value: z.union([z.literal(401), z.literal(400)]).default(401),
    unknown: 'U-10',
    says: {
      en: 'Status towards the client when its bank declines; the pages publish no code.',
      uk: 'Код для клієнта, коли його банк відмовляє; на сторінках коду немає.',
    },
  },
  callback_token: {
    value: z.enum(['dcm', 'bank']).default('dcm'),
    unknown: 'U-01',
    says: {
      en: "Under JWT by Bank, whose token the bank finds in X-Session-ID: dcm, one that DCM makes and signs (AID-AUTH); bank, the bank's own forwarded (a reading of JWTA).",
      uk: 'За схемою JWT by Bank, чий токен банк отримує в X-Session-ID: dcm, створений і підписаний DCM; bank, власний токен банку, переданий далі.',
    },
  },
  bank_jwt_algs: {
    value: z
      .array(z.enum(['RS256', 'PS256', 'ES256', 'EdDSA']))
      .min(1)
      .default(['RS256', 'PS256', 'ES256', 'EdDSA']),
    unknown: 'U-05',
    says: {
      en: "Algorithms accepted in the bank's tokens; only RS256 is seen in samples. none and HMAC are never accepted.",
      uk: 'Алгоритми, які приймаються в токенах банку; у прикладах є лише RS256.',
    },
  },
  leeway_s: {
    value: z.int().min(0).max(aDay).default(5),
    unknown: 'U-06',
    says: {
      en: "Seconds by which the times of a bank's token may be off; not published.",
      uk: 'На скільки секунд може відхилятися час токена банку; не опубліковано.',
    },
  },
  dcm_token_ttl_s: {
    value: z.int().min(1).max(aDay).default(60),
    unknown: 'U-06',
    says: {
      en: "Seconds that DCM's tokens live; not published.",
      uk: 'Скільки секунд чинні токени DCM; не опубліковано.',
    },
  },
  session_ttl_s: {
    value: z.int().min(1).max(tenYears).default(aDay),
    unknown: 'U-11',
    says: {
      en: 'Seconds that a login session lives; not published.',
      uk: 'Скільки секунд триває сесія входу; не опубліковано.',
    },
  },
} satisfies Readonly<Record<string, Option>>;
