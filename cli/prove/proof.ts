import { otherReadings } from '../../contract/readings/index.js';
import type { Result } from '../../contract/result.js';
import type { Robustness } from '../../contract/robustness.js';
import { findRule } from '../../contract/rules/index.js';
import type { Defect } from '../../fixtures/broken-banks/defect.js';
import { problems, roots } from '../../reports/problems.js';
import { isApart } from '../../steps/run/judge-scenario.js';
import type { ScenarioRun } from '../../steps/run/scenario-run.js';

/** The outcome of one bank of a proof, and what is wrong with it. Plain data, because it is sent between processes. */

/** A check about banks: its rule and its name. */
export interface CheckName {
  readonly rule: string;
  readonly check: string;
}

/** A check in a scenario, usually one that failed there. */
export interface Catch extends CheckName {
  readonly scenario: string;
}

/** `robust` and `fragile`: a bank that depends on no reading of the documentation, and one that depends on one. */
export type BankKind = 'whole' | 'oddity' | 'defect' | 'robust' | 'fragile';

/** One bank of the proof and its outcome. */
export interface Case {
  readonly kind: BankKind;
  readonly name: string;
  readonly says: string;
  readonly verdict: Result['verdict'];
  readonly catches: readonly Catch[];
  /** Checks that have run, and where; only of the sound bank. */
  readonly spoke: readonly Catch[];
  /** Rules that the report names as causes, in order. */
  readonly causes: readonly string[];
  /** Readings under which it fails, and where. */
  readonly readings?: readonly string[];
  /** What is not as expected. */
  readonly problems: readonly string[];
  readonly ms: number;
}

export const nameOf = ({ rule, check }: CheckName): string => `${rule} ${check}`;

/** Checks about banks, without those about DCM. */
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

export const causesOf = (result: Result): string[] => roots(problems(result)).map(({ rule }) => rule);

/** Errors of the tool itself, which no bank may cause, whatever it does. */
const stumbles = ({ errors, scenarios }: Result): string[] => [
  ...errors.map((error) => `the run broke: ${error}`),
  ...scenarios
    .filter(({ verdict }) => verdict === 'error')
    .map(({ id, note }) => `${id} ended in an error: ${note}`),
];

/** Problems of a bank without a mistake: no check may fail. */
export function problemsOfGood(
  result: Result,
  catches: readonly Catch[],
  wanted: Result['verdict'] = 'conformant',
): string[] {
  return [
    ...stumbles(result),
    ...catches.map((caught) => `${caught.scenario} fails ${nameOf(caught)}`),
    ...(result.verdict === wanted || catches.length > 0 ? [] : [`the verdict is ${result.verdict}`]),
  ];
}

/** Problems of a bank with a defect: it must be caught in its scenario, by the rule it is about. */
export function problemsOfDefect(
  { breaks, also = [], caughtBy }: Pick<Defect, 'breaks' | 'also' | 'caughtBy'>,
  result: Result,
  catches: readonly Catch[],
): string[] {
  const [about] = breaks;
  const [first, ...others] = causesOf(result);
  const expected = new Set<string>([...breaks, ...also]);
  const unseen = breaks.filter((rule) => !catches.some((caught) => caught.rule === rule));
  return [
    ...stumbles(result),
    ...(catches.some((caught) => caught.scenario === caughtBy && caught.rule === about)
      ? []
      : [`${caughtBy} does not catch it by ${about}`]),
    ...unseen.map((rule) => `${rule} is not reported`),
    ...(first === undefined || breaks.some((rule) => rule === first)
      ? []
      : [`the first cause reported is ${first}, which is not what is wrong`]),
    ...others
      .filter((rule) => !expected.has(rule))
      .map((rule) => `${rule} is reported as a separate cause, which it is not`),
  ];
}

/** Problems of a bank that has to fail under these readings and no others. */
export function problemsOfReadings(fails: readonly string[], seen: readonly Robustness[]): string[] {
  return seen.flatMap(({ reading, outcome, reason, first }) => {
    const wanted = fails.includes(reading);
    if (outcome === 'not-tried')
      return wanted || !isUntried(reading) ? [`${reading} is not tried: ${reason}`] : [];
    if (outcome === 'independent') return wanted ? [`${reading} does not find it`] : [];
    return wanted ? [] : [`it fails under ${reading}: ${first?.scenario} ${first?.rule} ${first?.actual}`];
  });
}

/** The data of readings say why no run can try it. */
const isUntried = (reading: string): boolean =>
  otherReadings.some(({ id, untried }) => id === reading && untried !== undefined);

/** For each check, the defects that no other check catches. */
export function onlyCatches(cases: readonly Case[]): Map<string, string[]> {
  const only = new Map<string, string[]>();
  for (const { kind, name, catches } of cases) {
    if (kind !== 'defect') continue;
    const [first, second] = new Set(catches.map(nameOf));
    if (first !== undefined && second === undefined) only.set(first, [...(only.get(first) ?? []), name]);
  }
  return only;
}

/**
 * Checks whose mistakes also show elsewhere: in what was ordered (TRANSFER-02), in the comparison of all money with the
 * orders, or in what happens at the same time.
 */
export const alsoSeenElsewhere: readonly string[] = [
  'AUTH-10 is that of the user asked about',
  'BANKJWT-01 DCM takes the token',
  'BANKJWT-02 DCM takes the token',
  'BANKJWT-07 DCM takes the token',
  'EMISSION-01 came once and was served',
  'EMISSION-02 reports the refusal',
  'REQUEST-04 nothing noticed in the whole run',
  'TRANSFER-01 stays a draft',
  'TRANSFER-04 the money has moved',
  'TRANSFER-05 reports the refusal',
  'TRANSFER-06 nothing noticed in the whole run',
  'TRANSFER-08 nothing noticed in the whole run',
];

/** Checks that are never the only one to catch a defect, although they could be. */
export function idleChecks(cases: readonly Case[]): string[] {
  const only = onlyCatches(cases);
  const spoke = cases.filter(({ kind }) => kind === 'whole').flatMap((walked) => walked.spoke.map(nameOf));
  return [...new Set(spoke)].filter((name) => !only.has(name) && !alsoSeenElsewhere.includes(name)).sort();
}
