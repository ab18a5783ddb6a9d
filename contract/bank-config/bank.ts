import { z } from 'zod';
import { keyKeeper } from '../control/counterparties.js';
import { newCustomer } from '../driver.js';
import { path, url } from './values.js';

/** User and password of a URL are percent-encoded; anything else cannot be sent. */
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
  .regex(/^G[A-Z2-7]{55}$/, 'expected a Stellar public key: G and 55 more characters');

const tls = z.strictObject({
  ca: path.optional().describe('PEM file of a private certificate authority'),
  cert: path.optional().describe('PEM file of the client certificate'),
  key: path.optional().describe('PEM file of its key'),
  insecure: z.boolean().default(false).describe('accept any certificate; the report says so'),
});

const credentials = z.strictObject({ email: z.email(), password: z.string().min(1) });

const namedCustomer = newCustomer.extend({
  external_id: z
    .string()
    .min(1)
    .max(500)
    .optional()
    .describe('of a user whose secret the bank already holds; used without the act create-secrets'),
});

/** The bank under test: where it is reached, and whom it knows. */
export const bank = z.strictObject({
  alias: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?$/, 'expected a host name label of a-z, 0-9 and -'),
  name: z.string().min(1),
  auth_url: url.optional().describe('base of /user_auth, /key and /external_id'),
  user_auth_url: url.optional(),
  user_key_url: url.optional(),
  user_id_url: url.optional(),
  callback_url: url.optional().describe('base of /api/dcm/notify/*; leave out if callbacks are not used'),
  sign_url: url.optional().describe('base of /sign; only with multisignature'),
  signers: z
    .tuple([stellarAddress, stellarAddress])
    .optional()
    .describe("the bank's two public keys: for customers' entities, for its own"),
  tls: tls.optional(),
  proxy: z
    .url({ protocol: /^http$/, error: 'expected an http URL' })
    .refine(hasReadableCredentials, {
      error: 'expected user and password with percent signs written as %25',
    })
    .optional()
    .describe(
      'HTTP proxy to the bank; without it the bank is called directly, whatever the environment says',
    ),
  headers: z.record(z.string(), z.string()).default({}).describe('added to every call to the bank'),
  leeway_s: z.number().min(0).default(60).describe('the clock skew that its token check allows'),
  jwks_cooldown_s: z.number().min(0).default(30).describe('how long the bank may keep using a cached JWKS'),
  probes: z
    .enum(['direct', 'within-act'])
    .default('direct')
    .describe('within-act: the bank accepts a token only while a request of its own is in progress'),
  first_employee: credentials,
  subjects: z.strictObject({ admin: z.string().min(1), forbidden: z.email() }),
  schemes: z
    .array(z.enum(['dcm', 'bank']))
    .min(1)
    .default(['dcm']),
  jwks: path.optional().describe('file with its public JWKs; for the scheme bank'),
  key_keepers: z.tuple([keyKeeper, keyKeeper]),
  customers: z.union([
    z.array(namedCustomer).min(1),
    z.strictObject({ generate: z.int().min(1).max(10_000) }),
  ]),
  unknown: z
    .strictObject({ login: z.string().min(1), external_id: z.string().min(1) })
    .describe('a user whom the bank must refuse'),
});
