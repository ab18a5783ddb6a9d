import { beforeEach, expect, test } from 'vitest';
import { createWorld, employeeEmail, of, type World } from '../world.testing.js';

/** The history of requests: every filter. */

type Query = NonNullable<Parameters<World['api']['listEmissionHistory']>[0]['query']>;
type Row = Awaited<ReturnType<World['api']['listEmissionHistory']>>['history'][number];

let world: World;
let cancelled: Row;
let confirmed: Row;
let open: Row;
beforeEach(async () => {
  world = await createWorld();
  const body = { amount: 10, reserve_balance: 1e6 };
  await world.api.issueIdentifiers({ params: of(world), body });
  cancelled = await newest();
  world.time.pass(1000);
  cancelled = await world.control.cancelRequest({ params: { guid: cancelled.guid }, body: {} });
  await world.api.issueIdentifiers({ params: of(world), body: { amount: 20.5 } });
  confirmed = await world.control.confirmRequest({ params: { guid: (await newest()).guid }, body: {} });
  world.time.pass(1000);
  await world.api.burnIdentifiers({ params: of(world), body: { amount: 5 } });
  open = await newest();
});

async function newest(): Promise<Row> {
  const { history } = await world.api.listEmissionHistory({ params: of(world), query: { limit: 1 } });
  const [row] = history;
  if (!row) throw new Error('no request');
  return row;
}

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 5, 12) + seconds * 1000).toISOString();
const all = () => [open, confirmed, cancelled];

const cases: readonly [string, () => Query, () => Row[]][] = [
  ['none', () => ({}), all],
  ['guids', () => ({ guids: [open.guid, cancelled.guid] }), () => [open, cancelled]],
  ['direction', () => ({ direction: 'burn' }), () => [open]],
  ['status', () => ({ status: 'confirmed' }), () => [confirmed]],
  ['balance_guid', () => ({ balance_guid: open.balance.guid }), all],
  ['balance_guid of another', () => ({ balance_guid: 'x' }), () => []],
  ['asset_code', () => ({ asset_code: 'UAH' }), all],
  ['asset_code of another', () => ({ asset_code: 'EUR' }), () => []],
  ['asset_issuer', () => ({ asset_issuer: world.issuer }), all],
  ['asset_issuer of another', () => ({ asset_issuer: 'G' }), () => []],
  ['issuer_payment_guid', () => ({ issuer_payment_guid: confirmed.issuer_payment_guid }), () => [confirmed]],
  [
    'emission_payment_guid',
    () => ({ emission_payment_guid: confirmed.emission_payment_guid }),
    () => [confirmed],
  ],
  ['issuer_payment_hash', () => ({ issuer_payment_hash: confirmed.issuer_payment_hash }), () => [confirmed]],
  [
    'emission_payment_hash',
    () => ({ emission_payment_hash: confirmed.emission_payment_hash }),
    () => [confirmed],
  ],
  ['min_requested_amount', () => ({ min_requested_amount: '10' }), () => [confirmed, cancelled]],
  ['max_requested_amount', () => ({ max_requested_amount: '10' }), () => [open, cancelled]],
  ['max_requested_amount beyond stroops', () => ({ max_requested_amount: '1e-9' }), () => []],
  ['created_by', () => ({ created_by: employeeEmail }), all],
  ['updated_by', () => ({ updated_by: employeeEmail }), () => [open]],
  ['min_created_at', () => ({ min_created_at: at(1) }), () => [open, confirmed]],
  ['max_created_at', () => ({ max_created_at: at(0) }), () => [cancelled]],
  ['min_updated_at', () => ({ min_updated_at: at(2) }), () => [open]],
  ['max_updated_at', () => ({ max_updated_at: at(1) }), () => [confirmed, cancelled]],
  ['order', () => ({ order: 'asc' }), () => all().reverse()],
  ['offset and limit', () => ({ offset: 1, limit: 1 }), () => [confirmed]],
];

test.each(cases)('%s', async (_name, query, expected) => {
  const { history } = await world.api.listEmissionHistory({ params: of(world), query: query() });
  expect(history.map(({ guid }) => guid)).toEqual(expected().map(({ guid }) => guid));
  expect(world.findings()).toEqual([]);
});
