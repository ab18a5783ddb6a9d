import { z } from 'zod';
import { keyKeeper } from './control/counterparties.js';
import { newCustomer } from './driver.js';
import { profile } from './profile.js';
import { findRule } from './rules/index.js';
import { waiver } from './waivers.js';
import { withoutSlash } from './without-slash.js';

/**
 * `bank.yaml`: one file that defines a run against a bank. Relative paths are relative to the file; `${NAME}` in a text
 * comes from the environment.
 */

const url = z
  .url({ protocol: /^https?$/, error: 'expected an http or https URL' })
  .refine((text) => !/^https?:\/\/[^/?#]*@/.test(text), {
    error: 'expected no user and password in the URL; send them in bank.headers',
  })
  .transform(withoutSlash);

/** User and password of a URL are percent-encoded; what is not such an encoding cannot be sent. */
function hasReadableCredentials(text: string): boolean {
  try {
    const { username, password } = new URL(text);
    return decodeURIComponent(username + password) !== undefined;
  } catch {
    return false;
  }
}

const path = z.string().min(1);
const seconds = z.number().positive();

const stellarAddress = z.string().regex(/^G[A-Z2-7]{55}$/, 'expected a Stellar public key, G and 55 symbols');

const dcm = z.strictObject({
  keys: path.describe("DCM's keys, made once by dcm keys"),
  host: z.string().default('127.0.0.1').describe('address to listen on'),
  port: z.int().min(0).max(65_535).default(4010),
  public_url: url.optional().describe('as the bank reaches it, when different'),
});

const tls = z.strictObject({
  ca: path.optional().describe('PEM of a private certification authority'),
  cert: path.optional().describe('PEM of the client certificate'),
  key: path.optional().describe('PEM of its key'),
  insecure: z.boolean().default(false).describe('accept any certificate; reported'),
});

const credentials = z.strictObject({ email: z.email(), password: z.string().min(1) });

const namedCustomer = newCustomer.extend({
  external_id: z
    .string()
    .min(1)
    .max(500)
    .optional()
    .describe('of a user whose secret the bank holds; used without the act create-secrets'),
});

const bank = z.strictObject({
  alias: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?$/, 'expected a host name label of a-z, 0-9 and -'),
  name: z.string().min(1),
  auth_url: url.optional().describe('base of /user_auth, /key and /external_id'),
  user_auth_url: url.optional(),
  user_key_url: url.optional(),
  user_id_url: url.optional(),
  callback_url: url.optional().describe('base of /api/dcm/notify/*; leave out when callbacks are not used'),
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
      'HTTP proxy through which the bank is reached; without it none, whatever the environment names',
    ),
  headers: z.record(z.string(), z.string()).default({}).describe('added to every call to the bank'),
  leeway_s: z.number().min(0).default(60).describe('clock skew that its token check allows'),
  jwks_cooldown_s: z.number().min(0).default(30).describe('how long it may go on with a cached JWKS'),
  probes: z
    .enum(['direct', 'within-act'])
    .default('direct')
    .describe('within-act: it accepts tokens only about a request of its own that is under way'),
  first_employee: credentials,
  subjects: z.strictObject({ admin: z.string().min(1), forbidden: z.email() }),
  schemes: z
    .array(z.enum(['dcm', 'bank']))
    .min(1)
    .default(['dcm']),
  jwks: path.optional().describe('its public JWKs; for the scheme bank'),
  key_keepers: z.tuple([keyKeeper, keyKeeper]),
  customers: z.union([
    z.array(namedCustomer).min(1),
    z.strictObject({ generate: z.int().min(1).max(10_000) }),
  ]),
  unknown: z
    .strictObject({ login: z.string().min(1), external_id: z.string().min(1) })
    .describe('a user whom the bank must refuse'),
});

