import type { Act } from '../contract/control/access.js';
import type { JournalEntry } from '../contract/control/journal.js';
import type { Waiting } from './domain/deliveries.js';
import type { Audit } from './journal/audit.js';
import type { Journal } from './journal/journal.js';

/** What those who operate a mock look at: the mock itself, or one of its sandboxes. */
export interface Watched {
  /** Name of the sandbox; empty for the mock itself. */
  readonly sandbox: string;
  readonly journal: Pick<Journal, 'listen' | 'kept' | 'bytes'>;
  readonly audit: Pick<Audit, 'listen'>;
  readonly deliveries: { waiting(): Promise<Waiting> };
}

/** What happens in one of them; the sandbox is empty for the mock itself. */
export interface Heard {
  /** Called with each exchange as it is recorded. */
  readonly exchange: (entry: JournalEntry, sandbox: string) => void;
  /** Called with each act of the audit list. */
  readonly act?: (act: Act, refused: boolean, sandbox: string) => void;
}

/** Everything that is watched in one process. */
export interface Watch {
  /** Adds a mock or a sandbox, until its journal is closed. */
  add(watched: Watched): void;
  /** Returns a function that stops listening. */
  listen(heard: Heard): () => void;
  all(): readonly Watched[];
}

export function createWatch(): Watch {
  const all = new Set<Watched>();
  const listeners = new Set<Heard>();

  return {
    add(watched) {
      const { journal, audit, sandbox } = watched;
      all.add(watched);
      journal.listen({
        recorded(_exchange, entry) {
          for (const heard of listeners) heard.exchange(entry, sandbox);
        },
        closed: () => void all.delete(watched),
      });
      audit.listen((act, refused) => {
        for (const heard of listeners) heard.act?.(act, refused, sandbox);
      });
    },

    listen(heard) {
      listeners.add(heard);
      return () => void listeners.delete(heard);
    },

    all: () => [...all],
  };
}
