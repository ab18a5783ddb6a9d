import type { Language } from '../contract/texts/language.js';

/** What the commands are built with. */
export interface Building {
  /** Language of help and usage errors. */
  readonly language: Language;
  /** Runs a command to its end and sets its exit code. */
  readonly finish: (run: () => Promise<number>) => Promise<void>;
}
