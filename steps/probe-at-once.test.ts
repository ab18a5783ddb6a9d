import { expect, it } from 'vitest';
import type { OutRequest } from '../contract/wire/transport.js';
import { endlessPatience } from './patience.js';
import { probeAtOnce } from './probe-at-once.js';
import type { Question } from './question.js';
import type { Stage } from './stage.js';

const questions: readonly Question[] = (['user_auth', 'key', 'external_id'] as const).map((method) => ({
  method,
  obj: 'somebody',
  defect: 'missing',
}));

/** A bank that needs 600 ms for each question; one after the other, or all at once. */
function stageOf(inTurn: boolean) {
  const seen = { open: 0, most: 0, asked: 0 };
  const callBank = async (_request: OutRequest) => {
    seen.asked += 1;
    seen.open += 1;
    seen.most = Math.max(seen.most, seen.open);
    const ms = inTurn ? 600 * seen.open : 600;
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    seen.open -= 1;
    return { status: 401, headers: {}, text: '{}', ms };
  };
  const bank = {
    user_auth_url: 'http://bank/user_auth',
    user_key_url: 'http://bank/key',
    user_id_url: 'http://bank/external_id',
    subjects: { admin: 'admin' },
  };
  const stage = {
    bank,
    dcm: { signing: () => ({ kid: 'kid' }), block: { base_url: 'http://dcm' } },
    now: () => 0,
    patience: endlessPatience,
    callBank,
    measured: [],
  } as unknown as Stage;
  return { stage, seen };
}

it('asks at once, in the order of the questions', async () => {
  const { stage, seen } = stageOf(false);
  const answers = await probeAtOnce(stage, questions);
  expect(seen).toEqual({ open: 0, most: 3, asked: 3 });
  expect(answers.map(({ url }) => url)).toEqual([
    'http://bank/user_auth',
    'http://bank/key',
    'http://bank/external_id',
  ]);
});

it('asks alone what came late, and everything from then on', async () => {
  const { stage, seen } = stageOf(true);
  const answers = await probeAtOnce(stage, questions);
  expect(answers.map(({ ms }) => ms)).toEqual([600, 600, 600]);
  expect(seen).toMatchObject({ most: 3, asked: 5 });
  seen.most = 0;
  await probeAtOnce(stage, questions);
  expect(seen).toMatchObject({ most: 1, asked: 8 });
});
