import { type OtherReading, readingId } from '../../contract/readings/index.js';
import type { Result } from '../../contract/result.js';
import type { Robustness } from '../../contract/robustness.js';
import { systemClock } from '../../mock-server/system.js';
import type { Scope } from '../../steps/run/selection.js';
import type { WalkState } from '../../steps/walk/memory.js';
import type { BankStage } from '../bank-stage.js';
import { judgeStage, type Progress } from '../judge-stage.js';
import { withOptions } from './options.js';

/** What the walk under the usual readings has left. */
export interface Usual {
  readonly result: Result;
  /** What it has made, so that no reading has to make it again. */
  readonly walk: WalkState | undefined;
}

/** Hears each reading as it begins and when its outcome is known. */
export interface Hearing {
  begins(reading: OtherReading, index: number, of: number): void;
  ends(outcome: Robustness): void;
}

const silent: Progress = { pass() {}, scenario() {}, end() {} };

/** The usual readings do not hold any longer: what fails from here on says nothing about a reading. */
const broken = (by: string): string => `the bank no longer passes under the usual readings since ${by}`;

/**
 * Walks again what each reading touches, with the options of the mock that it takes, and puts them back after it. A
 * scenario counts if it has passed under the usual readings. If one fails, it is walked under the usual readings once
 * more: a bank that does not recover is not held to depend on the readings after that.
 */
export async function tryReadings(
  stage: BankStage,
  scope: Scope,
  usual: Usual,
  readings: readonly OtherReading[],
  hearing: Hearing,
): Promise<Robustness[]> {
  const passed = new Set(
    usual.result.scenarios.filter(({ verdict }) => verdict === 'passed').map(({ id }) => id),
  );
  let { walk } = usual;
  let hindered = '';

  async function walked(ids: readonly string[], scheme: Scope['schemes'][number]) {
    stage.patience.anew();
    let left = (): WalkState | undefined => walk;
    const selection = { steps: [], tags: ids.map((id) => `@${id}`).join(' or '), mock: false };
    const judged = await judgeStage(
      stage,
      selection,
      { ...scope, schemes: [scheme] },
      {
        progress: silent,
        past: walk,
        brief: true,
        keep: async (state) => {
          left = state;
        },
      },
    );
    walk = left();
    return judged.result;
  }

  async function under(reading: OtherReading): Promise<Robustness> {
    const begun = systemClock.now();
    const scheme = reading.question.scheme ?? scope.schemes[0];
    const ids = reading.touches.filter((id) => passed.has(id));
    const outcome = (more: Pick<Robustness, 'outcome'> & Partial<Robustness>): Robustness => ({
      reading: reading.id,
      usual: readingId(reading.question, reading.question.usual),
      question: reading.question.unknown,
      says: reading.says.en,
      profile: reading.profile,
      reason: '',
      scenarios: [],
      failed: [],
      first: null,
      fix: reading.question.live.en,
      ms: systemClock.now() - begun,
      ...more,
    });
    const notTried = (reason: string) => outcome({ outcome: 'not-tried', reason });
    if (reading.untried !== undefined) return notTried(reading.untried.en);
    if (hindered !== '') return notTried(hindered);
    if (scheme === undefined || !scope.schemes.includes(scheme))
      return notTried(`the bank does not use the scheme ${scheme}`);
    if (ids.length === 0) return notTried('none of the scenarios that it touches has passed before');
    const restore = await withOptions(stage.dcm.control, reading.profile);
    let seen: Result;
    try {
      seen = await walked(ids, scheme);
    } finally {
      await restore();
      // Keys that were made under the reading keep their names: the next one has a usual name again.
      if (reading.profile.token_kid !== undefined) await stage.dcm.rotate();
    }
    const scenarios = seen.scenarios.filter(({ verdict }) => verdict !== 'not-applicable');
    const failed = scenarios.filter(({ verdict }) => verdict !== 'passed');
    const [first] = failed;
    const ran = { scenarios: [...new Set(scenarios.map(({ id }) => id))] };
    if (seen.errors.length > 0) return notTried(`the tool failed: ${seen.errors[0]}`);
    if (first === undefined)
      return scenarios.length === 0
        ? notTried('none of the scenarios that it touches could be walked again')
        : outcome({ outcome: 'independent', ...ran });
    const again = await walked([...new Set(failed.map(({ id }) => id))], scheme);
    if (again.scenarios.some(({ verdict }) => verdict !== 'passed')) hindered = broken(reading.id);
    return outcome({
      outcome: 'depends',
      ...ran,
      failed: [...new Set(failed.map(({ id }) => id))],
      first: firstFailure(failed, first),
    });
  }

  const outcomes: Robustness[] = [];
  for (const [index, reading] of readings.entries()) {
    hearing.begins(reading, index, readings.length);
    const outcome = await under(reading);
    hearing.ends(outcome);
    outcomes.push(outcome);
  }
  return outcomes;
}

type Scenario = Result['scenarios'][number];

/** A check says more than a note: that of the first scenario in which one failed. */
function firstFailure(failed: readonly Scenario[], first: Scenario): Robustness['first'] {
  const told = failed.find(({ failures }) => failures.length > 0) ?? first;
  const [failure] = told.failures;
  return {
    scenario: told.id,
    rule: failure?.rule ?? '',
    check: failure?.check ?? '',
    expected: failure?.expected ?? '',
    actual: failure?.actual ?? told.note,
  };
}
