import { createHash } from 'node:crypto';
import { parseSource } from '../contract/provenance.js';
import type { Result } from '../contract/result.js';
import { said } from '../contract/texts/said.js';
import { tally } from './tree.js';

/** What a signed statement says: who was verified, when, with what and how it ended, and digests of it all. */
export interface Statement {
  readonly format: 'dcm-statement';
  readonly version: 1;
  /** What a signature proves, for whoever reads the statement alone. */
  readonly proves: string;
  readonly target: string;
  readonly verdict: Result['verdict'];
  readonly exit_code: number;
  readonly started_at: string;
  /** Of a run that was gone on with. */
  readonly resumed?: NonNullable<Result['resumed']>;
  readonly ms: number;
  readonly seed: string;
  readonly scope: Result['scope'];
  readonly selection: string;
  readonly switched_off: readonly string[];
  readonly waivers: Result['waivers'];
  readonly profile: Result['profile'];
  readonly profile_changes: readonly string[];
  /** Scenarios by verdict. */
  readonly counts: Readonly<Record<string, number>>;
  /** Rules by the mark of their source (D, O, X, A, RFC), then by verdict. */
  readonly rules_by_provenance: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly versions: Result['versions'];
  /** SHA-256 of what was demanded, in hexadecimal. */
  readonly digests: Suite;
  /** SHA-256 of the reports beside it, by file name. */
  readonly files: Readonly<Record<string, string>>;
}

/** Digests of the features and of the contract (rules, plan, options, operations) that a run was made with. */
export interface Suite {
  readonly features: string;
  readonly contract: string;
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What a signature proves; the statement has it in English. */
export const proves = said(
  'The signature proves that these reports are unchanged since they were signed. Signed with a key of the bank itself it proves integrity, not independence: the bank ran and signed its own test.',
  'Підпис доводить, що ці звіти не змінено від часу підписання. Підпис ключем самого банку доводить цілісність, а не незалежність: банк сам виконав і підписав власну перевірку.',
);

function byProvenance(rules: Result['rules']): Record<string, Record<string, number>> {
  const counts: Record<string, Record<string, number>> = {};
  for (const { source, verdict } of rules) {
    const { mark } = parseSource(source);
    const own = counts[mark] ?? {};
    counts[mark] = { ...own, [verdict]: (own[verdict] ?? 0) + 1 };
  }
  return counts;
}

/**
 * The statement about a result and the reports that were printed from it.
 *
 * @param files text of each report by its name
 */
export function statementOf(
  result: Result,
  files: Readonly<Record<string, string>>,
  digests: Suite,
): Statement {
  return {
    format: 'dcm-statement',
    version: 1,
    proves: proves.en,
    target: result.target,
    verdict: result.verdict,
    exit_code: result.exit_code,
    started_at: result.started_at,
    ...(result.resumed && { resumed: result.resumed }),
    ms: result.ms,
    seed: result.seed,
    scope: result.scope,
    selection: result.selection,
    switched_off: result.switched_off,
    waivers: result.waivers,
    profile: result.profile,
    profile_changes: result.profile_changes,
    counts: tally(result),
    rules_by_provenance: byProvenance(result.rules),
    versions: result.versions,
    digests,
    files: Object.fromEntries(Object.entries(files).map(([name, text]) => [name, sha256(text)])),
  };
}

const flat = (value: unknown, path = ''): readonly (readonly [string, string])[] =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0
    ? Object.entries(value).flatMap(([name, one]) => flat(one, path === '' ? name : `${path}.${name}`))
    : [[path, JSON.stringify(value)]];

/** A member that was signed with another value, both as JSON. */
export interface StatementDifference {
  readonly path: string;
  readonly signed: string | undefined;
  readonly now: string | undefined;
}

/** How a signed statement differs from the one that the reports give now. */
export function statementDifferences(signed: unknown, now: Statement): StatementDifference[] {
  const [before, after] = [new Map(flat(signed)), new Map(flat(JSON.parse(JSON.stringify(now))))];
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => before.get(path) !== after.get(path))
    .map((path) => ({ path, signed: before.get(path), now: after.get(path) }));
}
