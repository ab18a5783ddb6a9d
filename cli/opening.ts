import type { Language } from '../contract/texts/language.js';
import type { Hear } from '../steps/drivers/person.js';
import type { Scope, Selection } from '../steps/run/selection.js';
import type { BankStage } from './bank-stage.js';
import type { Resumed } from './resume/earlier.js';
import type { RunFile } from './resume/file.js';
import type { StartedRun } from './runs/started.js';
import type { VerifyCommand } from './verify-command.js';

/** What `dcm verify` puts on the stage. */
export interface Opening {
  readonly options: VerifyCommand;
  readonly selection: Selection;
  readonly language: Language;
  /** Folder of the reports, in which the run is recorded; without it, nothing is recorded. */
  readonly folder?: string;
  /** The run that is resumed. */
  readonly resumed?: Resumed | undefined;
  /** When the bank was last given other keys of DCM, by the run before. */
  readonly keysTurnedAt?: number | undefined;
  readonly ear: Ear;
  /** What the mock has handed over that has started this run. */
  readonly started?: StartedRun | undefined;
}

/** How a run talks with the person who started it. */
export interface Ear {
  /** Shows a person a text; for the manual driver. */
  readonly say: (text: string) => void;
  /** Hears the keys that a person presses; for the manual driver. */
  readonly hear?: Hear;
  /** Shows what the doctor advises. */
  readonly advise: (line: string) => void;
}

export interface Opened {
  readonly stage: BankStage;
  readonly scope: Scope;
  /** Where the run is recorded, if another process could resume it. */
  readonly file?: RunFile;
}
