import type { Drift, DriftWeight } from '../../contract/drift.js';
import { driftWeights, questionVerdicts } from '../../contract/drift.js';
import { defaultProfile, type Profile } from '../../contract/profile/index.js';
import { questionsIn } from './questions.js';
import type { Recording } from './read.js';
import { seenIn } from './seen.js';

/** What is assumed about the stage: options, with the name of the file that they come from. */
export interface Assumed {
  readonly name: string;
  readonly options: Partial<Profile>;
}

const nothingLearned: Assumed = { name: '', options: {} };

const weighed = (weight: DriftWeight): number => driftWeights.indexOf(weight);

/** Compares what a stage did with what is documented and assumed; what matters most to the bank comes first. */
export function driftOf(recordings: readonly Recording[], against: Assumed = nothingLearned): Drift {
  const all = seenIn(recordings);
  const assumed = { ...defaultProfile, ...against.options };
  const questions = questionsIn(all, assumed).toSorted(
    (a, b) =>
      questionVerdicts.indexOf(a.verdict) - questionVerdicts.indexOf(b.verdict) ||
      weighed(a.weight) - weighed(b.weight),
  );
  const contradicts = questions.some(({ verdict }) => verdict === 'contradicted');
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
    differences: [],
    operations: [],
    exit_code: contradicts ? 1 : 0,
  };
}
