import { expect, test } from 'vitest';
import { createTestDomain } from './domain.testing.js';
import { type DigitalEntity, entityRows } from './entities-collection.js';

/** The money invariant is broken by whatever breaks it. */

async function funded() {
  const x = createTestDomain();
  const bank = await x.bank('one');
  await x.domain.identifierRequests.grant(x.call, bank.guid, 100);
  const change = (guid: string, by: bigint) =>
    x.center.store.write(async (tx) => {
      const row = (await tx.get(entityRows, guid)) as DigitalEntity;
      await tx.put(entityRows, { ...row, balance: row.balance + by });
    });
  return { x, bank, change };
}

test('holds after identifiers were created', async () => {
  const { x } = await funded();
  expect(await x.domain.invariant()).toEqual({
    ...{ holds: true, created: 1_000_000_000n, deleted: 0n, balances: 1_000_000_000n, below_zero: [] },
  });
});

test.each([1n, -1n])('breaks when a balance changes by %d alone', async (by) => {
  const { x, bank, change } = await funded();
  await change(bank.emission_account_guid, by);
  expect(await x.domain.invariant()).toMatchObject({ holds: false, below_zero: [] });
});

test('breaks when a balance is below zero, though the sum is right', async () => {
  const { x, bank, change } = await funded();
  await change(bank.emission_account_guid, 1n);
  await change(bank.processing_account_guid, -1n);
  const found = await x.domain.invariant();
  expect(found).toMatchObject({ holds: false, below_zero: [bank.processing_account_guid] });
  expect(found.created - found.deleted).toBe(found.balances);
});
