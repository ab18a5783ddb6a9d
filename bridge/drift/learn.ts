import type { LearnedProfile } from '../../contract/captured.js';
import type { Difference, Drift, DriftQuestion } from '../../contract/drift.js';
import { defaultProfile, type Profile, someOptions } from '../../contract/profile/index.js';
import { readingId } from '../../contract/readings/index.js';
import { capturedIn } from './capture.js';
import { driftOf } from './drift.js';
import type { Recording } from './read.js';
import { seenIn } from './seen.js';

/** Options as they were seen, each with the value that was seen most often. */
function optionsIn({ questions }: Drift): Partial<Profile> {
  const counts = new Map<string, { readonly name: keyof Profile; readonly value: unknown; count: number }>();
  for (const { options, count } of questions.flatMap(({ shown }) => shown)) {
    for (const [name, value] of Object.entries(options)) {
      const key = `${name} ${JSON.stringify(value)}`;
      const known = counts.get(key) ?? { name: name as keyof Profile, value, count: 0 };
      known.count += count;
      counts.set(key, known);
    }
  }
  const best = [...counts.values()]
    .toSorted((a, b) => a.count - b.count)
    .map(({ name, value }) => [name, value]);
  const seen = Object.entries(Object.fromEntries(best));
  const others = seen.filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(defaultProfile[name as keyof Profile]),
  );
  return someOptions.parse(Object.fromEntries(others)) as Partial<Profile>;
}

const inWords = (question: DriftQuestion): readonly string[] =>
  question.shown
    .filter(({ assumed }) => !assumed)
    .map(({ says, count, first }) => {
      const id = question.unknown === '-' ? question.asks.en : question.unknown;
      return `${id}: ${says.en} (${count}, first in #${first.seq} ${first.operation})`;
    });

const differenceInWords = ({ operation, what, kind, expected, came, first }: Difference): string =>
  [
    `${operation}: ${what}, ${kind}`,
    expected && `expected ${expected}`,
    came && `came ${came}`,
    `#${first.seq}`,
  ]
    .filter((part) => part !== '')
    .join(', ');

/** A profile, and what is left of the drift if it is assumed. */
export interface Learned {
  readonly profile: LearnedProfile;
  readonly left: Drift;
}

/** The profile with which the mock behaves most like the stage that was recorded. */
export function learnFrom(recordings: readonly Recording[], name: string): Learned {
  const drift = driftOf(recordings);
  const options = optionsIn(drift);
  const captured = capturedIn(seenIn(recordings), { ...defaultProfile, ...options });
  const left = driftOf(recordings, { name, options, captured });
  const readings = drift.questions.flatMap((question) =>
    question.shown
      .filter(({ reading }) => reading !== '')
      .map(({ reading }) => readingId(question, { name: reading })),
  );
  const beyond = [
    ...left.questions.filter(({ verdict }) => verdict === 'contradicted').flatMap(inWords),
    ...left.differences.map(differenceInWords),
  ];
  const { upstream, begun, exchanges } = drift;
  return {
    profile: {
      learned: { upstream, recorded: begun, exchanges, readings: [...new Set(readings)], beyond },
      ...options,
      ...(captured.length > 0 && { captured: [...captured] }),
    },
    left,
  };
}
