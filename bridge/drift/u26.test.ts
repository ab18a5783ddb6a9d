import { expect, test } from 'vitest';
import { createWorld } from '../../mock-server/world.testing.js';
import { driftOf } from './drift.js';
import { recordingOf } from './recording.testing.js';

test.each(['array', 'object', 'renamed'] as const)('%s', async (form) => {
  const world = await createWorld({ profile: { accounts_list: form } });
  const recording = recordingOf(world);
  await world.inProcess(`http://dcm.test/api/v1/counterparty/${world.guid}/accounts`, {
    headers: { authorization: `bearer ${world.session}` },
  });
  const drift = driftOf([recording()]);
  const question = drift.questions.find(({ unknown }) => unknown === 'U-26');
  expect(question?.shown.map(({ reading, count }) => [reading, count])).toEqual([[form, 1]]);
  expect([question?.verdict, drift.exit_code]).toEqual(
    form === 'array' ? ['confirmed', 0] : ['contradicted', 1],
  );
});
