import type { Result } from '../../contract/result.js';
import { findRule } from '../../contract/rules/index.js';
import type { Defect } from '../../fixtures/broken-banks/defect.js';
import { problems, roots } from '../../reports/problems.js';
import { isApart } from '../../steps/run/judge-scenario.js';
import type { ScenarioRun } from '../../steps/run/scenario-run.js';

/** What one bank of a proof came to, and what is wrong about that. Plain data: it crosses processes. */

/** A check that speaks about banks, in short: its rule and its name. */
export interface CheckName {
  readonly rule: string;
  readonly check: string;
}

/** A check in a scenario, mostly one that did not hold there. */
export interface Catch extends CheckName {
  readonly scenario: string;
}

export type BankKind = 'whole' | 'oddity' | 'defect';

/** One bank of the proof and what became of it. */
export interface Case {
  readonly kind: BankKind;
  readonly name: string;
  readonly says: string;
  readonly verdict: Result['verdict'];
  readonly catches: readonly Catch[];
  /** Checks that have spoken, and where; of the whole bank only. */
  readonly spoke: readonly Catch[];
  /** Rules that the report names as causes, in its order. */
  readonly told: readonly string[];
  /** What is not as it has to be. */
  readonly problems: readonly string[];
  readonly ms: number;
}

export const nameOf = ({ rule, check }: CheckName): string => `${rule} ${check}`;

/** Checks that can tell one bank from another: what DCM owes is not theirs. */
const aboutBanks = (runs: readonly ScenarioRun[]) =>
  runs
    .filter((run) => !isApart(run))
    .flatMap((run) =>
      run.checks
        .filter(({ rule }) => findRule(rule)?.side === 'bank')
        .map(({ rule, check, ok }) => ({ scenario: run.id, rule, check, ok })),
    );

const distinct = (said: ReturnType<typeof aboutBanks>): Catch[] => [
  ...new Map(
    said.map(({ scenario, rule, check }) => [`${scenario} ${rule} ${check}`, { scenario, rule, check }]),
  ).values(),
];

export const catchesOf = (runs: readonly ScenarioRun[]): Catch[] =>
  distinct(aboutBanks(runs).filter(({ ok }) => !ok));

export const spokeOf = (runs: readonly ScenarioRun[]): Catch[] => distinct(aboutBanks(runs));

export const toldOf = (result: Result): string[] => roots(problems(result)).map(({ rule }) => rule);

/** What has to be so for every bank, whatever it does: the tool itself does not stumble. */
const stumbles = ({ errors, scenarios }: Result): string[] => [
  ...errors.map((error) => `the run broke: ${error}`),
  ...scenarios
    .filter(({ verdict }) => verdict === 'error')
    .map(({ id, note }) => `${id} ended in an error: ${note}`),
];

/** A bank without a mistake: nothing is held against it. */
export function problemsOfGood(
  result: Result,
  catches: readonly Catch[],
  wanted: Result['verdict'] = 'conformant',
): string[] {
  return [
    ...stumbles(result),
    ...catches.map((one) => `${one.scenario} holds ${nameOf(one)} against it`),
    ...(result.verdict === wanted || catches.length > 0 ? [] : [`the verdict is ${result.verdict}`]),
  ];
}

/** A defect is caught where it has to be, by the rule it is about. */
export function problemsOfDefect(
  { breaks, also = [], caughtBy }: Pick<Defect, 'breaks' | 'also' | 'caughtBy'>,
  result: Result,
  catches: readonly Catch[],
): string[] {
  const [about] = breaks;
  const [first, ...others] = toldOf(result);
  const expected = new Set<string>([...breaks, ...also]);
  const unseen = breaks.filter((rule) => !catches.some((one) => one.rule === rule));
  return [
    ...stumbles(result),
    ...(catches.some((one) => one.scenario === caughtBy && one.rule === about)
      ? []
      : [`${caughtBy} does not catch it by ${about}`]),
    ...unseen.map((rule) => `${rule} is not reported`),
    ...(first === undefined || breaks.some((rule) => rule === first)
      ? []
      : [`the first cause told is ${first}, which is not what is wrong`]),
    ...others
      .filter((rule) => !expected.has(rule))
      .map((rule) => `${rule} is told as a cause of its own, which it is not`),
  ];
}

/** Of the defects that a check catches, those that no other check catches. */
export function onlyCatches(cases: readonly Case[]): Map<string, string[]> {
  const only = new Map<string, string[]>();
  for (const { kind, name, catches } of cases) {
    if (kind !== 'defect') continue;
    const [first, second] = new Set(catches.map(nameOf));
    if (first !== undefined && second === undefined) only.set(first, [...(only.get(first) ?? []), name]);
  }
  return only;
}

/** Checks whose mistakes show in what was ordered as well, so that TRANSFER-02 sees each of them, too. */
export const alsoSeenInTheOrder: readonly string[] = [
  'TRANSFER-04 the money has moved',
  'TRANSFER-08 nothing noticed in the whole run',
];

/** Checks that are never the only one to catch a defect, though they could be. */
export function idleChecks(cases: readonly Case[]): string[] {
  const only = onlyCatches(cases);
  const spoke = cases.filter(({ kind }) => kind === 'whole').flatMap((one) => one.spoke.map(nameOf));
  return [...new Set(spoke)].filter((name) => !only.has(name) && !alsoSeenInTheOrder.includes(name)).sort();
}
