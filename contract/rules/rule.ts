import type { Source } from '../provenance.js';

export type Level = 'must' | 'should' | 'may';

/**
 * What a bank must, should or may do, declared once and named by id in checks, findings, features and reports.
 * MUST needs a documented source (D) or a public standard that the documentation leans on; anything else is at most SHOULD.
 */
export interface Rule {
  readonly id: string;
  readonly level: Level;
  readonly says: string;
  /** What to change when it does not hold. */
  readonly fix: string;
  readonly source: Source;
  /** Step of the plan that it belongs to. */
  readonly step: number;
  /** `dcm`: an outcome that DCM owes; the mock stands in for it. */
  readonly side: 'bank' | 'dcm';
}

type Declared = Omit<Rule, 'side'> & { readonly side?: Rule['side'] };

export function rules<const Ids extends Record<string, Omit<Declared, 'id'>>>(
  declared: Ids,
): { readonly [Id in keyof Ids & string]: Rule & { readonly id: Id } } {
  return Object.fromEntries(
    Object.entries(declared).map(([id, rule]) => [id, { side: 'bank', ...rule, id }]),
  ) as { readonly [Id in keyof Ids & string]: Rule & { readonly id: Id } };
}