const driver = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('http'),
    url,
    token: z.string().optional(),
    timeout_s: seconds.default(30),
  }),
  z.strictObject({
    kind: z.literal('command'),
    run: z.array(z.string().min(1)).min(1),
    timeout_s: seconds.default(30),
  }),
  z.strictObject({ kind: z.literal('manual'), timeout_s: seconds.default(900) }),
  z.strictObject({ kind: z.literal('builtin'), private_jwk: path.optional() }),
  z
    .strictObject({ kind: z.literal('none') })
    .describe('the bank cannot be asked to act; enough for steps 1 and 2'),
]);

const plan = z.strictObject({
  callbacks: z.boolean().default(true),
  multisignature: z.boolean().default(false),
  branches: z.boolean().default(false),
  limits: z.boolean().default(true),
  reconciliation: z.boolean().default(true),
});

const members = z.strictObject({
  dcm,
  bank,
  driver,
  scope: z.enum(['full', 'service']).default('full'),
  plan: plan.prefault({}),
  waivers: z.array(waiver).default([]),
  profile: profile.partial().strict().default({}),
});

/** What does not hold together although each member is well formed: path and what is allowed. */
function contradictions({
  bank,
  driver,
  scope,
  plan,
  waivers,
}: z.output<typeof members>): [string, string][] {
  const found: [boolean, string, string][] = [
    [
      bank.auth_url === undefined && (!bank.user_auth_url || !bank.user_key_url || !bank.user_id_url),
      'bank.auth_url',
      'required, or all of user_auth_url, user_key_url and user_id_url',
    ],
    [
      new Set(bank.key_keepers.map((one) => one.for)).size !== 2,
      'bank.key_keepers',
      'expected one for identification and one for processing',
    ],
    [
      bank.key_keepers[0].external_id === bank.key_keepers[1].external_id,
      'bank.key_keepers',
      'expected two different external ids',
    ],
    [
      bank.subjects.admin === bank.subjects.forbidden,
      'bank.subjects.forbidden',
      'expected somebody else than subjects.admin',
    ],
    [
      bank.schemes.includes('bank') && bank.jwks === undefined && driver.kind !== 'builtin',
      'bank.jwks',
      'required with the scheme bank',
    ],
    [
      bank.schemes.includes('bank') && driver.kind === 'builtin' && driver.private_jwk === undefined,
      'driver.private_jwk',
      'required for the builtin driver with the scheme bank',
    ],
    [
      plan.multisignature && bank.sign_url === undefined,
      'bank.sign_url',
      'required with plan.multisignature',
    ],
    [plan.multisignature && bank.signers === undefined, 'bank.signers', 'required with plan.multisignature'],
    [
      driver.kind === 'builtin' && scope !== 'service',
      'scope',
      'expected service: with the builtin driver only what DCM calls is under test',
    ],
    [
      (bank.tls?.cert === undefined) !== (bank.tls?.key === undefined),
      'bank.tls',
      'cert and key go together',
    ],
    [
      driver.kind === 'builtin' && !Array.isArray(bank.customers),
      'bank.customers',
      'expected a list with the builtin driver: the bank has to hold the secrets of these customers beforehand',
    ],
    ...waivers.flatMap(({ rule }, index): [boolean, string, string][] => [
      [findRule(rule)?.side !== 'bank', `waivers.${index}.rule`, `${rule} is no rule about a bank`],
      [
        waivers.findIndex((one) => one.rule === rule) !== index,
        `waivers.${index}.rule`,
        `${rule} is waived already`,
      ],
    ]),
    [
      bank.probes === 'within-act' && driver.kind === 'builtin',
      'bank.probes',
      'expected direct: with the builtin driver the bank itself has no request under way',
    ],
  ];
  return found.filter(([wrong]) => wrong).map(([, member, allowed]) => [member, allowed]);
}

export const bankConfig = members.superRefine((config, context) => {
  for (const [member, message] of contradictions(config)) {
    context.addIssue({ code: 'custom', path: member.split('.'), message });
  }
});

export type BankConfig = z.output<typeof members>;

/** JSON Schema of bank.yaml for editors; what holds members together is checked on reading only. */
export const bankConfigSchema = (): object => ({
  ...z.toJSONSchema(members, { io: 'input', unrepresentable: 'any' }),
  title: 'bank.yaml',
});
