import { expect, test } from 'vitest';
import { otherReadings } from '../../contract/readings/index.js';
import { driftOf } from './drift.js';
import { questionKey } from './questions.js';
import { visited } from './visit.testing.js';

/** Every reading, by a stage that has it and usual ones otherwise. */

test.each(otherReadings.map((reading) => [reading.id, reading] as const))('%s', async (_id, reading) => {
  const recording = await visited({
    profile: reading.profile,
    // One under which chance varies a response.
    ...(reading.name === 'tolerances' ? { seed: 'drift' } : {}),
  });
  const { questions, differences } = driftOf([recording]);
  const contradicted = questions.filter(({ verdict }) => verdict === 'contradicted');
  const found = contradicted.map((one) => [
    one.asks.en,
    one.shown.filter((s) => !s.assumed).map((s) => s.reading),
  ]);
  expect(found).toEqual([[reading.question.asks.en, [reading.name]]]);
  // Members that come now and then are listed as well.
  if (reading.name !== 'tolerances') expect(differences).toEqual([]);

  const against = driftOf([recording], { name: 'stage.json', options: reading.profile, captured: [] });
  const left = against.questions.filter(({ verdict }) => verdict === 'contradicted');
  expect(left.map((one) => [questionKey(reading.question), one.shown])).toEqual([]);
  expect(against.exit_code).toBe(0);
});
