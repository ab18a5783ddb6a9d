import type { z } from 'zod';
import type { bankConfig } from '../contract/bank-config/index.js';
import type { ScenarioResult } from '../contract/result.js';
import type { Language } from '../contract/texts/language.js';

/** What bank.yaml holds. Paths in it are relative to the current folder, `${NAME}` is read from the environment. */
export type BankConfig = z.input<typeof bankConfig>;

/** A bank to verify: the path of its bank.yaml, the content of such a file, or the reference bank. */
export type BankToVerify = string | BankConfig | { readonly reference: true };

export interface VerifyOptions {
  /** Steps of the plan, e.g. `1-11`; all by default. */
  readonly steps?: string;
  /** Cucumber's tag expression, e.g. `@S07-02`. */
  readonly tags?: string;
  /** Leaves out the hard cases. */
  readonly quick?: boolean;
  /** Tries every mistake in a token at every method and under every flow. */
  readonly whole?: boolean;
  /** Repeats a run, together with the same keys. */
  readonly seed?: string;
  /** Seconds that a run may wait in vain under one scheme. */
  readonly timeLimitS?: number;
  /** Language of what is said while it runs; English by default. */
  readonly language?: Language;
  /** Hears each scenario as it ends. */
  readonly onScenario?: (scenario: Pick<ScenarioResult, 'id' | 'name' | 'verdict'>) => void;
  /** Hears what a person has to do (driver `manual`), and what the doctor advises. Nothing is printed. */
  readonly say?: (text: string) => void;
}
