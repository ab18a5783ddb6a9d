import type { ControlOperations } from '../../contract/control/index.js';
import { curlIn, curlOut } from '../../contract/curl.js';
import type { Handlers } from '../api/handler.js';
import { Refusal } from '../domain/refusal.js';
import { headOf, tokenOf } from '../journal/entry.js';
import type { Journal } from '../journal/journal.js';

type Browsing = Pick<ControlOperations, 'listEntries' | 'getEntry'>;

/** The journal for people. */
export function browsingHandlers(journal: Journal): Handlers<Browsing> {
  return {
    listEntries: async ({ body: { filter, before = journal.last + 1, limit } }) => {
      const page = journal.page({ filter, before, limit });
      return {
        entries: page.exchanges.map(headOf),
        more: page.more,
        before: page.before,
        last: journal.recorded,
      };
    },

    getEntry: async ({ params }, { origin }) => {
      const found = journal.around(params.seq);
      if (!found) throw new Refusal('not-found', { thing: `journal entry ${params.seq}` });
      const { entry } = found.kept;
      const token = tokenOf(found.kept);
      return {
        entry,
        ...(token ? { token } : {}),
        curl: entry.direction === 'out' ? curlOut(entry) : curlIn(entry, origin),
        ...(found.cause ? { cause: headOf(found.cause) } : {}),
        effects: found.effects.map(headOf),
      };
    },
  };
}
