import { z } from 'zod';
import { flows } from './bank-service.js';
import { keyKeeper } from './control/counterparties.js';
import { registerJwk } from './operations/jwks.js';

/**
 * How the harness makes a bank act: `POST {url}` with an act, and a response as below. A bank offers this hook in its
 * test installation only. Every act carries the `dcm` block to use and an `id` that is unique across all runs; if an
 * `id` comes again, the bank gives the first response again and does not act twice.
 */

export const dcmBlock = z.object({
  base_url: z.string(),
  counterparty_guid: z.string(),
  asset_code: z.string(),
  asset_issuer: z.string(),
  scheme: z.enum(['dcm', 'bank']),
  employee: z.object({ email: z.string(), password: z.string() }).optional(),
});
export type DcmBlock = z.infer<typeof dcmBlock>;

const payment = z.object({
  sender_id: z.string(),
  sender_external_id: z.string().optional(),
  receiver_id: z.string(),
  /** Hryvnias. */
  amount: z.number(),
  bank_guid: z.string().nullish(),
  purpose: z.string().optional(),
  category_guid: z.string().nullish(),
  /** Under the operations of this branch. */
  branch_guid: z.string().nullish(),
});

/** Operations that set a limit (LIM). */
export const limitOperations = [
  'setCustomerAmountLimit',
  'setCustomerPaymentLimit',
  'setSegmentAmountLimit',
  'setSegmentPaymentLimit',
] as const;

const identifiers = z.object({ amount: z.number(), reserve_balance: z.number().optional() });

export const newCustomer = z.object({
  login: z.string(),
  name: z.string().optional(),
  surname: z.string().optional(),
  phone_number: z.string().optional(),
  iban: z.string().optional(),
});
export type NewCustomer = z.infer<typeof newCustomer>;

/** What each act is given. */
export const actInputs = {
  ping: z.object({}),
  configure: z.object({ key_keepers: z.array(keyKeeper) }),
  'create-secrets': z.object({
    users: z.array(
      z.object({ login: z.string().min(1), external_id: z.string().min(1).max(500).optional() }),
    ),
  }),
  login: z.object({}),
  'issue-identifiers': identifiers,
  'delete-identifiers': identifiers,
  'create-customers': z.object({ customers: z.array(newCustomer) }),
  transfer: payment,
  'create-payment': payment,
  'confirm-payment': z.object({
    payment_guid: z.string(),
    /** Whom a token of the bank is about (JWT by Bank). */
    sender_external_id: z.string().optional(),
    bank_guid: z.string().nullish(),
    branch_guid: z.string().nullish(),
  }),
  'read-payment': z.object({ payment_guid: z.string() }),
  'confirm-recon': z.object({ recon_guid: z.string(), status: z.string() }),
  'set-limit': z.object({ operation: z.enum(limitOperations), body: z.record(z.string(), z.unknown()) }),
  'register-jwk': z.object({ body: registerJwk.body }),
  /** A token of the bank's own, for probes; `ttl_s` may be negative. */
  'mint-token': z.object({ flow: z.enum(flows), obj: z.string(), sub: z.string(), ttl_s: z.int() }),
  /** The bank stops and starts again; what it has stored must still be there. */
  restart: z.object({}),
  reset: z.object({}),
} as const;

export type Act = keyof typeof actInputs;
export type ActInput<A extends Act> = z.output<(typeof actInputs)[A]>;

export const actRequest = z.object({
  act: z.string(),
  id: z.string(),
  dcm: dcmBlock,
  input: z.record(z.string(), z.unknown()).default({}),
});
export type ActRequest = z.infer<typeof actRequest>;

/**
 * `ok: false`: DCM refused, or the bank could not do it; HTTP 202 with `{}`: started; HTTP 501: act not supported.
 */
export const actAnswer = z.object({
  ok: z.boolean(),
  output: z
    .looseObject({
      payment_guid: z.string().optional(),
      customers: z
        .array(
          z.object({
            login: z.string(),
            customer_guid: z.string().optional(),
            account_guid: z.string().optional(),
          }),
        )
        .optional(),
      users: z.array(z.object({ login: z.string(), external_id: z.string() })).optional(),
      token: z.string().optional(),
    })
    .optional(),
  error: z.string().optional(),
  /** From a command, which has no status 501: the act is not supported. */
  unsupported: z.boolean().optional(),
});
export type ActAnswer = z.infer<typeof actAnswer>;
