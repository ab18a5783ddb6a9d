import type { CapturedAnswer } from '../../contract/captured.js';
import type { Drift, DriftWeight } from '../../contract/drift.js';
import { driftWeights, questionVerdicts } from '../../contract/drift.js';
import { defaultProfile, type Profile } from '../../contract/profile/index.js';
import { differencesIn } from './differences.js';
import { operationsIn } from './operations.js';
import { questionsIn } from './questions.js';
import type { Recording } from './read.js';
import { seenIn } from './seen.js';

/** The profile that is assumed: options and what was captured, with the name of its file. */
export interface Against {
  readonly name: string;
  readonly options: Partial<Profile>;
  readonly captured: readonly CapturedAnswer[];
}

const usualReadings: Against = { name: '', options: {}, captured: [] };

const weighed = (weight: DriftWeight): number => driftWeights.indexOf(weight);

/** Compares what a stage did with what is documented and assumed; what matters most to the bank comes first. */
export function driftOf(recordings: readonly Recording[], against: Against = usualReadings): Drift {
  const all = seenIn(recordings);
  const { captured } = against;
  const profile = { ...defaultProfile, ...against.options };
  const differences = differencesIn(all, { profile, captured });
  const questions = questionsIn(all, { profile, captured }).toSorted(
    (a, b) =>
      questionVerdicts.indexOf(a.verdict) - questionVerdicts.indexOf(b.verdict) ||
      weighed(a.weight) - weighed(b.weight),
  );
  const contradicts = differences.length > 0 || questions.some(({ verdict }) => verdict === 'contradicted');
  const [first] = recordings;
  return {
    drift: 1,
    recordings: recordings.map(({ name }) => name),
    upstream: first?.run.upstream ?? '',
    begun: first?.run.begun ?? '',
    exchanges: all.length,
    unknown_exchanges: all.filter(({ exchange }) => exchange.operation === '').length,
    against: against.name,
    questions: [...questions],
    differences: [...differences],
    operations: [...operationsIn(all)],
    exit_code: contradicts ? 1 : 0,
  };
}
