import type { JournalEntry, JournalMatch } from '../../contract/control/journal.js';
import { newestEntry } from '../journal.js';
import { endlessPatience } from '../patience.js';
import { probe } from '../probe.js';
import type { Stage } from '../stage.js';

/** Where the harness looks for what a bank does on its own time. */
export interface Watch {
  /** `seq` of the newest entry of the journal. */
  last(): Promise<number>;
  /** Waits for what DCM sees; undefined when it does not come in time. */
  await(match: JournalMatch, timeoutMs: number): Promise<JournalEntry | undefined>;
  /** Whether the bank serves the secrets of all these logins by now. */
  secretsServed(logins: readonly string[]): Promise<boolean>;
  /** Milliseconds since 1970. */
  now(): number;
}

/** One request to the control API waits at most so long. */
const longestWaitMs = 30_000;

/** The journal of DCM, and the bank's own answers. */
export function watchOf(stage: Omit<Stage, 'driver'>): Watch {
  const { control } = stage.dcm;
  // What is looked at here is no question of the run, and is not waited for more briefly than others.
  const apart: Stage = Object.create(stage, {
    measured: { value: undefined },
    patience: { value: endlessPatience },
  });

  async function served(login: string): Promise<boolean> {
    const keeper = stage.bank.keyKeepers.find((known) => known.login === login);
    const answer = await probe(
      apart,
      keeper ? { method: 'key', obj: keeper.external_id } : { method: 'user_auth', obj: login },
    );
    return answer.status === 200;
  }

  return {
    last: () => newestEntry({ control }),
    async await(match, timeoutMs) {
      for (let left = timeoutMs; left > 0; left -= longestWaitMs) {
        const timeout_ms = Math.ceil(Math.min(left, longestWaitMs));
        const { entry } = await control.awaitJournal({ body: { match, timeout_ms } });
        if (entry) return entry;
      }
      return undefined;
    },
    async secretsServed(logins) {
      for (const login of logins) if (!(await served(login))) return false;
      return true;
    },
    now: stage.now,
  };
}
