import type { Profile } from '../profile/index.js';
import type { Source } from '../provenance.js';
import type { Said } from '../texts/said.js';

export type Level = 'must' | 'should' | 'may';

/**
 * What a bank must, should or may do, declared once and named by id in checks, findings, features and reports.
 * MUST needs a documented source (D) or a public standard that the documentation leans on; anything else is at most SHOULD.
 */
export interface Rule {
  readonly id: string;
  readonly level: Level;
  readonly says: Said;
  /** What to change if the rule is broken. */
  readonly fix: Said;
  /** Likely causes of a failure, the likeliest first. */
  readonly causes: readonly [Said, ...Said[]];
  readonly source: Source;
  /** The step of the plan that the rule belongs to. */
  readonly step: number;
  /** What the outcome depends on, if the documentation available to us leaves a question open. */
  readonly reading?: Reading;
  /** `dcm`: an outcome that DCM, and here the mock in its place, is responsible for. */
  readonly side: 'bank' | 'dcm';
}

interface Reading {
  /** Questions of docs/fidelity.md. */
  readonly unknown: string;
  /** Options of the profile that stand for the other readings. */
  readonly options?: readonly (keyof Profile)[];
}

export type Declared = Omit<Rule, 'id' | 'side'> & { readonly side?: Rule['side'] };

export function rules<Id extends string>(
  declared: Readonly<Record<Id, Declared>>,
): { readonly [Key in Id]: Rule & { readonly id: Key } } {
  return Object.fromEntries(
    Object.entries<Declared>(declared).map(([id, rule]) => [id, { side: 'bank', ...rule, id }]),
  ) as { readonly [Key in Id]: Rule & { readonly id: Key } };
}
