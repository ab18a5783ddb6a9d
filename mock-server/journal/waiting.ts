import type { JournalEntry, JournalMatch } from '../../contract/control/journal.js';
import type { Timers } from '../domain/ports.js';
import { matches, pointsOf } from './match.js';
import type { Search } from './search.js';

/** The awaited entry, or the nearest one. */
export interface Waited {
  /** The journal is gone with all that it had: why no entry can come. */
  readonly gone?: string;
  readonly entry?: JournalEntry;
  readonly nearest?: { readonly entry: JournalEntry; readonly differs: string[] };
}

/** Waits for entries that do not exist yet. */
export function createWaiting(search: Search, timers: Timers) {
  /** The waiters, and how to end each one. */
  const waiting = new Map<(entry: JournalEntry) => void, () => void>();
  let closed = false;
  let gone = '';

  return {
    for(match: JournalMatch, timeoutMs: number): Promise<Waited> {
      if (gone !== '') return Promise.resolve({ gone });
      const found = search.any(match);
      if (found) return Promise.resolve({ entry: found });
      // Not at once: whoever looks again and again would leave no turn to what is being closed.
      if (closed) return new Promise((resolve) => void timers.after(0, () => resolve({})));
      const wanted = pointsOf(match);
      return new Promise((resolve) => {
        const end = () => {
          waiting.delete(look);
          cancel();
        };
        const look = (entry: JournalEntry) => {
          if (entry.seq <= (match.after ?? 0) || !matches(entry, wanted)) return;
          end();
          resolve({ entry });
        };
        const giveUp = () => {
          end();
          if (gone !== '') return resolve({ gone });
          resolve(search.nearest(match).then((near) => (near ? { nearest: near } : {})));
        };
        const cancel = timers.after(timeoutMs, giveUp);
        waiting.set(look, giveUp);
      });
    },

    /** Shows all waiters a new entry. */
    show(entry: JournalEntry): void {
      for (const look of [...waiting.keys()]) look(entry);
    },

    /** Ends all waits, and allows no new ones. */
    close(why: string): void {
      closed = true;
      gone = why;
      for (const giveUp of [...waiting.values()]) giveUp();
    },
  };
}
