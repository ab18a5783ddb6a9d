import type { FeaturesOptions } from '../steps/run/features.js';
import type { BankStage } from './bank-stage.js';
import type { openConfigStage } from './config-stage.js';
import type { ReferenceStageOptions } from './reference-stage.js';

export interface VerifyCommand {
  readonly reference?: boolean;
  readonly config?: string;
  readonly steps?: string;
  readonly tags?: string;
  /** Leaves out the hard cases. */
  readonly quick?: boolean;
  readonly seed?: string;
  readonly keys?: string;
  readonly report: string;
  /** Resumes the interrupted run. */
  readonly resume?: boolean;
  /** Private JWK that signs the statement. */
  readonly statementKey?: string;
  /** Language of console and reports. */
  readonly lang?: string;
  readonly defect?: string;
  /** Walks what can be walked from the bank's side alone, against the real stage of DCM in bank.yaml. */
  readonly stage?: boolean;
  /** Alias of the bank, as a confirmation that the stage is its own. */
  readonly iOwnThisStage?: string;
  /** File of the recording of a run against a stage. */
  readonly record?: string;
  /** Hosts of the stage whose names do not say that they are none of production. */
  readonly allowHost?: readonly string[];
  readonly mockUrl?: string;
  /** `new`, or the name of a sandbox of that mock. */
  readonly sandbox?: string;
  /** Leaves the sandbox that was made for the run. */
  readonly keep?: boolean;
  readonly controlToken?: string;
  readonly controlTokenFile?: string;
  /** Also runs the scenarios that verify the mock itself; for the project's own tests. */
  readonly mock?: boolean;
  /** Readings of the documentation to try after the plan: a selection, or all of them. */
  readonly readings?: string | true;
  /** A bank that depends on a reading ends the command with exit code 1. */
  readonly requireRobust?: boolean;
  /** Tries every mistake in a token at every method and under every flow. */
  readonly whole?: boolean;
  /** Seconds that a run may wait in vain under one scheme. */
  readonly timeLimit?: string;
  /** Order of the scenarios; for the project's own tests. */
  readonly order?: FeaturesOptions['order'];
}

/** Puts the mock and a bank on the stage. */
export interface Openers {
  readonly reference: (options: ReferenceStageOptions) => Promise<BankStage>;
  readonly config: typeof openConfigStage;
}
