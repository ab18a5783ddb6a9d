import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { codeOf, createTestDomain } from './domain.testing.js';
import { toStroops } from './money.js';

/** Transfers: what moves, and what does not. */

async function twoBanks() {
  const x = createTestDomain();
  const [one, other] = [await x.bank('one'), await x.bank('other')];
  await x.domain.identifierRequests.grant(x.call, one.guid, 1000);
  const entities = [
    { bank: one, guid: one.emission_account_guid },
    { bank: one, guid: one.processing_account_guid },
    { bank: one, guid: (await x.customer(one, 'olha')).guid },
    { bank: other, guid: other.processing_account_guid },
    { bank: other, guid: (await x.customer(other, 'petro')).guid },
  ] as const;
  return { x, one, other, entities };
}

test('any transfers move money as a list of balances would, and refused ones move nothing', async () => {
  const step = fc.record({
    from: fc.nat(4),
    to: fc.nat(4),
    amount: fc.constantFrom(0, 0.01, 1, 300, 700, 1e7),
  });
  const property = fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
    const { x, entities } = await twoBanks();
    const model = [10_000_000_000n, 0n, 0n, 0n, 0n];
    for (const { from, to, amount } of steps) {
      const [sender, receiver] = [entities[from], entities[to]];
      if (!sender || !receiver) throw new Error('unreachable');
      const abroad = sender.bank === receiver.bank ? undefined : receiver.bank.guid;
      const code = await x.transfer(sender.bank, sender.guid, receiver.guid, amount, abroad);
      const stroops = toStroops(amount) ?? 0n;
      const possible = stroops > 0n && from !== to && (model[from] ?? 0n) >= stroops;
      expect(code === '').toBe(possible);
      if (possible) {
        model[from] = (model[from] ?? 0n) - stroops;
        model[to] = (model[to] ?? 0n) + stroops;
      }
      expect(await Promise.all(entities.map(({ guid }) => x.balance(guid)))).toEqual(model);
      expect(await x.domain.invariant()).toMatchObject({ holds: true });
    }
  });
  await fc.assert(property, { numRuns: 8 });
});

test('a draft reserves nothing, and is confirmed once', async () => {
  const { x, one, entities } = await twoBanks();
  const order = { sender_id: entities[0].guid, receiver_id: entities[1].guid, amount: 600 };
  const drafts = [
    await x.domain.transfers.create(x.call, one, order),
    await x.domain.transfers.create(x.call, one, order),
  ] as const;
  const confirm = (guid: string) => codeOf(() => x.domain.transfers.confirm(x.call, one, { guid }));
  expect(await confirm(drafts[0].guid)).toBe('');
  expect(await confirm(drafts[0].guid)).toBe('payment-confirmed');
  expect(await confirm(drafts[1].guid)).toBe('insufficient-balance');
  expect(await x.balance(entities[1].guid)).toBe(6_000_000_000n);
});

test('a transfer to another bank names that bank, and no one else can confirm it', async () => {
  const { x, one, other, entities } = await twoBanks();
  const order = { sender_id: entities[0].guid, receiver_id: entities[3].guid, amount: 1 };
  const { guid } = await x.domain.transfers.create(x.call, one, order);
  const confirm = (bank: typeof one, bank_guid?: string) =>
    codeOf(() => x.domain.transfers.confirm(x.call, bank, { guid, bank_guid }));
  expect(await confirm(one)).toBe('bank-guid-missing');
  expect(await confirm(one, one.guid)).toBe('bank-guid-wrong');
  expect(await confirm(other, other.guid)).toBe('not-found');
  expect(await confirm(one, other.guid)).toBe('');
});

test.each([
  ['same-entity', { receiver_id: 0 }, 1],
  ['insufficient-balance', { receiver_id: 1 }, 1001],
  ['invalid-amount', { receiver_id: 1 }, -1],
])('a draft is refused as %s', async (code, { receiver_id }, amount) => {
  const { x, one, entities } = await twoBanks();
  const before = x.rows();
  const order = { sender_id: entities[0].guid, receiver_id: entities[receiver_id]?.guid, amount };
  expect(await codeOf(() => x.domain.transfers.create(x.call, one, order))).toBe(code);
  expect(x.rows()).toEqual(before);
});

test('another bank’s entity sends nothing', async () => {
  const { x, other, entities } = await twoBanks();
  const order = { sender_id: entities[0].guid, receiver_id: entities[3].guid, amount: 1 };
  expect(await codeOf(() => x.domain.transfers.create(x.call, other, order))).toBe('not-found');
});

test('transfers of one entity at the same time are each signed once', async () => {
  const { x, one, entities } = await twoBanks();
  const order = { sender_id: entities[0].guid, receiver_id: entities[1].guid, amount: 10 };
  const drafts = await Promise.all(
    Array.from({ length: 12 }, () => x.domain.transfers.create(x.call, one, order)),
  );
  const signed = vi.spyOn(x.center.stellar, 'buildSigned');
  await Promise.all(drafts.map(({ guid }) => x.domain.transfers.confirm(x.call, one, { guid })));
  expect(signed).toHaveBeenCalledTimes(12);
  expect(await x.balance(entities[1].guid)).toBe(toStroops(120));
});
