import { beforeEach, expect, test } from 'vitest';
import { refusalOf } from '../client.testing.js';
import { ledgerTransactionRows } from '../domain/ledger-collection.js';
import type { Asked, BankAnswer } from '../fake-bank.testing.js';
import {
  balanceOf,
  confirm,
  createWorld,
  customer,
  draft,
  fundedCustomer,
  settled,
  transfer,
  type World,
} from '../world.testing.js';

/** Transfers under way at the same time. */

let world: World;
let one: { guid: string };
let two: { guid: string };
beforeEach(async () => {
  world = await createWorld();
  one = await fundedCustomer(world, world, 'one@bank1.test', 100);
  two = await customer(world, 'two@bank1.test');
});

/** Holds back the answers of /key until all of them are let go. */
function holdKeys() {
  const held: (() => void)[] = [];
  world.bank.answers.key = ({ claims }: Asked) =>
    new Promise<BankAnswer>((resolve) => {
      held.push(() => resolve({ body: { key: `secret-of-${claims.obj}` } }));
    });
  return {
    async until(count: number) {
      while (held.length < count) await settled();
    },
    letGo() {
      world.bank.answers = {};
      for (const answer of held) answer();
    },
  };
}

async function sequences(): Promise<bigint[]> {
  const { entities } = await world.control.listEntities({ params: { guid: world.guid } });
  const source = entities.find(({ guid }) => guid === one.guid)?.stellar_address;
  const { rows } = await world.domain.center.store.read((tx) => tx.page(ledgerTransactionRows));
  return rows.filter((row) => row.source === source).map(({ sequence }) => sequence);
}

test('one transfer is confirmed once at a time', async () => {
  const { guid } = await draft(world, one.guid, two.guid, 40);
  const keys = holdKeys();
  const first = confirm(world, guid);
  await keys.until(1);
  expect(await refusalOf(confirm(world, guid))).toEqual([400, 'state', 'payment is being confirmed']);
  keys.letGo();
  await first;
  expect(await balanceOf(world, two.guid)).toBe(40);
});

test('after a refusal it may be confirmed again', async () => {
  const { guid } = await draft(world, one.guid, two.guid, 40);
  world.bank.answers.key = () => ({ status: 401 });
  await refusalOf(confirm(world, guid));
  world.bank.answers = {};
  await confirm(world, guid);
});

test('transfers of one sender get consecutive sequence numbers', async () => {
  const drafts = await Promise.all(
    [10, 20, 30, 40].map((amount) => draft(world, one.guid, two.guid, amount)),
  );
  const keys = holdKeys();
  const confirmed = Promise.all(drafts.map(({ guid }) => confirm(world, guid)));
  await keys.until(4);
  keys.letGo();
  await confirmed;
  const sorted = (await sequences()).sort((a, b) => (a < b ? -1 : 1));
  const [first = 0n] = sorted;
  expect(sorted).toEqual([first, first + 1n, first + 2n, first + 3n]);
  expect([await balanceOf(world, one.guid), await balanceOf(world, two.guid)]).toEqual([0, 100]);
});

test('of two transfers that the balance covers singly, one is refused', async () => {
  const drafts = await Promise.all([60, 70].map((amount) => draft(world, one.guid, two.guid, amount)));
  const keys = holdKeys();
  const outcomes = Promise.allSettled(drafts.map(({ guid }) => confirm(world, guid)));
  await keys.until(2);
  keys.letGo();
  const kinds = (await outcomes).map(({ status }) => status);
  expect(kinds.sort()).toEqual(['fulfilled', 'rejected']);
  expect(await sequences()).toHaveLength(1);
});

test('transfers in a ring, all at once, lose nothing', async () => {
  const three = await fundedCustomer(world, world, 'three@bank1.test', 100);
  await transfer(world, one.guid, two.guid, 50);
  const ring = [one.guid, two.guid, three.guid];
  const moves = Array.from(
    { length: 30 },
    (_, index) => [ring[index % 3] ?? '', ring[(index + 1) % 3] ?? ''] as const,
  );
  const drafts = await Promise.all(moves.map(([from, to], index) => draft(world, from, to, 1 + (index % 7))));
  await Promise.allSettled(drafts.map(({ guid }) => confirm(world, guid)));
  const balances = await Promise.all(ring.map((guid) => balanceOf(world, guid)));
  expect(balances.reduce((sum, balance) => sum + balance, 0)).toBe(200);
});

test('a customer is created once, however often at the same time', async () => {
  const outcomes = await Promise.allSettled(
    Array.from({ length: 4 }, () => customer(world, 'new@bank1.test')),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});
