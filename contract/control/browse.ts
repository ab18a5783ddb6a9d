import { z } from 'zod';
import { entryFilter } from '../entry-filter.js';
import { operation } from '../operation.js';
import { finding, journalEntry } from './journal.js';

/** The journal for people: pages of heads, one entry with what belongs to it, and what happens as it happens. */

/** An entry in short, without what was sent and answered. */
export const journalHead = journalEntry.omit({ request: true, response: true, claims: true }).extend({
  findings: z.array(finding.omit({ text: true })),
});
export type JournalHead = z.infer<typeof journalHead>;

export const listEntries = operation({
  id: 'listEntries',
  method: 'POST',
  path: '/control/v1/journal/page',
  summary:
    'A page of the journal, newest first, in short; a rare filter may need several pages to find something',
  caller: 'control',
  source: 'A',
  body: z.object({
    filter: entryFilter.default({}),
    /** Only entries with a smaller `seq`. */
    before: z.int().min(1).optional(),
    limit: z.int().min(1).max(200).default(50),
  }),
  answer: z.object({
    entries: z.array(journalHead),
    more: z.boolean(),
    /** For the next page; 0 when there is none. */
    before: z.int(),
    /** `after` for a stream that goes on from here. */
    last: z.int(),
  }),
});

export const getEntry = operation({
  id: 'getEntry',
  method: 'GET',
  path: '/control/v1/journal/entries/{seq}',
  summary:
    'One entry of the journal, the token that travelled with it, and the calls that caused it or came of it',
  caller: 'control',
  source: 'A',
  params: z.object({ seq: z.coerce.number().int() }),
  answer: z.object({
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
  }),
});

export const streamJournal = operation({
  id: 'streamJournal',
  method: 'GET',
  path: '/control/v1/journal/live',
  summary:
    'Server-sent events: `entry` with a head as it is recorded, `state` when other state has changed, `gap` when entries were missed',
  caller: 'control',
  source: 'A',
  media: 'text/event-stream',
  query: z.object({
    /** Goes on after this record (`id` of an event, `last` of a page); the header Last-Event-ID does the same. */
    after: z.coerce.number().int().min(0).optional(),
  }),
  answer: z.string(),
});
