import type { Profile } from '../profile/index.js';
import type { Source } from '../provenance.js';
import type { Said } from '../texts/said.js';

/** One way to read the documentation where it is silent or contradicts itself. */
export interface Reading {
  /** Short, and unique among the readings of all questions with the same number. */
  readonly name: string;
  /** Options of the mock under which DCM behaves like this. */
  readonly profile: Partial<Profile>;
  /** What DCM does under it. */
  readonly says: Said;
  /** What speaks for it; `A` if it is only plausible. */
  readonly evidence: Source;
  /** Scenarios that it touches, if they differ from those of the question. */
  readonly touches?: readonly string[];
  /** Why no run can try it. */
  readonly untried?: Said;
}

/** A point that the documentation leaves open, with the answers that are plausible: a bank has to live with all of them. */
export interface OpenQuestion {
  /** Its number in docs/fidelity.md, such as `U-26`; `-` if no documentation could be expected to settle it. */
  readonly unknown: string;
  readonly asks: Said;
  /** What the mock does by default; `name` as for the other readings. */
  readonly usual: Omit<Reading, 'profile' | 'touches' | 'untried'>;
  readonly others: readonly Reading[];
  /** Scenarios in which a bank that depends on the usual reading would fail under another one. */
  readonly touches: readonly string[];
  /** Only under this scheme can a bank notice it. */
  readonly scheme?: 'dcm' | 'bank';
  /** What a bank has to do to live with all of them. */
  readonly live: Said;
}
