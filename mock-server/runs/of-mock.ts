import type { Live } from '../control/live.js';
import type { Timers, WallClock } from '../domain/ports.js';
import type { Journal } from '../journal/journal.js';
import type { DcmKeys } from '../keys.js';
import type { ProfileHolder } from '../profile-holder.js';
import type { KeptRuns } from './kept-runs.js';
import { createPrepare, type PrepareParts } from './prepare.js';
import type { Runner } from './runner.js';
import { createRuns, type Runs } from './runs.js';

/** What a mock is given for its runs. */
export interface RunsOptions {
  /** Starts runs of `dcm verify`; without it they are only registered. */
  readonly runner?: Runner | undefined;
  /** Keeps them beyond the process; without it they are in memory only. */
  readonly keptRuns?: KeptRuns | undefined;
}

interface Given extends RunsOptions {
  readonly clock: WallClock;
  readonly timers: Timers;
  readonly keys: DcmKeys;
  readonly profile: ProfileHolder;
}

interface Parts extends Pick<PrepareParts, 'steering' | 'faults'> {
  readonly journal: Journal;
  readonly live: Pick<Live, 'run'>;
  readonly report: (error: unknown) => void;
}

/** More entries of a scenario are not counted: none has as many. */
const mostCounted = 5000;

/** The runs of a mock. */
export const runsOfMock = (
  { clock, timers, keys, profile, runner, keptRuns }: Given,
  { journal, live, steering, faults, report }: Parts,
): Promise<Runs> =>
  createRuns({
    clock,
    timers,
    runner,
    kept: keptRuns,
    numbers: {
      last: () => journal.last,
      between: (from_seq, to_seq) =>
        journal.page({ filter: { from_seq, to_seq }, before: to_seq + 1, limit: mostCounted }).shown.length,
    },
    prepare: createPrepare({ steering, profile: profile.now, keys, faults }),
    tell: live.run,
    report,
  });
