import { z } from 'zod';
import { entryFilter } from '../entry-filter.js';
import { timestamp } from '../schemas.js';
import { controlTable, query, wholeNumber } from './operation.js';
import { listQuery, notNext, portionOf } from './portions.js';

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

/** An entry in short, without what was sent and answered. */
export const journalHead = journalEntry.omit({ request: true, response: true, claims: true }).extend({
  findings: z.array(finding.omit({ text: true })),
});
export type JournalHead = z.infer<typeof journalHead>;

const entryAround = z.object({
  entry: journalEntry,
  /** Header and claims as they travelled; the signature is not shown. */
  token: z
    .object({
      from: z.string(),
      header: z.record(z.string(), z.unknown()),
      claims: z.record(z.string(), z.unknown()),
    })
    .optional(),
  /** A command that repeats it, with credentials left out. */
  curl: z.string(),
  cause: journalHead.optional(),
  effects: z.array(journalHead),
});
export type EntryAround = z.infer<typeof entryAround>;

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

export const findingsSummary = z.array(
  z.object({ rule: z.string(), level: z.string(), count: z.int(), first: z.string() }),
);

const seq = wholeNumber(0, 999_999_999_999_999);

export const journalOperations = controlTable('Journal', {
  listEntries: {
    method: 'GET',
    path: '/control/v1/journal/entries',
    summary: 'Entries in short, newest first; a rare filter may need several portions to find something',
    source: 'A',
    query: listQuery(entryFilter.shape, z.string(notNext).regex(/^\d{1,15}$/, notNext)),
    answer: portionOf({
      entries: z.array(journalHead),
      /** `after` for a stream that goes on from here. */
      last: z.int(),
    }),
  },
  getEntry: {
    method: 'GET',
    path: '/control/v1/journal/entries/{seq}',
    summary: 'One entry, the token that travelled with it, and the calls that caused it or came of it',
    source: 'A',
    params: z.object({ seq }),
    answer: entryAround,
  },
  searchJournal: {
    method: 'POST',
    path: '/control/v1/journal/search',
    summary:
      'Entries as a whole that match, oldest first, 4 MB of them at the most; `last` is the newest `seq` there is; when there are `more`, ask again with `after`',
    source: 'A',
    body: z.object({ match: journalMatch.default({}), limit: z.int().min(1).max(10_000).default(1000) }),
    answer: z.object({ entries: z.array(journalEntry), last: z.int(), more: z.boolean() }),
  },
  awaitJournal: {
    method: 'POST',
    path: '/control/v1/journal/await',
    summary: 'Waits for the first entry that matches; when none comes in time, names what came nearest',
    source: 'A',
    body: z.object({ match: journalMatch, timeout_ms: z.int().min(0).max(60_000).default(2000) }),
    answer: z.object({
      entry: journalEntry.optional(),
      nearest: z.object({ entry: journalEntry, differs: z.array(z.string()) }).optional(),
    }),
  },
  listFindings: {
    method: 'GET',
    path: '/control/v1/findings',
    summary:
      'Findings of the journal, counted by rule; those of requests with the User-Agent `without_agent` left out',
    source: 'A',
    query: query({ without_agent: z.string().optional() }),
    answer: z.object({ findings: findingsSummary }),
  },
});

/** The journal as it happens; no JSON. */
export const journalPages = controlTable('Journal', {
  streamJournal: {
    method: 'GET',
    path: '/control/v1/journal/live',
    summary:
      'Server-sent events: `entry` with an entry in short as it is recorded, `state` when other state has changed, `gap` when entries were missed',
    source: 'A',
    media: 'text/event-stream',
    query: query({
      /** Goes on after this record (`id` of an event, `last` of a list); the header Last-Event-ID does the same. */
      after: seq.optional(),
    }),
    answer: z.string(),
  },
});
