import { expect, test } from 'vitest';
import { learnedProfile, partsOf } from '../../contract/captured.js';
import type { Drift } from '../../contract/drift.js';
import { driftOf } from './drift.js';
import { learnFrom } from './learn.js';
import { otherReadings, otherStage } from './stage.testing.js';
import { visited } from './visit.testing.js';

/** What was found, without the numbers of exchanges: with each delay, callbacks and requests come in another order. */
const found = ({ questions, differences }: Drift): unknown =>
  JSON.parse(
    JSON.stringify([questions, differences], (name, value) => (name === 'first' ? undefined : value)),
  );

test('a profile that was learned makes the mock answer like the stage', async () => {
  const recording = await visited(otherStage);
  const { profile, left } = learnFrom([recording], 'stage.json');
  const { options, captured, learned } = partsOf(learnedProfile.parse(profile));
  expect(options).toEqual(otherReadings);
  expect(learned?.beyond).toEqual([]);
  expect(left.exit_code).toBe(0);

  const again = await visited({ profile: options, captured });
  const { questions, differences, exit_code } = driftOf([again], { name: 'stage.json', options, captured });
  expect(questions.filter(({ verdict }) => verdict === 'contradicted')).toEqual([]);
  expect(differences).toEqual([]);
  expect(exit_code).toBe(0);
  // Without the profile, both differ from what is assumed in the same way.
  expect(found(driftOf([again]))).toEqual(found(driftOf([recording])));
});

test('of the usual readings, nothing is to be learned', async () => {
  const { profile } = learnFrom([await visited()], 'stage.json');
  const { options, captured, learned } = partsOf(profile);
  expect({ options, captured }).toEqual({ options: {}, captured: [] });
  expect(learned?.beyond).toEqual([]);
  expect(learned?.readings).toContain('U-26 array');
});
