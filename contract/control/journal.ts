import { z } from 'zod';
import { timestamp } from '../schemas.js';

/** Every exchange in both directions, and what was noticed about it. Secrets are redacted. */

export const finding = z.object({
  rule: z.string(),
  level: z.enum(['must', 'should', 'may']),
  text: z.string(),
});
export type Finding = z.infer<typeof finding>;

const said = z.object({ en: z.string(), uk: z.string() });

/** Why a request was refused: one cause of the catalog of explanations, in English and Ukrainian. */
export const why = z.object({
  /** The cause, as docs/refusals.md lists them. */
  id: z.string(),
  /** What its texts are filled with. */
  facts: z.record(z.string(), z.string()),
  /** What exactly was wrong. */
  says: said,
  /** Where in the request. */
  where: said,
  /** What would be right, or who can help. */
  right: said,
  /** What the mock goes by: a mark and a page. */
  source: z.string(),
  /** The rule that the request breaks. */
  rule: z.string().optional(),
  /** `seq` of the reverse call that decided. */
  decided_by: z.int().optional(),
});
export type Why = z.infer<typeof why>;

/** Of a shortened body: the bytes of the whole on the wire, and its hash in hex. */
const shortened = z.object({ length: z.int(), sha256: z.string() });
export type Shortened = z.infer<typeof shortened>;

/** Headers and body. Lists and strings of a large body are cut, each cut says so, and `shortened` is set. */
const message = z.object({
  headers: z.record(z.string(), z.string()),
  body: z.unknown(),
  shortened: shortened.optional(),
});

export const journalEntry = z.object({
  seq: z.int(),
  at: timestamp,
  /** `in`: someone called DCM · `out`: DCM called a bank. */
  direction: z.enum(['in', 'out']),
  /** Operation id of `in`; `user_auth`, `key`, `external_id`, `pay-in`, `pay-out`, `transfer` of `out`; empty when unknown. */
  operation: z.string(),
  counterparty_guid: z.string(),
  method: z.string(),
  url: z.string(),
  request: message,
  /** HTTP status; 0 if no response came. */
  status: z.int(),
  response: message,
  ms: z.number(),
  /** `seq` of the request that caused this call; 0 without one. */
  cause: z.int(),
  /** `seq` of the entry whose request this one repeats, if a person had it sent again. */
  repeats: z.int().optional(),
  /**
   * Of a request to DCM: its `X-Request-Id`, or the one that the mock has given it; the response has the same. Logs
   * have it, too.
   */
  request_id: z.string().optional(),
  /** Claims of the token that was sent with it. */
  claims: z
    .object({ flow: z.string(), obj: z.string(), sub: z.string(), iat: z.int(), exp: z.int() })
    .partial()
    .optional(),
  /** `DCM-Reason` of a refusal. */
  reason: z.string(),
  /** Why no response came. */
  error: z.string(),
  findings: z.array(finding),
  /** Of a refusal. */
  why: why.optional(),
});
export type JournalEntry = z.infer<typeof journalEntry>;

/** A summary of an entry, without request and response. */
export const journalHead = journalEntry.omit({ request: true, response: true, claims: true }).extend({
  findings: z.array(finding.omit({ text: true })),
  why: why.pick({ id: true, decided_by: true }).optional(),
});
export type JournalHead = z.infer<typeof journalHead>;

/** Header and claims of a JWT as they were sent; the signature is not shown. */
export const sentToken = z.object({
  /** The header of the request that carried it. */
  from: z.string(),
  header: z.record(z.string(), z.unknown()),
  claims: z.record(z.string(), z.unknown()),
});

export const entryAround = z.object({
  entry: journalEntry,
  token: sentToken.optional(),
  /** A command that repeats it, with credentials left out; it says what else is missing. */
  curl: z.string(),
  cause: journalHead.optional(),
  effects: z.array(journalHead),
});
export type EntryAround = z.infer<typeof entryAround>;

/** What an entry must look like; members that are left out do not matter, `body` is compared member by member. */
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
  request_id: z.string().optional(),
  /** The URL without its query. */
  path: z.string().optional(),
});
export type JournalMatch = z.infer<typeof journalMatch>;

export const findingsSummary = z.array(
  z.object({ rule: z.string(), level: z.string(), count: z.int(), first: z.string() }),
);
