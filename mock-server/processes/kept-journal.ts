import type { JournalEntry } from '../../contract/control/journal.js';
import type { Timers } from '../domain/ports.js';
import type { Journal } from '../journal/journal.js';
import type { Database } from '../store/postgres/database.js';
import type { Claim } from '../store/postgres/worlds.js';

/** Milliseconds after which what was recorded is in the database: a process that is killed takes no more with it. */
const gatherMs = 200;
/** Numbers that a process that was killed may have given out without a trace. */
const unknownNumbers = 1000;
/** Entries that are read at once. */
const atOnce = 500;

/** Nothing is written into the journal of a world that another process has taken over. */
const mine = 'EXISTS (SELECT 1 FROM dcm_worlds WHERE id = $1 AND epoch = $2)';

export interface KeptJournal {
  /** Keeps what is left. */
  close(): Promise<void>;
}

/** Continues the journal of the process that served the world before, and keeps it for the next one. */
export async function keepJournal(
  { rows }: Pick<Database, 'rows'>,
  { world, epoch, clean }: Claim,
  journal: Journal,
  timers: Timers,
): Promise<KeptJournal> {
  const offset = (await takeUp()) - journal.recorded;
  let place = journal.recorded;
  let cancel = () => {};
  let waiting = false;
  let work = Promise.resolve();

  /** Reads what is there, and returns the place of the newest entry. */
  async function takeUp(): Promise<number> {
    const entries: JournalEntry[] = [];
    let newest = 0;
    let last = 0;
    for (;;) {
      const found = await rows<[number, JournalEntry]>(
        `SELECT place::float8, entry FROM dcm_journal WHERE world = $1 AND place > $2 ORDER BY place LIMIT ${atOnce}`,
        [world, newest],
      );
      for (const [at, entry] of found) {
        newest = at;
        last = Math.max(last, entry.seq);
        entries.push(entry);
      }
      if (found.length < atOnce) break;
    }
    journal.takeUp(entries, Math.max(journal.last, last + (clean ? 0 : unknownNumbers)));
    return newest;
  }

  async function write(): Promise<void> {
    const { recorded, kept } = journal;
    if (recorded === place) return;
    // More than the journal keeps, or it was emptied.
    const entries = journal.since(place) ?? journal.since(recorded - kept) ?? [];
    await rows(`DELETE FROM dcm_journal WHERE world = $1 AND place <= $3 AND ${mine}`, [
      world,
      epoch,
      offset + recorded - kept,
    ]);
    const first = offset + recorded - entries.length + 1;
    await rows(
      `INSERT INTO dcm_journal (world, place, entry)
       SELECT $1, $3 + n - 1, entry FROM unnest($4::json[]) WITH ORDINALITY x (entry, n) WHERE ${mine}`,
      [world, epoch, first, entries.map((entry) => JSON.stringify(entry))],
    );
    place = recorded;
  }

  /** What could not be kept is kept with what follows. */
  function later(): void {
    if (waiting) return;
    waiting = true;
    cancel = timers.after(gatherMs, () => {
      waiting = false;
      work = work.then(write).catch(later);
    });
  }

  const stop = journal.listen({ recorded: later, closed: () => {} });
  return {
    async close() {
      stop();
      cancel();
      await work;
      await write().catch(() => {});
    },
  };
}
