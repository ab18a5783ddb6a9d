import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWalk, type Walk } from '../steps/walk/walk.js';
import type { BankStage } from './bank-stage.js';
import { openReferenceStage } from './reference-stage.js';

/** The board of the console while the reference bank walks the plan, as far as it can be walked without waiting. */

let stage: BankStage;
let walk: Walk;
beforeAll(async () => {
  stage = await openReferenceStage({ seed: 'board' });
  walk = createWalk(stage);
});
afterAll(() => stage.close());

async function steps() {
  const { boards } = await stage.dcm.control.getBoard({});
  return boards[0]?.steps ?? [];
}

const doneSteps = async () => (await steps()).filter(({ state }) => state === 'done').map(({ step }) => step);

const entity = async (kind: 'emission' | 'processing') => (await walk.entityOf(kind)).guid;

async function bankSends(sender_id: string, receiver_id: string, amount: number): Promise<void> {
  const answer = await walk.act('transfer', { sender_id, receiver_id, amount });
  expect(answer).toMatchObject({ ok: true });
}

/** Acts of the plan in its order, and the steps that are done after each. */
const acts: readonly (readonly [string, () => Promise<unknown>, readonly number[]])[] = [
  ['3: register', () => walk.registered(), [3]],
  ['4: ask for infrastructure', () => walk.infrastructureRequested(), [3, 4]],
  ['5: deploy it', () => walk.deployed(), [3, 4, 5]],
  ['2 and 7: the bank begins, and fetches the keys of DCM', () => walk.keepersReady(), [2, 3, 4, 5]],
  ['8: onboarding data arrive', () => walk.urlsStored(), [2, 3, 4, 5]],
  ['9: the first employee', () => walk.invited(), [2, 3, 4, 5, 8, 9]],
  [
    '10: entities, at which DCM asks the bank for the first time',
    () => walk.entitiesCreated(),
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  ],
  ['11: password', () => walk.passwordSet(), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
  ['11: login', () => walk.officerSession(), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]],
  [
    '12: the bank requests identifiers',
    () => walk.act('issue-identifiers', { amount: 100, reserve_balance: 100 }),
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  ],
  [
    '13: an officer confirms',
    async () => {
      const { history } = await stage.dcm.control.listRequests({ params: { guid: walk.guid } });
      await stage.dcm.control.confirmRequest({ params: { guid: history[0]?.guid ?? '' }, body: {} });
    },
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
  ],
  [
    '14 and 15: a customer',
    async () => {
      customerEntity = (await walk.customerEntity()).guid;
    },
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
  ],
  [
    '16: a transfer that no customer has part in',
    async () => bankSends(await entity('emission'), await entity('processing'), 50),
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
  ],
  [
    '16: a transfer to a customer, and its callback',
    async () => {
      await bankSends(await entity('processing'), customerEntity, 20);
      await stage.dcm.control.moveClock({ body: { forward_s: 1 } });
    },
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
  ],
];
let customerEntity = '';

describe('the board follows the plan', () => {
  test('before the first step there is no board', async () => {
    expect(await stage.dcm.control.getBoard({})).toEqual({ boards: [] });
  });

  test.each(acts)('%s', async (_act, work, done) => {
    await work();
    expect(await doneSteps()).toEqual(done);
  });

  test('and ends with 16 of 16, each with evidence that can be looked at', async () => {
    const { boards } = await stage.dcm.control.getBoard({});
    expect(boards).toMatchObject([{ alias: 'bank1', done: 16, of: 16 }]);
    for (const { step, evidence } of boards[0]?.steps ?? []) {
      expect([step, evidence.length]).not.toEqual([step, 0]);
      for (const { kind, id } of evidence) {
        if (kind !== 'journal') continue;
        const { entry } = await stage.dcm.control.getEntry({ params: { seq: Number(id) } });
        expect(entry.status).toBe(200);
      }
    }
  });

  test('a bank that the mock plays has no board, and a new one has one of its own', async () => {
    await walk.otherBank();
    await stage.dcm.control.registerCounterparty({ body: { name: 'New', alias: 'new' } });
    const { boards } = await stage.dcm.control.getBoard({});
    expect(boards.map(({ alias, done }) => [alias, done])).toEqual([
      ['bank1', 16],
      ['new', 1],
    ]);
  });
});
