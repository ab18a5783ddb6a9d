import type { JournalEntry, JournalMatch } from '../../contract/control/journal.js';
import type { Timers } from '../domain/ports.js';
import { matches, pointsOf } from './match.js';
import type { Search } from './search.js';

/** The entry that was waited for, or what came nearest to it. */
export interface Waited {
  readonly entry?: JournalEntry;
  readonly nearest?: { readonly entry: JournalEntry; readonly differs: string[] };
}

/** Whoever waits for an entry that is not there yet. */
export function createWaiting(search: Search, timers: Timers) {
  /** Who waits, and how each gives up. */
  const waiting = new Map<(entry: JournalEntry) => void, () => void>();
  let closed = false;

  return {
    for(match: JournalMatch, timeoutMs: number): Promise<Waited> {
      const found = search.any(match);
      if (found) return Promise.resolve({ entry: found });
      if (closed) return Promise.resolve({});
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
          resolve(search.nearest(match).then((near) => (near ? { nearest: near } : {})));
        };
        const cancel = timers.after(timeoutMs, giveUp);
        waiting.set(look, giveUp);
      });
    },

    /** Shows everybody who waits what has been recorded. */
    show(entry: JournalEntry): void {
      for (const look of [...waiting.keys()]) look(entry);
    },

    /** Ends all waiting, now and later. */
    close(): void {
      closed = true;
      for (const giveUp of [...waiting.values()]) giveUp();
    },
  };
}
