import { expect, it } from 'vitest';
import type { DcmBlock } from '../../contract/driver.js';
import { carefully } from './careful.js';

/** What a bank is asked for on a stage. */

const dcm = {} as DcmBlock;
const keepers = ['keeper-1', 'keeper-2'];
const users = ['keeper-1', 'keeper-2', 'customer-1'].map((login) => ({ login }));

function careful(inUse: boolean) {
  const asked: unknown[] = [];
  const driver = {
    act: async (...[act, , input]: readonly unknown[]) => {
      asked.push([act, input]);
      return { ok: true };
    },
  };
  const made = carefully(driver, { largest: 10, keepers, hasEntities: async () => inUse });
  return { ...made, asked };
}

it('a bank that has entities on the stage is never told to forget, or to make again, the secrets that open them', async () => {
  const { driver, asked, secretsOf } = careful(true);
  await expect(driver.act('reset', dcm, {})).rejects.toThrow('DCM is not new on a stage');
  expect(await driver.act('create-secrets', dcm, { users: users.slice(0, 2) })).toEqual({ ok: true });
  await driver.act('create-secrets', dcm, { users });
  expect(asked).toEqual([['create-secrets', { users: [{ login: 'customer-1' }] }]]);
  expect(secretsOf).toEqual(['customer-1']);
});

it('on a new stage the key keepers get their secrets', async () => {
  const { driver, asked } = careful(false);
  await driver.act('create-secrets', dcm, { users });
  expect(asked).toEqual([['create-secrets', { users }]]);
});

it('orders stay small', async () => {
  const { driver, asked } = careful(true);
  const order = (amount: number) => driver.act('issue-identifiers', dcm, { amount });
  await order(10);
  await expect(order(10.01)).rejects.toThrow('more than a stage is asked for');
  expect(asked).toHaveLength(1);
});
