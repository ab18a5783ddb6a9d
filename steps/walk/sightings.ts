import type { JournalEntry, JournalMatch } from '../../contract/control/journal.js';
import type { Sighting } from '../checks/requests.js';
import { wholeJournal } from '../journal.js';
import type { Stage } from '../stage.js';

/** What was not the harness's own. */
export const sentByBank = (
  { dcm }: { readonly dcm: Pick<Stage['dcm'], 'agent'> },
  entries: readonly JournalEntry[],
): readonly JournalEntry[] => entries.filter(({ request }) => request.headers['user-agent'] !== dcm.agent);

/** Milliseconds to wait for something that the bank should send. */
const deadlineMs = 2000;

/** What has passed over the wire since a moment, as DCM's journal has it. */
export function createSightings({ dcm }: Stage) {
  let mark = 0;
  const search = (match: JournalMatch): Promise<readonly JournalEntry[]> =>
    wholeJournal(dcm, { after: mark, ...match });

  return {
    /** From now on only what comes later counts. */
    async begin(): Promise<void> {
      mark = (await dcm.control.listJournal({ body: { limit: 1 } })).last;
    },

    /** `seq` of the newest entry that does not count. */
    get mark(): number {
      return mark;
    },

    search,

    /** Lets a while pass: nothing of this kind ever comes. */
    async pause(ms: number): Promise<void> {
      const body = { match: { operation: 'nothing' }, timeout_ms: Math.max(0, Math.round(ms)) };
      await dcm.control.awaitJournal({ body });
    },

    /** Waits until something matches, then gives all that does. */
    async await(wanted: string, match: JournalMatch): Promise<Sighting> {
      const found = await dcm.control.awaitJournal({
        body: { match: { after: mark, ...match }, timeout_ms: deadlineMs },
      });
      if (found.entry) return { wanted, entries: await search(match) };
      const { nearest } = found;
      if (!nearest) return { wanted, entries: [] };
      const { entry, differs } = nearest;
      return {
        wanted,
        entries: [],
        nearest: `${entry.method} ${entry.url} (${entry.operation || 'unknown operation'}, ${entry.status}), but ${differs.join('; ')}`,
      };
    },
  };
}

export type Sightings = ReturnType<typeof createSightings>;
