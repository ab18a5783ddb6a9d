import { z } from 'zod';

/**
 * Options where the documentation is silent and another reading is plausible. The default comes first.
 * Nothing else about the mock's behaviour in these points is configurable or hidden.
 */
export const profile = z.object({
  strict: z.boolean().default(false),
  asset_code: z
    .string()
    .regex(/^[a-zA-Z0-9]{1,12}$/)
    .default('UAH'),
  network_passphrase: z.string().min(1).default('Test SDF Network ; September 2015'),
  reverse_check: z.enum(['documented', 'all']).default('documented'),
  declined_status: z.union([z.literal(401), z.literal(400)]).default(401),
  dcm_token_ttl_s: z.int().min(1).max(86_400).default(60),
  session_ttl_s: z.int().min(1).default(86_400),
  accounts_list: z.enum(['array', 'object']).default('array'),
  reserve: z.enum(['lenient', 'strict']).default('lenient'),
  iban_routing: z.enum(['refuse', 'accept']).default('refuse'),
  transfer_rules: z.enum(['advise', 'enforce']).default('advise'),
  payment_guid: z.enum(['v4', 'v1']).default('v4'),
  callback_retry_s: z.array(z.number().positive()).default([1, 2, 4, 8, 16]),
  callback_timeout_ms: z.int().min(1).default(5000),
});

export type Profile = z.infer<typeof profile>;

export const defaultProfile: Profile = profile.parse({});

interface Option {
  readonly unknown: string;
  readonly says: string;
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
  dcm_token_ttl_s: { unknown: 'U-06', says: "Seconds that DCM's tokens live; not published." },
  session_ttl_s: { unknown: 'U-11', says: 'Seconds that a login session lives; not published.' },
  accounts_list: {
    unknown: 'U-26',
    says: 'listAccounts is shown as an array around one object (ENT); sibling lists answer a bare object.',
  },
  reserve: {
    unknown: 'U-39',
    says: 'lenient: without any declared reserve_balance the reserve condition is skipped; strict: it then fails.',
  },
  iban_routing: {
    unknown: 'U-43',
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
  callback_retry_s: {
    unknown: 'U-57',
    says: 'Ledger seconds after which a refused callback is tried again; retries are not documented.',
  },
  callback_timeout_ms: { unknown: 'U-57', says: 'Milliseconds that the bank has to answer a callback.' },
};

/** What an option may be, in words. */
export function allowedValues(name: keyof Profile): string {
  const schema = z.toJSONSchema(profile.shape[name], { io: 'input' }) as {
    readonly type?: string;
    readonly enum?: readonly unknown[];
    readonly anyOf?: readonly { readonly const?: unknown }[];
  };
  const values = schema.enum ?? schema.anyOf?.map((one) => one.const);
  return values ? values.map((value) => JSON.stringify(value)).join(', ') : String(schema.type);
}
