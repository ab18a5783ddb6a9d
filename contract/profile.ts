import { z } from 'zod';

/** Seconds; dates that lie so far ahead are dates still. */
const tenYears = 315_360_000;
const aMonth = 2_592_000;
const aDay = 86_400;
/** Milliseconds. */
const tenMinutes = 600_000;
const mostRetries = 20;

/**
 * Options where what could be read of the documentation is silent and another reading is plausible. The default comes first.
 * Nothing else about the mock's behaviour in these points is configurable or hidden.
 */
export const profile = z.object({
  strict: z.boolean().default(false),
  asset_code: z
    .string()
    .regex(/^[a-zA-Z0-9]{1,12}$/)
    .default('UAH'),
  network_passphrase: z.string().min(1).max(200).default('Test SDF Network ; September 2015'),
  reverse_check: z.enum(['documented', 'all']).default('documented'),
  declined_status: z.union([z.literal(401), z.literal(400)]).default(401),
  callback_token: z.enum(['dcm', 'bank']).default('dcm'),
  bank_jwt_algs: z
    .array(z.enum(['RS256', 'PS256', 'ES256', 'EdDSA']))
    .min(1)
    .default(['RS256', 'PS256', 'ES256', 'EdDSA']),
  leeway_s: z.int().min(0).max(aDay).default(5),
  dcm_token_ttl_s: z.int().min(1).max(aDay).default(60),
  session_ttl_s: z.int().min(1).max(tenYears).default(aDay),
  accounts_list: z.enum(['array', 'object']).default('array'),
  reserve: z.enum(['lenient', 'strict']).default('lenient'),
  iban_routing: z.enum(['refuse', 'accept']).default('refuse'),
  transfer_rules: z.enum(['advise', 'enforce']).default('advise'),
  payment_guid: z.enum(['v4', 'v1']).default('v4'),
  fee: z.number().min(0).max(1_000_000).multipleOf(0.01).default(0),
  posting: z.enum(['sync', 'async']).default('sync'),
  limit_paths: z.enum(['schema', 'heading']).default('schema'),
  callback_retry_s: z.array(z.number().positive().max(aMonth)).max(mostRetries).default([1, 2, 4, 8, 16]),
  callback_timeout_ms: z.int().min(1).max(tenMinutes).default(5000),
  sign_retry_s: z.array(z.number().positive().max(aMonth)).max(5).default([1, 2, 4, 8, 16]),
  sign_timeout_ms: z.int().min(1).max(tenMinutes).default(5000),
  multisig_keys: z.enum(['one-per-kind', 'both']).default('one-per-kind'),
});

export type Profile = z.infer<typeof profile>;

export const defaultProfile: Profile = profile.parse({});

interface Option {
  readonly unknown: string;
  readonly says: string;
  /** A value that relaxes what is documented: a run with it is `non-standard`. */
  readonly relaxedBy?: unknown;
}

/** What each option decides, and the open question behind it. */
export const profileOptions: Readonly<Record<keyof Profile, Option>> = {
  strict: { unknown: '-', says: 'Requests with a SHOULD finding are refused instead of served.' },
  asset_code: {
    unknown: 'U-21',
    says: 'Code of the identifier: UAH in the plan and the glossary, eUAH in the signed sample.',
  },
  network_passphrase: {
    unknown: 'U-55',
    says: 'Stellar network whose passphrase enters the transaction hash; none is published.',
  },
  reverse_check: {
    unknown: 'U-03',
    says: 'documented: DCM asks the bank in the operations of the table; all: every other write asks /external_id too.',
  },
  declined_status: {
    unknown: 'U-10',
    says: 'Status towards the client when its bank declines; the pages publish no code.',
  },
  callback_token: {
    unknown: 'U-01',
    says: "Under JWT by Bank, whose token the bank finds in X-Session-ID: dcm, one that DCM makes and signs (AID-AUTH); bank, the bank's own forwarded (a reading of JWTA).",
  },
  bank_jwt_algs: {
    unknown: 'U-05',
    says: "Algorithms accepted in the bank's tokens; only RS256 is seen in samples. none and HMAC are never accepted.",
  },
  leeway_s: {
    unknown: 'U-06',
    says: "Seconds by which the times of a bank's token may be off; not published.",
  },
  dcm_token_ttl_s: { unknown: 'U-06', says: "Seconds that DCM's tokens live; not published." },
  session_ttl_s: { unknown: 'U-11', says: 'Seconds that a login session lives; not published.' },
  accounts_list: {
    unknown: 'U-26',
    relaxedBy: 'object',
    says: 'listAccounts is shown as an array around one object (ENT); sibling lists answer a bare object.',
  },
  reserve: {
    unknown: 'U-39',
    says: 'lenient: without any declared reserve_balance the reserve condition is skipped; strict: it then fails.',
  },
  iban_routing: {
    unknown: 'U-43',
    relaxedBy: 'accept',
    says: 'accept: an IBAN may stand in for sender_id or receiver_id; the documented error speaks for refuse.',
  },
  transfer_rules: {
    unknown: 'U-47',
    says: 'Routes are advised (TR); the matrices that might enforce them are not published.',
  },
  payment_guid: {
    unknown: 'U-53',
    says: 'UUID version of transfers: v4 in API samples, v1 in the signed sample.',
  },
  fee: {
    unknown: 'U-48',
    says: 'Hryvnias that a new transfer shows as its fee; the formula is not published, nor who is charged: nothing is.',
  },
  posting: {
    unknown: 'U-45',
    says: 'sync: confirmPayment answers when the transfer is posted; async: it answers first, and the transfer is CONFIRMED a second of the ledger clock later.',
  },
  limit_paths: {
    unknown: 'U-33',
    says: 'schema: /amount has the maxima of periods and /payment the bounds of one transfer, as the published answers say; heading: the other way round, as the headings say.',
  },
  callback_retry_s: {
    unknown: 'U-57',
    says: 'Ledger seconds after which a refused callback is tried again; retries are in no part of the page that could be read.',
  },
  sign_retry_s: {
    unknown: 'U-54',
    says: 'Ledger seconds after which /sign is asked again when the bank said 404; up to 5 retries are documented, their times are not.',
  },
  sign_timeout_ms: {
    unknown: 'U-54',
    says: 'Milliseconds that the bank has to answer /sign; not published.',
  },
  multisig_keys: {
    unknown: 'U-55',
    says: "one-per-kind: the bank's first key signs for customers' entities, the second for its own; both: both sign every transfer.",
  },
  callback_timeout_ms: { unknown: 'U-57', says: 'Milliseconds that the bank has to answer a callback.' },
};

interface ValueSchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly { readonly const?: unknown }[];
}

/** JSON schema of an option's value. */
export function valueSchema(name: keyof Profile): Record<string, unknown> & ValueSchema {
  const {
    $schema: _dialect,
    default: _default,
    ...schema
  } = z.toJSONSchema(profile.shape[name], { io: 'input' });
  return schema as Record<string, unknown> & ValueSchema;
}

/** The values of an option, where they can be listed. */
export function listedValues(name: keyof Profile): readonly unknown[] | undefined {
  const schema = valueSchema(name);
  if (schema.type === 'boolean') return [false, true];
  return schema.enum ?? schema.anyOf?.map((one) => one.const);
}

/** What an option may be, in words. */
export function allowedValues(name: keyof Profile): string {
  const { type } = valueSchema(name);
  const values = type === 'boolean' ? undefined : listedValues(name);
  return values ? values.map((value) => JSON.stringify(value)).join(', ') : String(type);
}
