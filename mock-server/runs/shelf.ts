import { isOver, type RunEvent, type RunHead } from '../../contract/control/run-parts.js';
import { mostRunBytes, mostRuns, type RunOrder } from '../../contract/control/runs.js';
import type { WallClock } from '../domain/ports.js';
import type { KeptRuns } from './kept-runs.js';
import { headOf, lastSeqOf, type Numbers, newRun, type OneRun, sizeOf } from './one-run.js';

/** Why something cannot be done with runs. */
export class RunsError extends Error {
  override name = 'RunsError';
}

/** Another run is under way, and two would disturb each other. */
export class BusyError extends RunsError {
  override name = 'BusyError';
}

export interface ShelfParts {
  readonly clock: WallClock;
  readonly numbers: Numbers;
  readonly tell: (event: RunEvent) => void;
  /** Keeps runs beyond the process; without it they are in memory only. */
  readonly kept?: KeptRuns | undefined;
}

export type Shelf = Awaited<ReturnType<typeof createShelf>>;

/** The runs that are kept, oldest first: bounded by number and by bytes. */
export async function createShelf({ clock, numbers, tell, kept }: ShelfParts) {
  const earlier = (await kept?.load()) ?? [];
  const runs = new Map(earlier.map((run) => [run.head.id, run]));
  let newest = earlier.at(-1)?.head.id ?? 0;
  const now = () => new Date(clock.now()).toISOString();

  const told = (run: OneRun, scenario?: RunEvent['scenario']): void =>
    tell({ run: headOf(run), ...(scenario && { scenario }) });

  /** The oldest that are over go, until the rest is within the bounds. */
  function forgetOldest(): void {
    let bytes = [...runs.values()].reduce((sum, run) => sum + sizeOf(run), 0);
    for (const [id, run] of runs) {
      if (runs.size <= mostRuns && bytes <= mostRunBytes) return;
      if (!isOver(run.head) || id === newest) continue;
      bytes -= sizeOf(run);
      runs.delete(id);
      kept?.remove(id);
    }
  }

  function over(run: OneRun, more: Pick<OneRun['head'], 'state'> & Partial<OneRun['head']>): void {
    run.cancelSilence();
    const ms = run.head.started_at === '' ? 0 : clock.now() - Date.parse(run.head.started_at);
    run.head = { ...run.head, ms, ...more, ended_at: now() };
    for (const [key, scenario] of run.scenarios)
      if (scenario.verdict === undefined) run.scenarios.set(key, { ...scenario, last_seq: numbers.last() });
    kept?.save(run);
    forgetOldest();
    told(run);
  }

  return {
    /** The newest journal number that a run of an earlier process refers to. */
    lastSeq: earlier.reduce((last, run) => Math.max(last, lastSeqOf(run)), 0),

    settled: async () => kept?.settled(),
    told,
    over,

    all: (): OneRun[] => [...runs.values()],

    add(given: Pick<RunHead, 'started_by' | 'target' | 'seed' | 'options'>, order?: RunOrder): OneRun {
      newest += 1;
      const run = newRun(newest, now(), given, order);
      runs.set(newest, run);
      forgetOldest();
      return run;
    },

    /** @throws {RunsError} */
    found(id: number): OneRun {
      const run = runs.get(id);
      if (!run) throw new RunsError(`run ${id} not found`);
      return run;
    },

    begins(run: OneRun, more: Partial<OneRun['head']> = {}): void {
      run.head = { ...run.head, ...more, state: 'running', started_at: run.head.started_at || now() };
      kept?.save(run);
    },

    /** It ends without a verdict. */
    cut(run: OneRun, note: string, exit_code?: number): void {
      const state = run.head.stopping ? 'stopped' : 'ended-early';
      over(run, { state, note, ...(exit_code === undefined ? {} : { exit_code }) });
    },
  };
}
