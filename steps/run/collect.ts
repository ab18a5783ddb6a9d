import type { Envelope, Pickle, TestCase, TestStepResult } from '@cucumber/messages';
import { findRule } from '../../contract/rules/index.js';
import { type CheckRecord, checkMediaType } from '../checks/record.js';
import type { Scheme } from '../stage.js';
import { type Trouble, troubleMediaType } from '../trouble.js';
import { settled } from './causes.js';
import type { ScenarioRun } from './scenario-run.js';

export interface Collected {
  readonly scenarios: readonly ScenarioRun[];
  /** Hooks before and after everything that failed, features that cannot be read, and a run that broke off. */
  readonly errors: readonly string[];
}

interface Open {
  readonly pickle: Pickle;
  readonly testCase: TestCase;
  readonly begunMs: number;
  readonly checks: CheckRecord[];
  readonly troubles: Trouble[];
  worst: TestStepResult | undefined;
}

/** From good to bad; a failure that a check or a preparation told of is less bad than one that nobody foresaw. */
const order = ['UNKNOWN', 'PASSED', 'SKIPPED', 'TOLD', 'PENDING', 'UNDEFINED', 'AMBIGUOUS', 'FAILED'];
const foreseen = ['CheckFailed', 'Blocked'];

const badness = ({ status, exception }: TestStepResult) =>
  order.indexOf(status === 'FAILED' && foreseen.includes(exception?.type ?? '') ? 'TOLD' : status);

const toMs = ({ seconds, nanos }: { seconds: number; nanos: number }) => seconds * 1000 + nanos / 1e6;

/** The scenario id is the tag `@S07-02`; each row of an outline has its own. */
export const scenarioId = (tags: readonly string[]): string =>
  tags.find((tag) => /^@S\d\d-\d\d$/.test(tag))?.slice(1) ?? '';

/**
 * Name and tags of a scenario. A row of a table begins with its own id; of the tags of the table it has that id, and
 * the rules that its steps name.
 */
export function writtenIn({ name, steps, tags }: Pick<Pickle, 'name' | 'steps' | 'tags'>): {
  readonly name: string;
  readonly tags: readonly string[];
} {
  const all = tags.map((tag) => tag.name);
  const [, id, rest] = /^(S\d\d-\d\d) (.+)$/.exec(name) ?? [];
  if (id === undefined || rest === undefined) return { name, tags: all };
  const words = steps.map(({ text }) => text).join('\n');
  const own = (tag: string) => {
    if (/^@S\d\d-\d\d$/.test(tag)) return tag === `@${id}`;
    return findRule(tag.slice(1)) === undefined || words.includes(tag.slice(1));
  };
  return { name: rest, tags: all.filter(own) };
}

/** File and line, by which cucumber finds a scenario, or one row of a table. */
export const placeOf = ({ uri, location }: Pick<Pickle, 'uri' | 'location'>): string =>
  `${uri}:${location?.line ?? 0}`;

/** Gathers cucumber's message stream into scenarios; `onScenario` hears of each as it ends. */
export function createCollector(scheme: Scheme, onScenario: (scenario: ScenarioRun) => void = () => {}) {
  const pickles = new Map<string, Pickle>();
  const testCases = new Map<string, TestCase>();
  const open = new Map<string, Open>();
  const scenarios: ScenarioRun[] = [];
  const errors: string[] = [];

  function begin({ testCaseStarted: started }: Envelope): void {
    const testCase = started && testCases.get(started.testCaseId);
    const pickle = testCase && pickles.get(testCase.pickleId);
    if (!started || !testCase || !pickle) return;
    open.set(started.id, {
      pickle,
      testCase,
      begunMs: toMs(started.timestamp),
      checks: [],
      troubles: [],
      worst: undefined,
    });
  }

  function attach({ attachment }: Envelope): void {
    const scenario = open.get(attachment?.testCaseStartedId ?? '');
    if (attachment === undefined || scenario === undefined) return;
    if (attachment.mediaType === checkMediaType) scenario.checks.push(JSON.parse(attachment.body));
    if (attachment.mediaType === troubleMediaType) scenario.troubles.push(JSON.parse(attachment.body));
  }

  function step({ testStepFinished: finished }: Envelope): void {
    const scenario = finished && open.get(finished.testCaseStartedId);
    if (!finished || !scenario) return;
    const { testStepResult: result } = finished;
    const worst = scenario.worst;
    if (!worst || badness(result) > badness(worst)) scenario.worst = result;
  }

  function end({ testCaseFinished: finished }: Envelope): void {
    const scenario = finished && open.get(finished.testCaseStartedId);
    if (!finished || !scenario) return;
    open.delete(finished.testCaseStartedId);
    const { pickle, worst, checks, troubles, begunMs } = scenario;
    const { name, tags } = writtenIn(pickle);
    const status = worst?.status ?? 'UNKNOWN';
    const run = settled({
      id: scenarioId(tags),
      name,
      tags,
      scheme,
      checks,
      status,
      endedBy: {
        name: status === 'PASSED' ? '' : worst?.exception?.type || status,
        message: worst?.exception?.message ?? worst?.message ?? '',
      },
      ms: Math.round(toMs(finished.timestamp) - begunMs),
      ...(pickle.location ? { place: placeOf(pickle) } : {}),
      ...(troubles.length > 0 ? { troubles } : {}),
    });
    scenarios.push(run);
    onScenario(run);
  }

  return {
    take(envelope: Envelope): void {
      if (envelope.pickle) pickles.set(envelope.pickle.id, envelope.pickle);
      if (envelope.testCase) testCases.set(envelope.testCase.id, envelope.testCase);
      if (envelope.parseError) errors.push(`feature cannot be read: ${envelope.parseError.message}`);
      const hook = envelope.testRunHookFinished?.result;
      if (hook && hook.status !== 'PASSED')
        errors.push(hook.exception?.message ?? hook.message ?? 'a hook failed');
      begin(envelope);
      attach(envelope);
      step(envelope);
      end(envelope);
    },
    /** What checks have said in scenarios that have not ended yet. */
    underWay: (): { readonly place: string; readonly checks: readonly CheckRecord[] }[] =>
      [...open.values()].map(({ pickle, checks }) => ({ place: placeOf(pickle), checks })),
    /** The run ended before its time. */
    brokeOff(error: unknown): void {
      errors.push(error instanceof Error ? error.message : String(error));
    },
    /** Everything that has been said; scenarios that were announced and never ended are an error. */
    collected(): Collected {
      const missing = testCases.size - scenarios.length;
      if (missing === 0) return { scenarios, errors };
      return {
        scenarios,
        errors: [...errors, `${missing} of ${testCases.size} scenarios did not finish`],
      };
    },
  };
}
