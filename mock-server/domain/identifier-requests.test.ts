import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeOf, createTestDomain } from './domain.testing.js';
import { reserveCovers } from './identifier-balances.js';
import { identifierBalanceRows } from './identifier-requests-collection.js';

/** Requests for identifiers: the bank requests, an officer confirms or cancels. */

const stroops = fc.bigInt({ min: 0n, max: 10n ** 18n });

test('the reserve covers what will be in circulation, and lenient asks only those who declared one', () => {
  const property = fc.property(stroops, stroops, stroops, stroops, (reserve, created, part, change) => {
    const deleted = created === 0n ? 0n : part % created;
    const balance = { reserve, created, deleted, reserve_declared: true };
    const covered = reserve >= created - deleted + change;
    for (const rule of ['strict', 'lenient'] as const) {
      expect(reserveCovers(balance, change, rule)).toBe(covered);
    }
    const undeclared = { ...balance, reserve_declared: false };
    expect(reserveCovers(undeclared, change, 'lenient')).toBe(true);
    expect(reserveCovers(undeclared, change, 'strict')).toBe(covered);
  });
  fc.assert(property);
});

async function oneBank() {
  const x = createTestDomain();
  const bank = await x.bank('one');
  const request = (direction: 'issue' | 'burn', amount: number, reserve_balance = 1000) =>
    x.domain.identifierRequests.request(x.call, bank, direction, { amount, reserve_balance });
  const held = () => x.balance(bank.emission_account_guid);
  return { x, bank, request, held };
}

test('nothing is created before the officer confirms, and one request is open at a time', async () => {
  const { x, request, held } = await oneBank();
  const { guid } = await request('issue', 100);
  expect(await held()).toBe(0n);
  expect(await codeOf(() => request('issue', 1))).toBe('request-open');
  expect(await x.domain.identifierRequests.confirm(x.call, guid)).toMatchObject({ status: 'confirmed' });
  expect(await held()).toBe(1_000_000_000n);
  expect(await codeOf(() => x.domain.identifierRequests.confirm(x.call, guid))).toBe('request-finished');
  expect(await codeOf(() => x.domain.identifierRequests.cancel(x.call, guid))).toBe('request-finished');
});

test('a cancelled request changes nothing and makes room for the next', async () => {
  const { x, request, held } = await oneBank();
  const { guid } = await request('issue', 100);
  expect(await x.domain.identifierRequests.cancel(x.call, guid)).toMatchObject({ status: 'cancelled' });
  expect(await held()).toBe(0n);
  expect(await codeOf(() => request('issue', 100))).toBe('');
});

test('what is on the entity only is deleted, within the reserve', async () => {
  const { x, request } = await oneBank();
  await x.domain.identifierRequests.confirm(x.call, (await request('issue', 100)).guid);
  expect(await codeOf(() => request('burn', 101))).toBe('insufficient-balance');
  expect(await codeOf(() => request('issue', 901))).toBe('reserve-insufficient');
  expect(await codeOf(() => request('issue', 900))).toBe('');
});

test('any requests leave created minus deleted on the entity', async () => {
  const step = fc.record({
    burn: fc.boolean(),
    amount: fc.integer({ min: 1, max: 500 }),
    cancel: fc.boolean(),
  });
  const property = fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
    const { x, bank, request, held } = await oneBank();
    let model = 0;
    for (const { burn, amount, cancel } of steps) {
      const possible = burn ? amount <= model : model + amount <= 1000;
      let guid = '';
      const code = await codeOf(async () => {
        ({ guid } = await request(burn ? 'burn' : 'issue', amount));
      });
      expect(code === '').toBe(possible);
      if (!possible) continue;
      await (cancel
        ? x.domain.identifierRequests.cancel(x.call, guid)
        : x.domain.identifierRequests.confirm(x.call, guid));
      if (!cancel) model += burn ? -amount : amount;
    }
    const balance = await x.center.store.read((tx) => tx.get(identifierBalanceRows, bank.guid));
    expect(await held()).toBe(BigInt(model) * 10_000_000n);
    expect((balance?.created ?? 0n) - (balance?.deleted ?? 0n)).toBe(await held());
    expect(await x.domain.invariant()).toMatchObject({ holds: true });
  });
  await fc.assert(property, { numRuns: 15 });
});
