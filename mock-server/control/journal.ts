import type { EntryAround } from '../../contract/control/journal.js';
import type { journalOperations } from '../../contract/control/journal-operations.js';
import { curlIn, curlOut } from '../../contract/curl.js';
import { type Handlers, OtherAnswer } from '../api/handler.js';
import { because, Refusal } from '../domain/refusal.js';
import { headOf, tokenOf } from '../journal/entry.js';
import type { Journal } from '../journal/journal.js';
import type { JournalPage } from '../journal/pages.js';

/**
 * One entry with what caused it and what it caused.
 * @param origin URL at which DCM is reached, for the command that repeats it
 * @throws {Refusal} `control-unknown`
 */
export function entryAround(journal: Journal, seq: number, origin: string): EntryAround {
  const found = journal.around(seq);
  if (!found) throw new Refusal('control-unknown', { thing: `journal entry ${seq}` });
  const { entry } = found.kept;
  const token = tokenOf(found.kept);
  return {
    entry,
    ...(token ? { token } : {}),
    curl: entry.direction === 'out' ? curlOut(entry) : curlIn(entry, origin),
    ...(found.cause ? { cause: headOf(found.cause) } : {}),
    effects: found.effects.map(headOf),
  };
}

/** The journal, for people and for tests. */
export function journalHandlers(journal: Journal): Handlers<typeof journalOperations> {
  const before = (after: string | undefined) =>
    Math.min(after === undefined ? Number.POSITIVE_INFINITY : Number(after), journal.last + 1);
  const nextOf = (page: JournalPage<unknown>) => (page.more ? String(page.before) : '');
  return {
    listEntries: async ({ query: { after, limit, ...filter } }) => {
      const page = journal.page({ filter, before: before(after), limit });
      return { entries: [...page.shown], next: nextOf(page), last: journal.recorded };
    },

    listWholeEntries: async ({ query: { after, limit, ...filter } }) => {
      const page = journal.wholePage({ filter, before: before(after), limit });
      return { entries: [...page.shown], next: nextOf(page) };
    },

    getEntry: async ({ params }, { origin }) => entryAround(journal, params.seq, origin),

    searchJournal: async ({ body }) => ({
      ...journal.portion(body.match, body.limit),
      last: journal.last,
    }),
    async awaitJournal({ body }, { origin }) {
      const { gone, ...waited } = await journal.await(body.match, body.timeout_ms);
      if (gone === undefined) return waited;
      const name = origin.slice(origin.lastIndexOf('/') + 1);
      throw new OtherAnswer(404, { error: gone }, 'sandbox', because('sandbox-gone', { name }));
    },
    listFindings: async ({ query }) => ({ findings: journal.findings(query.without_agent) }),
  };
}
