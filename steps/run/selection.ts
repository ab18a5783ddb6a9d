import { SelectionError } from './features.js';

/** What of the plan is to be run. */
export interface Selection {
  /** Steps of the plan; empty for all. */
  readonly steps: readonly number[];
  /** Cucumber's tag expression; empty for all. */
  readonly tags: string;
  /** Runs also what verifies the mock itself. */
  readonly mock: boolean;
}

const lastStep = 16;

/** `1-11`, `7`, `1,3,12-16`. @throws {SelectionError} */
export function parseSteps(text: string): number[] {
  const steps = new Set<number>();
  for (const part of text.split(',')) {
    const [, from, to = from] = /^\s*(\d+)(?:\s*-\s*(\d+))?\s*$/.exec(part) ?? [];
    const first = Number(from);
    const last = Number(to);
    if (!from || first < 1 || last > lastStep || first > last) {
      throw new SelectionError(
        `--steps ${text}: expected steps of 1 to ${lastStep} such as 7, 1-11 or 1,12-16`,
      );
    }
    for (let step = first; step <= last; step++) steps.add(step);
  }
  return [...steps].sort((one, other) => one - other);
}

/** The selection as one tag expression. */
export function tagExpression({ steps, tags, mock }: Selection): string {
  const parts = [
    mock ? '' : '(not @mock or @simulated)',
    steps.length > 0 ? `(${steps.map((step) => `@step-${step}`).join(' or ')})` : '',
    tags === '' ? '' : `(${tags})`,
  ];
  return parts.filter(Boolean).join(' and ');
}

/** The selection in words; empty for the whole plan. */
export function selectionText({ steps, tags }: Selection): string {
  return [steps.length > 0 ? `steps ${steps.join(',')}` : '', tags].filter(Boolean).join(', ');
}
