import type { RunOrder } from '../../contract/control/runs.js';

/** How runs are started: the mock knows nothing of `dcm verify`, which is given to it. */

export interface RunTarget {
  /** `reference`, or the name of a configuration that the mock was started with. */
  readonly name: string;
  readonly reference: boolean;
}

/** How the program of a run has ended. */
export interface ProgramEnd {
  /** Null if a signal has ended it. */
  readonly code: number | null;
  /** The end of what it said of errors. */
  readonly said: string;
}

export interface RunProgram {
  /** Asks it to end, and ends it if it does not. May be called again. */
  stop(): void;
  /** Resolves when the program is gone. */
  readonly ended: Promise<ProgramEnd>;
}

export interface Runner {
  readonly targets: readonly RunTarget[];
  /** Starts the program of a run; it registers itself over the control API. */
  start(order: RunOrder, id: number): RunProgram;
}
