import type { CheckRecord } from '../checks/record.js';
import type { Scheme } from '../stage.js';
import type { Trouble } from '../trouble.js';

/** What became of one scenario, as cucumber's messages tell it. */
export interface ScenarioRun {
  readonly id: string;
  readonly name: string;
  readonly tags: readonly string[];
  /** The scheme under which the bank acted. */
  readonly scheme: Scheme;
  readonly checks: readonly CheckRecord[];
  /** The worst step status, in cucumber's words. */
  readonly status: string;
  /** Name and message of what ended it; empty when it ran through. */
  readonly endedBy: { readonly name: string; readonly message: string };
  readonly ms: number;
  /** Where it is written: file and line. */
  readonly place?: string;
  /** What went wrong in the exchanges that belong to it; empty when it passed. */
  readonly troubles?: readonly Trouble[];
  /** The most upstream of them that explains how it ended. */
  readonly cause?: Trouble;
}
