import type { JournalEntry } from '../contract/control/journal.js';
import { createServedSecrets } from './bank/served-secrets.js';
import { allCollections } from './domain/collections.js';
import type { Mock } from './parts.js';
import type { Change } from './store/change.js';
import { applyCommit, encodeCommit, parseCommit } from './store/change-codec.js';
import { createMemoryStore } from './store/memory.js';
import { byName, createTables } from './store/tables.js';

/** What a mock has recorded since the last look. Holds secrets. */
export interface Heard {
  /** Journal entries in the order of their recording. */
  readonly entries: readonly JournalEntry[];
  /** The newest number that the journal has given out. */
  readonly last: number;
  /** All secrets that banks have served. */
  readonly served: readonly string[];
}

/** What has changed in a mock since the last look. Holds secrets. */
export interface Chapter extends Heard {
  /** Changes of its rows, a transaction each, as JSON. */
  readonly commits: readonly string[];
}

/** Records the changes of a mock without a state file, so that another process can continue it. */
export interface Chronicle {
  /** Since the last call: rows, and what was recorded. */
  next(): Promise<Chapter>;
  /** At once, for a process that is about to end: what was recorded since `next`, without changes of rows. */
  heard(): Heard;
}

/** The empty past of a new mock. */
export const noPast: Chapter = { commits: [], entries: [], last: 0, served: [] };

/**
 * A store with the rows of an earlier mock, and what follows them; `open` once the mock is there.
 *
 * @param past all chapters of it in one
 * @throws if it was not written by a chronicle
 */
export function createChronicle(past: Chapter) {
  const collections = byName(allCollections);
  const tables = createTables(collections);
  for (const line of past.commits) applyCommit(tables, parseCommit(line));
  let commits: (readonly Change[])[] = [];
  const served = createServedSecrets(past.served);

  return {
    store: createMemoryStore(allCollections, { tables, onCommit: (changes) => void commits.push(changes) }),
    served,
    open({ journal, remember }: Mock): Chronicle {
      journal.takeUp(past.entries, past.last);
      let place = journal.recorded;

      function heard(): Heard {
        const entries = journal.since(place);
        if (entries === undefined) throw new Error('the journal has forgotten what was not kept yet');
        place = journal.recorded;
        return { entries, last: journal.last, served: served.known() };
      }

      return {
        heard,
        async next() {
          await remember();
          // Nothing is awaited from here on, so that rows and journal are of the same moment.
          const lines = commits.map((changes) => encodeCommit(collections, 0, changes));
          commits = [];
          return { commits: lines, ...heard() };
        },
      };
    },
  };
}
