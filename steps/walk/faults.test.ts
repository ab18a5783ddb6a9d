import { expect, it } from 'vitest';
import type { Stage } from '../stage.js';
import { createFaults } from './faults.js';

/** DCM as far as its faults go. */
function mock(others: readonly { readonly guid: string; readonly kind: string }[] = []) {
  let faults = [...others];
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
  };
  const dcm = { control } as unknown as Stage['dcm'];
  return { stage: { dcm }, left: () => faults, use: () => void faults.pop() };
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
