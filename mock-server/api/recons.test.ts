import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { refusalOf } from '../client.testing.js';
import { beginOfKyivDay, kyivDay } from '../domain/kyiv.js';
import { addBank, createWorld, fund, of, transfer, type World } from '../world.testing.js';

/** Reconciliation (REC): what two counterparties owe each other for a day of transfers. */

let world: World;
let other: Awaited<ReturnType<typeof addBank>>;
beforeEach(async () => {
  world = await createWorld();
  other = await addBank(world, 'bank2');
  await fund(world, world, 1000);
  await fund(world, other, 1000);
});

const there = (amount: number) => transfer(world, world.processing, other.processing, amount, other.guid);
const back = (amount: number) => transfer(other, other.processing, world.processing, amount, world.guid);
const day = 24 * 3600;
const pass = (seconds: number) => world.control.moveClock({ body: { forward_s: seconds } });
const list = async (
  side: World | typeof other,
  counterparty_role: 'debtor' | 'creditor' | 'one_of',
  more = {},
) => (await side.api.listRecons({ params: of(side), query: { counterparty_role, ...more } })).recons;
const confirm = (side: World | typeof other, recon_guid: string, status = 'confirmed') =>
  side.api.updateRecon({ params: { ...of(side), recon_guid }, body: { status } });

test('a day is calculated, confirmed by both, awaited, overdue and paid', async () => {
  await there(70);
  await back(20.5);
  await transfer(world, world.processing, world.emission, 5);
  expect(await list(world, 'one_of')).toEqual([]);
  await pass(day);
  const [recon] = await list(world, 'debtor');
  expect(recon).toMatchObject({
    status: 'calculated',
    overdue_days: 0,
    debtor: {
      guid: world.guid,
      total_out: 70,
      total_in: 20.5,
      saldo: -49.5,
      balance_before: 1000,
      balance_after: 950.5,
    },
    creditor: {
      guid: other.guid,
      total_out: 20.5,
      total_in: 70,
      saldo: 49.5,
      balance_before: 1000,
      balance_after: 1049.5,
    },
    calculations: { amount_reserve_account: 49.5, saldo: 49.5, reserve_acc_currency: 'UAH' },
    start_date: '2026-01-04T22:00:00.000Z',
    end_date: '2026-01-05T22:00:00.000Z',
  });
  const guid = recon?.guid ?? '';
  expect(await list(other, 'creditor')).toEqual([recon]);
  expect([await list(world, 'creditor'), await list(other, 'debtor')]).toEqual([[], []]);
  expect((await refusalOf(world.control.payRecon({ params: { guid }, body: {} })))[2]).toBe(
    'recon is already calculated',
  );
  await confirm(world, guid);
  expect((await list(world, 'debtor'))[0]?.status).toBe('calculated');
  expect((await refusalOf(confirm(world, guid)))[2]).toBe('recon is already confirmed by this counterparty');
  await confirm(other, guid);
  expect((await list(world, 'debtor', { status: 'confirmed' })).length).toBe(1);
  await pass(2);
  expect((await list(world, 'debtor'))[0]?.status).toBe('awaiting_payment');
  expect((await refusalOf(confirm(world, guid)))[2]).toBe('recon is already awaiting_payment');
  await pass(3 * day);
  expect((await list(world, 'debtor'))[0]?.overdue_days).toBe(2);
  expect((await world.control.payRecon({ params: { guid }, body: {} })).status).toBe('paid');
  const { participants } = await world.api.listReconParticipants({
    params: of(world),
    query: { counterparty_role: 'debtor' },
  });
  expect(participants).toEqual([{ guid: other.guid, name: 'Bank bank2' }]);
});

test('nothing to settle ends confirmed; banks that the mock plays confirm by themselves', async () => {
  await there(10);
  await back(10);
  await pass(day);
  const [even] = await list(world, 'one_of');
  await confirm(world, even?.guid ?? '');
  await confirm(other, even?.guid ?? '');
  await pass(day);
  expect((await list(world, 'one_of'))[0]?.status).toBe('confirmed');
  const { counterparty, entities } = await world.control.addSimulatedBank({ body: { alias: 'sim' } });
  const to = entities.find((entity) => entity.account_kind === 'processing');
  await transfer(world, world.processing, to?.guid ?? '', 3, counterparty.guid);
  const { recons } = await world.control.makeRecons({ body: {} });
  await confirm(world, recons[0]?.guid ?? '');
  expect((await world.control.listAllRecons({})).recons[0]?.status).toBe('confirmed');
});

test('filters, unknown ones and wrong statuses', async () => {
  await there(1);
  await pass(day);
  const [recon] = await list(world, 'debtor');
  const guid = recon?.guid ?? '';
  const begin = Date.parse(recon?.start_date ?? '') / 1000;
  for (const [query, found] of [
    [{ guid }, 1],
    [{ guid: other.guid }, 0],
    [{ start_date: String(begin) }, 1],
    [{ start_date: String(begin + 1) }, 0],
    [{ end_date: String(begin + day) }, 1],
    [{ end_date: String(begin + day - 1) }, 0],
    [{ participant_counterparty_guid: other.guid }, 1],
    [{ participant_counterparty_guid: world.guid }, 0],
    [{ asset_guid: recon?.asset.asset_guid }, 1],
    [{ asset_guid: other.guid }, 0],
    [{ status: 'paid' }, 0],
  ] as const) {
    expect([query, (await list(world, 'debtor', query)).length]).toEqual([query, found]);
  }
  const before = world.rows();
  expect((await refusalOf(confirm(world, guid, 'paid')))[2]).toBe('status: expected confirmed');
  expect((await refusalOf(confirm(world, other.guid)))[2]).toBe('recon not found');
  const third = await addBank(world, 'bank3');
  expect((await refusalOf(confirm(third, guid)))[2]).toBe('recon not found');
  expect(world.rows().recons).toEqual(before.recons);
});

test('figures are the sums of the transfers, for any transfers', async () => {
  const moves = fc.sample(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 12, maxLength: 12 }), {
    numRuns: 1,
    seed: 3,
  });
  let net = 0;
  for (const amount of moves.flat()) {
    if (amount > 0) await there(amount);
    if (amount < 0) await back(-amount);
    net += amount;
  }
  await pass(day);
  const [recon] = await list(world, 'one_of');
  const sum = (sign: number) =>
    moves.flat().reduce((total, value) => total + (value * sign > 0 ? value * sign : 0), 0);
  const own = recon?.debtor.guid === world.guid ? recon.debtor : recon?.creditor;
  expect([own?.total_out, own?.total_in, own?.saldo]).toEqual([sum(1), sum(-1), -net]);
});

test('Kyiv days have 24 hours, but for two of the year', () => {
  const hours = (date: string) => {
    const first = kyivDay(Date.parse(`${date}T12:00:00Z`));
    return (beginOfKyivDay(first + 1) - beginOfKyivDay(first)) / 3_600_000;
  };
  expect(['2026-01-05', '2026-03-29', '2026-07-01', '2026-10-25'].map(hours)).toEqual([24, 23, 24, 25]);
});
