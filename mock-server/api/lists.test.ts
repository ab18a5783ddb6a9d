import { beforeEach, describe, expect, test } from 'vitest';
import { employeeRows } from '../domain/employees-collection.js';
import { externalIdOf } from '../fake-bank.testing.js';
import { addBank, createWorld, customer, of, sessionOf, type World } from '../world.testing.js';

/** Lists of digital entities, customers and employees. */

const iban = 'UA213223130000026007233566001';
let world: World;
let one: { guid: string; customer_guid: string };
let two: typeof one;
beforeEach(async () => {
  world = await createWorld();
  const other = await addBank(world, 'bank2');
  await customer(other, 'one');
  world.time.pass(1);
  one = await customer(world, 'one', { iban });
  world.time.pass(1);
  two = await customer(world, 'two');
});

describe('digital entities', () => {
  type Query = NonNullable<Parameters<World['api']['listAccounts']>[0]['query']>;
  const both = () => [world.emission, world.processing].sort().reverse();
  const cases: readonly [string, () => Query, () => string[]][] = [
    ['all', () => ({}), () => [two.guid, one.guid, ...both()]],
    ['wallet_account_guids', () => ({ wallet_account_guids: [one.guid.toUpperCase()] }), () => [one.guid]],
    ['wallet_user_guids', () => ({ wallet_user_guids: [two.customer_guid] }), () => [two.guid]],
    ['account_kinds', () => ({ account_kinds: ['emission', 'processing'] }), both],
    ['iban', () => ({ iban: iban.toLowerCase() }), () => [one.guid]],
    ['iban of nobody', () => ({ iban: 'UA00' }), () => []],
    ['search by customer', () => ({ search_string: one.customer_guid }), () => [one.guid]],
    ['search by account', () => ({ search_string: two.guid }), () => [two.guid]],
    ['search by IBAN', () => ({ search_string: iban.replace(/(.{4})/g, '$1 ') }), () => [one.guid]],
    ['search by login', () => ({ search_string: 'two' }), () => [two.guid]],
    ['search by external id', () => ({ search_string: externalIdOf('one') }), () => [one.guid]],
    ['search for nothing known', () => ({ search_string: 'three' }), () => []],
    ['order and paging', () => ({ order: 'asc', offset: 2, limit: 1 }), () => [one.guid]],
  ];
  test.each(cases)('%s', async (_name, query, expected) => {
    const answer = await world.api.listAccounts({ params: of(world), query: query() });
    const [list] = [answer].flat();
    expect(list?.accounts.map((row) => row.wallet_account_guid)).toEqual(expected());
    expect(world.findings()).toEqual([]);
  });
});

describe('customers', () => {
  test.each([
    ['all', () => ({}), () => [two, one]],
    ['guids', () => ({ guids: [one.customer_guid] }), () => [one]],
    ['logins', () => ({ logins: ['two', 'three'] }), () => [two]],
    ['limit', () => ({ limit: 1, order: 'asc' as const }), () => [one]],
  ])('%s', async (_name, query, expected) => {
    const { customers } = await world.api.listCustomers({ params: of(world), query: query() });
    expect(customers.map((row) => row.customer_guid)).toEqual(expected().map((row) => row.customer_guid));
  });

  test('what the bank said of the user fills what the request left out', async () => {
    world.bank.answers.user_auth = () => ({
      body: { external_id: 'e', key: 'k', first_name: 'Тарас', last_name: 'Ш', phone: '+380501234567' },
    });
    await customer(world, 'three', { surname: 'Given' });
    const { customers } = await world.api.listCustomers({ params: of(world), query: { logins: ['three'] } });
    expect(customers).toMatchObject([
      { name: 'Тарас', surname: 'Given', phone_number: '+380501234567', segment: 'PL', kyc_level: 0 },
    ]);
  });
});

test('employees, disabled ones when asked for', async () => {
  await world.api.createRole({ params: of(world), body: { role_name: 'Viewer' } });
  await sessionOf(world, world.guid, 'second@bank1.test', ['Viewer']);
  await world.domain.center.store.write(async (tx) => {
    const row = await tx.first(employeeRows, 'email', 'second@bank1.test');
    if (row) await tx.put(employeeRows, { ...row, is_disabled: true });
  });
  const logins = async (query: object) =>
    (await world.api.listEmployees({ params: of(world), query })).employees.map(({ login }) => login).sort();
  expect(await logins({})).toEqual(['first@bank1.test']);
  expect(await logins({ include_disabled: 'true' })).toEqual(['first@bank1.test', 'second@bank1.test']);
  expect(await logins({ include_disabled: 'true', logins: ['second@bank1.test'] })).toEqual([
    'second@bank1.test',
  ]);
});
