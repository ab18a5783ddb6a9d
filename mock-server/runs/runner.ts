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

/** What an order can name beside its target. */
export interface RunChoices {
  /** Of the reference bank, and what each one does. */
  readonly defects: readonly { readonly name: string; readonly says: string }[];
  /** Questions, and single readings of them. */
  readonly readings: readonly string[];
}

/** A member of an order that the program would refuse, and why; `said-by-dcm` has the same in Ukrainian. */
export interface WrongMember {
  readonly member: 'steps' | 'tags' | 'readings' | 'defect';
  readonly problem: string;
}

export interface Runner {
  readonly targets: readonly RunTarget[];
  choices(): Promise<RunChoices>;
  /** The first member that the program would refuse; undefined if it takes the order. */
  wrongIn(order: RunOrder): Promise<WrongMember | undefined>;
  /** Starts the program of a run; it registers itself over the control API. */
  start(order: RunOrder, id: number): RunProgram;
}
