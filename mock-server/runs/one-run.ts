import {
  isOver,
  type Run,
  type RunHead,
  type RunScenario,
  type ScenarioBegun,
  type ScenarioEnded,
} from '../../contract/control/run-parts.js';
import type { RunOrder } from '../../contract/control/runs.js';
import type { RunProgram } from './runner.js';

type Part = 'result' | 'report' | 'bundle';

/** A run as the mock keeps it. */
export interface OneRun {
  head: Omit<RunHead, Part | 'counts'> & { readonly counts?: RunHead['counts'] };
  /** What was ordered, if the mock is to start it. */
  readonly order?: RunOrder;
  readonly scenarios: Map<string, RunScenario>;
  /** What it has handed over: gzip. */
  readonly parts: Map<Part, Buffer>;
  program?: RunProgram;
  /** It was given up because it said nothing; it may come back. */
  silent?: boolean;
  cancelSilence(): void;
}

export function newRun(
  id: number,
  at: string,
  given: Pick<RunHead, 'started_by' | 'target' | 'seed' | 'options'>,
  order?: RunOrder,
): OneRun {
  return {
    head: {
      ...given,
      id,
      state: 'queued',
      planned: 0,
      created_at: at,
      started_at: '',
      ended_at: '',
      ms: 0,
      stopping: false,
      note: '',
    },
    ...(order && { order }),
    scenarios: new Map(),
    parts: new Map(),
    cancelSilence() {},
  };
}

function countsOf(scenarios: Iterable<RunScenario>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { verdict } of scenarios) if (verdict) counts[verdict] = (counts[verdict] ?? 0) + 1;
  return counts;
}

export const headOf = ({ head, scenarios, parts }: OneRun): RunHead => ({
  ...head,
  counts: head.counts ?? countsOf(scenarios.values()),
  result: isOver(head) && parts.has('result'),
  report: isOver(head) && parts.has('report'),
  bundle: isOver(head) && parts.has('bundle'),
});

export const wholeRun = (run: OneRun): Run => ({ ...headOf(run), scenarios: [...run.scenarios.values()] });

/** Approximate bytes that a run takes. */
export const sizeOf = ({ parts, scenarios }: OneRun): number =>
  [...parts.values()].reduce((sum, { length }) => sum + length, 0) +
  2 * JSON.stringify([...scenarios]).length;

/** The newest journal number that it refers to; 0 if it refers to none. */
export const lastSeqOf = ({ scenarios }: OneRun): number =>
  [...scenarios.values()].reduce((last, { first_seq, last_seq }) => Math.max(last, first_seq, last_seq), 0);

const keyOf = ({ id, scheme }: Pick<RunScenario, 'id' | 'scheme'>): string => `${id} ${scheme ?? ''}`;

/** A scenario begins: what comes from here on does not belong to those that have ended. */
export function begin({ scenarios }: OneRun, begun: ScenarioBegun, numbers: Numbers): RunScenario {
  for (const [key, before] of scenarios) {
    if (before.verdict === undefined || before.last_seq < begun.first_seq) continue;
    const last_seq = Math.max(before.first_seq - 1, begun.first_seq - 1);
    scenarios.set(key, { ...before, last_seq, exchanges: numbers.between(before.first_seq, last_seq) });
  }
  const scenario: RunScenario = {
    ...begun,
    ms: 0,
    failures: [],
    cause_rule: '',
    cause: '',
    note: '',
    last_seq: 0,
    exchanges: 0,
  };
  scenarios.set(keyOf(scenario), scenario);
  return scenario;
}

/** The numbers of the journal, and how many entries it has between two of them. */
export interface Numbers {
  last(): number;
  between(first: number, last: number): number;
}

export function end({ scenarios }: OneRun, ended: ScenarioEnded, numbers: Numbers): RunScenario {
  const first_seq = scenarios.get(keyOf(ended))?.first_seq ?? 0;
  const last_seq = first_seq === 0 ? 0 : numbers.last();
  const exchanges = first_seq === 0 ? 0 : numbers.between(first_seq, last_seq);
  const scenario: RunScenario = { ...ended, first_seq, last_seq, exchanges };
  scenarios.set(keyOf(scenario), scenario);
  return scenario;
}
