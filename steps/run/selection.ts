import { said } from '../../contract/texts/said.js';
import type { Scheme } from '../stage.js';
import { SelectionError } from './selection-error.js';

/** What of the plan is to be run. */
export interface Selection {
  /** Steps of the plan; empty for all. */
  readonly steps: readonly number[];
  /** Cucumber's tag expression; empty for all. */
  readonly tags: string;
  /** Runs also what verifies the mock itself. */
  readonly mock: boolean;
  /** Tries every mistake in a token everywhere, instead of a sample; leaves nothing out. */
  readonly whole?: boolean;
}

/** What the configuration of the bank switches on and off. */
export interface Scope {
  /** `service`: only what DCM calls. */
  readonly scope: 'full' | 'service';
  readonly schemes: readonly Scheme[];
  readonly callbacks: boolean;
  readonly multisignature: boolean;
  readonly limits: boolean;
  readonly reconciliation: boolean;
  readonly branches: boolean;
  /** The bank can be asked for two acts at the same time. */
  readonly parallel: boolean;
  /** What is lost, late, large or down (`--quick` leaves it out). */
  readonly hard: boolean;
  /** What else the configuration leaves unchecked, in words. */
  readonly unchecked?: readonly string[];
}

/** Steps 1 to 11 are walked once, the others once for each scheme. */
export const firstStepPerScheme = 12;
const lastStep = 16;

/** What can be written for steps. */
export const stepsWanted = said(
  `expected steps of 1 to ${lastStep} such as 7, 1-11 or 1,12-16`,
  `очікувано кроки від 1 до ${lastStep}, наприклад 7, 1-11 або 1,12-16`,
);

/** `1-11`, `7`, `1,3,12-16`. @throws {SelectionError} */
export function parseSteps(scheme: string): number[] {
  const steps = new Set<number>();
  for (const part of scheme.split(',')) {
    const [, from, to = from] = /^\s*(\d+)(?:\s*-\s*(\d+))?\s*$/.exec(part) ?? [];
    const first = Number(from);
    const last = Number(to);
    if (!from || first < 1 || last > lastStep || first > last) {
      throw new SelectionError(
        said(`--steps ${scheme}: ${stepsWanted.en}`, `--steps ${scheme}: ${stepsWanted.uk}`),
      );
    }
    for (let step = first; step <= last; step++) steps.add(step);
  }
  return [...steps].sort((a, b) => a - b);
}

const range = (from: number, to: number) =>
  `(${Array.from({ length: to - from + 1 }, (_, index) => `@step-${from + index}`).join(' or ')})`;

/** The selection under one scheme as one tag expression. */
export function tagExpression({ steps, tags, mock }: Selection, scope: Scope, scheme: Scheme): string {
  const all = [
    mock ? '' : '(not @mock or @simulated)',
    scope.scope === 'service' ? 'not @client' : '',
    `not @scheme-${scheme === 'dcm' ? 'bank' : 'dcm'}`,
    ...partNames.map((part) => (scope[part] ? '' : `not @${part}`)),
    scheme === scope.schemes[0] ? '' : range(firstStepPerScheme, lastStep),
    steps.length > 0 ? `(${steps.map((step) => `@step-${step}`).join(' or ')})` : '',
    tags === '' ? '' : `(${tags})`,
  ];
  return all.filter(Boolean).join(' and ');
}

/** Parts of the plan that can be left out, by their tags, as reports name them. */
const parts = {
  multisignature: 'multisignature',
  callbacks: 'callbacks',
  branches: 'branches',
  limits: 'limits',
  reconciliation: 'reconciliation',
  parallel: 'acts in parallel',
  hard: 'hard cases',
} as const;
type Part = keyof typeof parts;
const partNames = Object.keys(parts) as Part[];

/** What does not take part in a run, in words. */
export function switchedOff({ schemes, unchecked = [], ...scope }: Scope): string[] {
  return [
    ...(['dcm', 'bank'] as const)
      .filter((scheme) => !schemes.includes(scheme))
      .map((scheme) => `scheme ${scheme}`),
    ...partNames.filter((part) => !scope[part]).map((part) => parts[part]),
    ...unchecked,
  ];
}

/** Steps of the plan of which the configuration leaves nothing to verify. */
export function stepsSwitchedOff({ scope, schemes }: Scope): number[] {
  const login = 11;
  return scope === 'service' || !schemes.includes('dcm') ? [login] : [];
}

/** The selection in words; empty for the whole plan. */
export function selectionText({ steps, tags }: Selection): string {
  return [steps.length > 0 ? `steps ${steps.join(',')}` : '', tags].filter(Boolean).join(', ');
}
