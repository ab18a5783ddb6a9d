import { z } from 'zod';
import { entryFilter } from '../entry-filter.js';
import { entryAround, findingsSummary, journalEntry, journalHead, journalMatch } from './journal.js';
import { controlTable, query, wholeNumber } from './operation.js';
import { listQuery, notNext, portionOf } from './portions.js';

/** List, search, await and follow the journal. */

const seq = wholeNumber(0, 999_999_999_999_999);
const position = z.string(notNext).regex(/^\d{1,15}$/, notNext);

export const journalOperations = controlTable('Journal', {
  listEntries: {
    method: 'GET',
    path: '/control/v1/journal/entries',
    summary:
      'Summaries of entries, newest first; a filter with few matches may need several portions to find one',
    source: 'A',
    query: listQuery(entryFilter.shape, position),
    answer: portionOf({
      entries: z.array(journalHead),
      /** `after` for a stream that continues from here. */
      last: z.int(),
    }),
  },
  listWholeEntries: {
    method: 'GET',
    path: '/control/v1/journal/whole',
    summary: 'Complete entries, newest first, for what is taken along: a HAR file, a ticket',
    source: 'A',
    query: listQuery(entryFilter.shape, position),
    answer: portionOf({ entries: z.array(journalEntry) }),
  },
  getEntry: {
    method: 'GET',
    path: '/control/v1/journal/entries/{seq}',
    summary: 'One entry, the token that was sent with it, and the calls that caused it or that it caused',
    source: 'A',
    params: z.object({ seq }),
    answer: entryAround,
  },
  searchJournal: {
    method: 'POST',
    path: '/control/v1/journal/search',
    viewers: true,
    summary:
      'Complete entries that match, oldest first, at most 4 MB; `last` is the newest `seq`; if there are `more`, search again with `after`',
    source: 'A',
    body: z.object({ match: journalMatch.default({}), limit: z.int().min(1).max(10_000).default(1000) }),
    answer: z.object({ entries: z.array(journalEntry), last: z.int(), more: z.boolean() }),
  },
  awaitJournal: {
    method: 'POST',
    path: '/control/v1/journal/await',
    viewers: true,
    summary:
      'Waits for the first entry that matches; if none comes in time, returns the nearest one; 404 (`DCM-Reason: sandbox`) if the sandbox is removed meanwhile',
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
      'Findings of the journal, counted by rule, without those of requests with the User-Agent `without_agent`',
    source: 'A',
    query: query({ without_agent: z.string().optional() }),
    answer: z.object({ findings: findingsSummary }),
  },
});

/** The journal as it happens; not JSON. */
export const journalPages = controlTable('Journal', {
  streamJournal: {
    method: 'GET',
    path: '/control/v1/journal/live',
    summary:
      'Server-sent events: `entry` with the summary of an entry as it is recorded, `run` when a run or a scenario of it begins or ends, `state` when other state has changed, `gap` when entries were missed, `end` with the reason when the mock stops or its sandbox is removed',
    source: 'A',
    media: 'text/event-stream',
    query: query({
      /** Continues after this record (`id` of an event, `last` of a list); the header Last-Event-ID does the same. */
      after: seq.optional(),
    }),
    answer: z.string(),
  },
});
