import { z } from 'zod';
import { keyKeeper } from '../control/counterparties.js';
import { newCustomer } from '../driver.js';
import { path, tls, url } from './values.js';

/** User and password in a URL are percent-encoded; anything else cannot be sent. */
function hasReadableCredentials(text: string): boolean {
  try {
    const { username, password } = new URL(text);
    return decodeURIComponent(username + password) !== undefined;
  } catch {
    return false;
  }
}

const stellarAddress = z
  .string()
  .regex(/^G[A-Z2-7]{55}$/, 'expected a Stellar public key, G and 55 characters');

const credentials = z.strictObject({ email: z.email(), password: z.string().min(1) });

const namedCustomer = newCustomer.extend({
  external_id: z
    .string()
    .min(1)
    .max(500)
    .optional()
    .describe(
      'external id of a user whose secret the bank already holds; used without the act create-secrets',
    ),
});

/** The bank under test: how to reach it, and whom it knows. */
export const bank = z.strictObject({
  alias: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?$/, 'expected a host name label of a-z, 0-9 and -')
    .default('bank1'),
  name: z.string().min(1),
  auth_url: url.optional().describe('base URL of /user_auth, /key and /external_id'),
  user_auth_url: url.optional(),
  user_key_url: url.optional(),
  user_id_url: url.optional(),
  callback_url: url.optional().describe('base URL of /api/dcm/notify/*; omit it if callbacks are not used'),
  sign_url: url.optional().describe('URL of /sign, or its base; only with multisignature'),
  signers: z
    .tuple([stellarAddress, stellarAddress])
    .optional()
    .describe("the bank's two public keys: for customers' entities, and for its own"),
  tls: tls.optional(),
  proxy: z
    .url({ protocol: /^http$/, error: 'expected an http URL' })
    .refine(hasReadableCredentials, {
      error: 'expected percent signs in user and password to be written as %25',
    })
    .optional()
    .describe('HTTP proxy through which to reach the bank; proxies set in the environment are not used'),
  headers: z.record(z.string(), z.string()).default({}).describe('headers added to every call to the bank'),
  leeway_s: z.number().min(0).default(60).describe('clock skew that the token check of the bank allows'),
  jwks_cooldown_s: z.number().min(0).default(30).describe('how long the bank may use a cached JWKS'),
  probes: z
    .enum(['direct', 'within-act'])
    .default('direct')
    .describe('within-act: the bank accepts only tokens about its own request in progress'),
  first_employee: credentials
    .optional()
    .describe('who logs in at DCM first; only a run without a driver does without'),
  subjects: z.strictObject({ admin: z.string().min(1), forbidden: z.email() }),
  schemes: z
    .array(z.enum(['dcm', 'bank']))
    .min(1)
    .default(['dcm']),
  jwks: path.optional().describe('file with the public JWKs of the bank; for the scheme bank'),
  key_keepers: z.tuple([keyKeeper, keyKeeper]),
  customers: z
    .union([z.array(namedCustomer).min(1), z.strictObject({ generate: z.int().min(1).max(10_000) })])
    .default({ generate: 1000 }),
  unknown: z
    .strictObject({ login: z.string().min(1), external_id: z.string().min(1) })
    .default({ login: 'nobody@dcm.example', external_id: 'nobody' })
    .describe('a user whom the bank must refuse'),
});
