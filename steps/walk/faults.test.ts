import { expect, it } from 'vitest';
import type { Stage } from '../stage.js';
import { createFaults } from './faults.js';

/** DCM as far as its faults go. */
function mock(others: readonly { readonly guid: string; readonly kind: string }[] = []) {
  let faults = [...others];
  let released = 0;
  const control = {
    async addFault({ body }: { body: { kind: string } }) {
      const fault = { ...body, guid: `g-${faults.length}` };
      faults.push(fault);
      return fault;
    },
    listFaults: async () => ({ faults }),
    async clearFaults() {
      faults = [];
    },
    async releaseHeld() {
      released += 1;
      return { released: 1 };
    },
  };
  const dcm = { control } as unknown as Stage['dcm'];
  return { stage: { dcm }, left: () => faults, use: () => void faults.pop(), released: () => released };
}

it('what a scenario ordered and did not use up is named, and gone', async () => {
  const { stage, left, use } = mock([{ guid: 'of-a-person', kind: 'delay' }]);
  const faults = createFaults(stage);
  await faults.order({ kind: 'hide-payment' });
  await faults.order({ kind: 'lose-callback' });
  use();
  expect(await faults.end()).toEqual(['hide-payment']);
  expect(left()).toEqual([]);
});

it('what a scenario used up is not named', async () => {
  const { stage, use } = mock();
  const faults = createFaults(stage);
  await faults.order({ kind: 'hide-payment' });
  use();
  expect(await faults.end()).toEqual([]);
});

it('what somebody else ordered does not reach the next scenario', async () => {
  const { stage, left } = mock([{ guid: 'of-a-person', kind: 'delay' }]);
  expect(await createFaults(stage).end()).toEqual([]);
  expect(left()).toEqual([]);
});

it('what is kept need not occur, and holds nothing longer than the scenario', async () => {
  const { stage, left, released } = mock();
  const faults = createFaults(stage);
  await faults.keep({ kind: 'hold', operation: 'getDcmJwks' });
  expect(left()).toMatchObject([{ kind: 'hold', times: 1000 }]);
  expect(await faults.end()).toEqual([]);
  expect([left(), released()]).toEqual([[], 1]);
  await faults.end();
  expect(released()).toBe(1);
});
