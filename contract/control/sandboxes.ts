import { z } from 'zod';
import { keysFile } from '../keys-file.js';
import { someOptions } from '../profile/index.js';
import { empty, timestamp } from '../schemas.js';
import { controlTable } from './operation.js';

/** Sandboxes: worlds of their own below `/s/{name}` of one mock, for several teams or runs. */

/** Seconds of the longest time to live. */
const yearS = 366 * 86_400;

/** What a sandbox is called in its URL. */
export const sandboxName = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, {
  error: 'expected 1 to 40 lower-case letters, digits and hyphens, with a letter or digit at both ends',
});

export const megabyte = 1024 * 1024;

/** The least and the most that a sandbox, or each sandbox of a mock, may be given of something. */
export const limitBounds = {
  rows: [1000, 100_000_000],
  requests_per_s: [1, 1_000_000],
  journal_mb: [1, 4096],
} as const;

const within = ([least, most]: readonly [number, number]) => z.int().min(least).max(most).optional();

/** Limits of one sandbox. */
export const ownLimits = z.object({
  /** Records of its state; what would store more is refused (507). */
  rows: within(limitBounds.rows),
  /** Requests to DCM's API and the ledger in a second; further ones are refused (429). */
  requests_per_s: within(limitBounds.requests_per_s),
  /** Megabytes of its journal, whose oldest entries go. */
  journal_mb: within(limitBounds.journal_mb),
});
export type OwnLimits = z.infer<typeof ownLimits>;

const sandbox = z.object({
  name: z.string(),
  /** Its base URL: the API, Kratos, JWKS, Horizon, pages and the control API are below it. */
  url: z.string(),
  control: z.string(),
  console: z.string(),
  jwks: z.string(),
  created_at: timestamp,
  /** Then it is removed with everything in it; empty if that never happens. */
  expires_at: z.string(),
  /** The sandbox that it was copied from; empty otherwise. */
  forked_from: z.string(),
  /** Empty for a viewer: sessions and codes follow from it. */
  seed: z.string(),
  counterparty_guid: z.string(),
  issuer: z.string(),
  /** Name of the key that it signs with now. */
  kid: z.string(),
  /** Requests since it was made, or since the mock was started. */
  requests: z.int(),
  /** Entries of its journal. */
  entries: z.int(),
  /** Its own, or those of the mock. */
  limits: z.object({ rows: z.int(), requests_per_s: z.int(), journal_mb: z.number() }),
  /** What it has of that; `refused` counts the requests beyond those of a second. */
  used: z.object({ rows: z.int(), journal_mb: z.number(), refused: z.int() }),
});
export type SandboxView = z.infer<typeof sandbox>;

const made = sandbox.extend({
  /** Opens the control API of this sandbox, and nothing else; it is shown only once. */
  control_token: z.string(),
  /** Reads there, changes nothing, and opens nothing else; it is shown only once. */
  viewer_token: z.string(),
});

const order = {
  /** A free one is chosen without it. */
  name: sandboxName
    .refine((name) => name !== 'new', 'new means a new one to dcm verify --sandbox: choose another name')
    .optional(),
  /** Seconds after which it is removed; it stays until it is deleted without it. */
  ttl_s: z.int().min(1).max(yearS).optional(),
  /** For those that are left out it has what the mock gives to each, or the sandbox that it is copied from. */
  limits: ownLimits.optional(),
};

const params = z.object({ name: z.string() });

export const sandboxOperations = controlTable('Sandboxes', {
  createSandbox: {
    method: 'POST',
    path: '/control/v1/sandboxes',
    names: ['name'],
    summary:
      'Makes a world of its own: counterparties, money, keys, clock, options, faults, mails, journal and ids; it begins empty',
    source: 'A',
    body: z.object({
      ...order,
      /** Options that differ from the default. */
      profile: someOptions.optional(),
      /** Content of a keys file (`dcm keys`), if the bank already trusts these; new ones are made without it. */
      keys: keysFile.optional(),
      /** Determines its ids; a random one is taken without it. */
      seed: z.string().min(1).max(100).optional(),
    }),
    answer: made,
  },
  listSandboxes: {
    method: 'GET',
    path: '/control/v1/sandboxes',
    summary:
      'All sandboxes, oldest first, names of those that are damaged and can only be deleted, and how many there may be',
    source: 'A',
    answer: z.object({ sandboxes: z.array(sandbox), damaged: z.array(z.string()), most: z.int() }),
  },
  getSandbox: {
    method: 'GET',
    path: '/control/v1/sandboxes/{name}',
    summary: 'One sandbox',
    source: 'A',
    params,
    answer: sandbox,
  },
  forkSandbox: {
    method: 'POST',
    path: '/control/v1/sandboxes/{name}/fork',
    names: ['name'],
    summary:
      'Copies a sandbox with its keys, rows, clock and options; not its journal. Callbacks that are not delivered yet are sent by both',
    source: 'A',
    params,
    body: z.object(order),
    answer: made,
  },
  deleteSandbox: {
    method: 'DELETE',
    path: '/control/v1/sandboxes/{name}',
    summary: 'Removes a sandbox with everything in it; whoever waits for its journal gets what there is',
    source: 'A',
    params,
    answer: empty,
  },
});
