import { z } from 'zod';
import { callbackKinds } from '../bank-service.js';
import { operation } from '../operation.js';
import { empty, guid, timestamp } from '../schemas.js';
import { portionAsked, portionNext } from './portions.js';

/** What passed over the wire, in both directions, and what was noticed about it. Secrets are redacted. */

export const finding = z.object({
  rule: z.string(),
  level: z.enum(['must', 'should', 'may']),
  text: z.string(),
});
export type Finding = z.infer<typeof finding>;

/** Of a body that is kept in short: bytes of the whole on the wire, and its hash in hex. */
const shortened = z.object({ length: z.int(), sha256: z.string() });
export type Shortened = z.infer<typeof shortened>;

/** Headers and body. Lists and texts of a large body are cut, each cut says so, and `shortened` is there. */
const message = z.object({
  headers: z.record(z.string(), z.string()),
  body: z.unknown(),
  shortened: shortened.optional(),
});

export const journalEntry = z.object({
  seq: z.int(),
  at: timestamp,
  /** `in`: somebody called DCM · `out`: DCM called a bank. */
  direction: z.enum(['in', 'out']),
  /** Operation id of `in`; `user_auth`, `key`, `external_id`, `pay-in`, `pay-out`, `transfer` of `out`; empty when unknown. */
  operation: z.string(),
  counterparty_guid: z.string(),
  method: z.string(),
  url: z.string(),
  request: message,
  /** HTTP status; 0 when no answer came. */
  status: z.int(),
  response: message,
  ms: z.number(),
  /** `seq` of the request that caused this call; 0 without one. */
  cause: z.int(),
  /** Claims of the token that travelled with it. */
  claims: z
    .object({ flow: z.string(), obj: z.string(), sub: z.string(), iat: z.int(), exp: z.int() })
    .partial()
    .optional(),
  /** `DCM-Reason` of a refusal. */
  reason: z.string(),
  /** Why no answer came. */
  error: z.string(),
  findings: z.array(finding),
});
export type JournalEntry = z.infer<typeof journalEntry>;

/** What an entry has to look like; members left out do not matter, `body` is compared member by member. */
export const journalMatch = z.object({
  direction: z.enum(['in', 'out']).optional(),
  operation: z.string().optional(),
  counterparty_guid: z.string().optional(),
  status: z.int().optional(),
  /** Only entries with a larger `seq`. */
  after: z.int().optional(),
  cause: z.int().optional(),
  reason: z.string().optional(),
  flow: z.string().optional(),
  obj: z.string().optional(),
  sub: z.string().optional(),
  body: z.record(z.string(), z.unknown()).optional(),
  /** The URL without its query. */
  path: z.string().optional(),
});
export type JournalMatch = z.infer<typeof journalMatch>;

export const listJournal = operation({
  id: 'listJournal',
  method: 'POST',
  path: '/control/v1/journal/search',
  summary:
    'Entries that match, oldest first, 4 MB of them at the most; `last` is the newest `seq` there is; when there are `more`, ask again with `after`',
  caller: 'control',
  source: 'A',
  body: z.object({ match: journalMatch.default({}), limit: z.int().min(1).max(10_000).default(1000) }),
  answer: z.object({ entries: z.array(journalEntry), last: z.int(), more: z.boolean() }),
});

export const awaitJournal = operation({
  id: 'awaitJournal',
  method: 'POST',
  path: '/control/v1/journal/await',
  summary: 'Waits for the first entry that matches; when none comes in time, names what came nearest',
  caller: 'control',
  source: 'A',
  body: z.object({ match: journalMatch, timeout_ms: z.int().min(0).max(60_000).default(2000) }),
  answer: z.object({
    entry: journalEntry.optional(),
    nearest: z.object({ entry: journalEntry, differs: z.array(z.string()) }).optional(),
  }),
});

export const findingsSummary = z.array(
  z.object({ rule: z.string(), level: z.string(), count: z.int(), first: z.string() }),
);

export const listFindings = operation({
  id: 'listFindings',
  method: 'GET',
  path: '/control/v1/findings',
  summary:
    'Findings of the journal, counted by rule; those of requests with the User-Agent `without_agent` left out',
  caller: 'control',
  source: 'A',
  query: z.object({ without_agent: z.string().optional() }),
  answer: z.object({ findings: findingsSummary }),
});

export const mail = z.object({
  guid,
  to: z.string(),
  kind: z.enum(['invitation', 'recovery-code']),
  subject: z.string(),
  text: z.string(),
  code: z.string(),
  created_at: timestamp,
});

export const listMail = operation({
  id: 'listMail',
  method: 'GET',
  path: '/control/v1/mailbox',
  summary:
    'Mails that DCM would have sent, newest first, in portions: `next` of one is `after` of the following one',
  caller: 'control',
  source: 'A',
  query: z.object({ to: z.string().optional(), ...portionAsked }),
  answer: z.object({ mails: z.array(mail), ...portionNext }),
});

export const delivery = z.object({
  guid,
  kind: z.enum(callbackKinds),
  counterparty_guid: guid,
  transaction_id: guid,
  url: z.string(),
  status: z.enum(['pending', 'delivered', 'given-up']),
  attempts: z.array(z.object({ at: timestamp, status: z.int(), error: z.string(), ms: z.number() })),
  next_due: z.string(),
});

export const sendDeliveryAgain = operation({
  id: 'sendDeliveryAgain',
  method: 'POST',
  path: '/control/v1/deliveries/{guid}/send',
  summary: 'Sends a callback once more, now, that waits or was given up',
  caller: 'control',
  source: 'A',
  params: z.object({ guid }),
  body: empty,
  answer: delivery,
});

export const listDeliveries = operation({
  id: 'listDeliveries',
  method: 'GET',
  path: '/control/v1/deliveries',
  summary:
    'Callbacks with their attempts and the next one due, oldest first, in portions: `next` of one is `after` of the following one',
  caller: 'control',
  source: 'A',
  query: z.object({ transaction_id: guid.optional(), ...portionAsked }),
  answer: z.object({ deliveries: z.array(delivery), ...portionNext }),
});
