import { beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../client.testing.js';
import { balanceOf, createWorld, customer, draft, fundedCustomer, of, type World } from '../world.testing.js';

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
const iban = 'UA213223130000026007233566001';
const otherIban = 'UA903052992990004149123456789';
const unknown = '00000000-0000-4000-8000-000000000000';

describe('a draft', () => {
  test('moves and reserves nothing', async () => {
    const { guid } = await draft(world, one.guid, two.guid, 60, { purpose: 'за обід' });
    await draft(world, one.guid, two.guid, 60);
    expect(await get(guid)).toMatchObject({ status: 'CREATED', amount: 60, fee: 0, purpose: 'за обід' });
    expect(await balanceOf(world, one.guid)).toBe(100);
    expect(world.bank.of('key')).toEqual([]);
    expect(await world.control.listDeliveries({ query: { transaction_id: guid } })).toEqual({
      deliveries: [],
      next: '',
    });
  });

  test('beyond the balance is refused', async () => {
    expect(await refusalOf(draft(world, one.guid, two.guid, 100.01))).toEqual([
      400,
      'state',
      'insufficient balance',
    ]);
  });

  test('to itself is refused', async () => {
    const text = 'sender and receiver are the same digital entity';
    expect(await refusalOf(draft(world, one.guid, one.guid, 1))).toEqual([400, 'invalid', text]);
  });

  test.each([{ asset_code: 'EUR' }, { asset_issuer: 'GC63' }])(
    'in another asset is refused: %j',
    async (asset) => {
      const refusal = await refusalOf(draft(world, one.guid, two.guid, 1, asset));
      expect(refusal).toEqual([400, 'invalid', 'asset not found']);
    },
  );

  test('names its category', async () => {
    const { categories } = await world.api.listCategories({});
    const category = categories.find(({ name }) => name === '20');
    const { guid } = await draft(world, one.guid, two.guid, 1, {
      category_guid: category?.guid.toUpperCase(),
    });
    expect(await get(guid)).toMatchObject({ category: '20', category_guid: category?.guid });
    const refusal = await refusalOf(draft(world, one.guid, two.guid, 1, { category_guid: unknown }));
    expect(refusal).toEqual([400, 'state', 'category not found']);
  });

  test.each([
    [60, []],
    [100, ['TRANSFER-07 target_balance is not the balance of the sender after the transfer']],
  ])('with target_balance %d', async (target_balance, findings) => {
    await draft(world, one.guid, two.guid, 40, { target_balance });
    expect(world.findings()).toEqual(findings);
  });

  test('an IBAN beside the guid has to be its own', async () => {
    const three = await customer(world, 'three@bank1.test', { iban });
    const ibanOf = (receiver_iban: string) => draft(world, one.guid, three.guid, 1, { receiver_iban });
    await ibanOf(iban.replace(/(.{4})/g, '$1 ').toLowerCase());
    await customer(world, 'four@bank1.test', { iban: otherIban });
    const text = 'receiver_iban belongs to another account';
    expect(await refusalOf(ibanOf(otherIban))).toEqual([400, 'invalid', text]);
  });

  test('an IBAN of two accounts is the own one of either', async () => {
    const three = await customer(world, 'three@bank1.test', { iban });
    const four = await customer(world, 'four@bank1.test', { iban });
    await draft(world, one.guid, three.guid, 1, { receiver_iban: iban });
    await draft(world, one.guid, four.guid, 1, { receiver_iban: iban });
  });

  test('iban_routing: accept lets an IBAN stand in for the guid', async () => {
    const three = await customer(world, 'three@bank1.test', { iban });
    const body = { sender_id: one.guid, receiver_iban: iban, amount: 1 };
    const call = () => world.api.createPayment({ params: of(world), body });
    expect(await refusalOf(call())).toEqual([400, 'invalid', 'invalid UUID length: 0']);
    await world.control.updateProfile({ body: { iban_routing: 'accept' } });
    expect(await get((await call()).guid)).toMatchObject({ receiver_id: three.guid });
  });
});
