import { beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../client.testing.js';
import {
  addBank,
  balanceOf,
  confirm,
  createWorld,
  customer,
  draft,
  fund,
  fundedCustomer,
  of,
  transfer,
  type World,
} from '../world.testing.js';

let world: World;
let one: { guid: string };
let two: { guid: string };
beforeEach(async () => {
  world = await createWorld();
  one = await fundedCustomer(world, world, 'one@bank1.test', 100);
  two = await customer(world, 'two@bank1.test');
});

const get = (payment_guid: string, query: object = {}) =>
  world.api.getPayment({ params: { ...of(world), payment_guid }, query });
const unknown = '00000000-0000-4000-8000-000000000000';

describe('confirming', () => {
  test('an internal transfer moves the money and asks for no bank_guid', async () => {
    const { guid } = await draft(world, one.guid, two.guid, 40);
    expect(await confirm(world, guid)).toEqual({});
    expect(world.findings()).toEqual([]);
    expect(await get(guid)).toMatchObject({ status: 'CONFIRMED', target_balance: 60 });
    expect([await balanceOf(world, one.guid), await balanceOf(world, two.guid)]).toEqual([60, 40]);
  });

  test('with the own guid is served with a finding', async () => {
    const { guid } = await draft(world, one.guid, two.guid, 40);
    await confirm(world, guid, world.guid.toUpperCase());
    expect(world.findings()).toEqual([
      "TRANSFER-03 bank_guid is the bank's own guid: an internal transfer does not need it",
    ]);
  });

  test.each([null, ''])('bank_guid %j counts as absent', async (bank_guid) => {
    const { guid } = await draft(world, one.guid, two.guid, 40);
    await world.api.confirmPayment({ params: of(world), body: { guid, bank_guid } });
    expect(world.findings()).toEqual([]);
  });

  test('twice is refused', async () => {
    const guid = await transfer(world, one.guid, two.guid, 40);
    expect(await refusalOf(confirm(world, guid))).toEqual([400, 'state', 'payment is already confirmed']);
    expect(await balanceOf(world, two.guid)).toBe(40);
  });

  test('a draft that the balance no longer covers is refused and stays', async () => {
    const { guid } = await draft(world, one.guid, two.guid, 60);
    await transfer(world, one.guid, two.guid, 50);
    expect(await refusalOf(confirm(world, guid))).toEqual([400, 'state', 'insufficient balance']);
    expect(await get(guid)).toMatchObject({ status: 'CREATED' });
    await fund(world, world, 10);
    await transfer(world, world.processing, one.guid, 10);
    await confirm(world, guid);
  });

  test('needs the guid of the other bank for an external transfer', async () => {
    const other = await addBank(world, 'bank2');
    const three = await customer(other, 'three@bank2.test');
    const { guid } = await draft(world, one.guid, three.guid, 40);
    const missing = 'receiver belongs to another counterparty: bank_guid is required';
    const wrong = 'bank_guid is not the counterparty of the receiver';
    expect(await refusalOf(confirm(world, guid))).toEqual([400, 'state', missing]);
    expect(await refusalOf(confirm(world, guid, world.guid))).toEqual([400, 'state', wrong]);
    expect(await refusalOf(confirm(world, guid, unknown))).toEqual([400, 'state', wrong]);
    expect(await refusalOf(confirm(other, guid, other.guid))).toEqual([400, 'state', 'payment not found']);
    await confirm(world, guid, other.guid);
    expect(await balanceOf(other, three.guid)).toBe(40);
    const params = { ...of(other), payment_guid: guid };
    expect(await other.api.getPayment({ params })).toMatchObject({
      sender_counterparty: world.guid,
      receiver_counterparty: other.guid,
    });
  });

  test('an internal transfer with the guid of another bank is refused', async () => {
    const other = await addBank(world, 'bank2');
    const { guid } = await draft(world, one.guid, two.guid, 40);
    const wrong = 'bank_guid is not the counterparty of the receiver';
    expect(await refusalOf(confirm(world, guid, other.guid))).toEqual([400, 'state', wrong]);
  });
});
