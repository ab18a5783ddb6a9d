import { expect, test } from 'vitest';
import { addBank, createWorld, customer, fund, of, transfer } from '../world.testing.js';

/** What was given can be taken away again. */

test('every optional attribute of a counterparty, by empty text', async () => {
  const { control, guid, ...world } = await createWorld();
  const params = { guid };
  const usual = await control.updateRegistered({ params, body: {} });
  const key = (letter: string) => `G${letter.repeat(55)}`;
  const given = {
    description: 'd',
    holding_name: 'h',
    user_auth_url: 'http://x.test/a',
    user_key_url: 'http://x.test/k',
    user_id_url: 'http://x.test/i',
    callback_url: 'http://x.test',
    sign_url: 'http://x.test/sign',
    admin_subject: 'somebody@dcm.test',
    signers: [key('A'), key('B')],
  };
  expect(await control.updateRegistered({ params, body: given })).toMatchObject(given);
  const texts = Object.keys(given).filter((name) => name !== 'signers');
  const empty = { ...Object.fromEntries(texts.map((name) => [name, ''])), signers: [], key_keepers: [] };
  const after = await control.updateRegistered({ params, body: empty });
  expect(after).toMatchObject({ ...empty, admin_subject: usual.admin_subject });
  expect(world.findings()).toEqual([]);
});

test.each(['ftp://x.test/', 'javascript:alert(1)', 'x.test'])('%s is no URL of a bank', async (url) => {
  const { control, guid } = await createWorld();
  const changed = control.updateRegistered({ params: { guid }, body: { callback_url: url } });
  await expect(changed).rejects.toThrow('callback_url: expected an http or https URL');
});

test('without a callback_url there are no more callbacks', async () => {
  const world = await createWorld();
  await fund(world, world, 10);
  await world.control.updateRegistered({ params: { guid: world.guid }, body: { callback_url: '' } });
  await transfer(world, world.processing, world.emission, 1);
  const { deliveries } = await world.control.listDeliveries({ query: {} });
  expect(deliveries.filter(({ url }) => url.includes('bank1'))).toHaveLength(1);
});

test('the branch, the IBAN and the names of a customer and an employee', async () => {
  const world = await createWorld();
  const { guid: branch_guid } = await world.api.createBranch({ params: of(world), body: { name: 'North' } });
  const iban = 'UA213223130000026007233566001';
  const { customer_guid } = await customer(world, 'one', { branch_guid, iban, name: 'Ann' });
  const params = { ...of(world), customer_guid };
  await world.api.updateCustomer({ params, body: { branch_guid: '', iban: '', name: '' } });
  expect(world.findings()).toEqual([]);
  expect(await world.api.getCustomer({ params })).toMatchObject({ branch_guid: '', iban: '', name: '' });
  const email = 'second@bank1.test';
  const { employee_guid } = await world.api.createEmployee({
    params: of(world),
    body: { email, branch_guid },
  });
  await world.api.updateEmployee({
    params: { ...of(world), employee_guid },
    body: { branch_guid: '', phone: '' },
  });
  const { employees } = await world.api.listEmployees({ params: of(world), query: { logins: [email] } });
  expect(employees).toMatchObject([{ branch_guid: '', phone: '' }]);
});

test('both counterparties read a draft', async () => {
  const world = await createWorld();
  const other = await addBank(world, 'bank2');
  await fund(world, world, 10);
  const order = { sender_id: world.processing, receiver_id: other.processing, amount: 1 };
  const { guid } = await world.api.createPayment({ params: of(world), body: order });
  for (const side of [world, other]) {
    const read = await side.api.getPayment({ params: { ...of(side), payment_guid: guid } });
    expect(read.status).toBe('CREATED');
  }
});

test('plain days bound the history of identifiers', async () => {
  const world = await createWorld();
  await world.control.grantIdentifiers({ params: { guid: world.guid }, body: { amount: 1 } });
  const totalOf = async (query: Record<string, string>) =>
    (await world.api.listEmissionHistory({ params: of(world), query })).total;
  expect(await totalOf({ min_created_at: '2026-01-05', max_created_at: '2026-01-06' })).toBe(1);
  expect(await totalOf({ min_created_at: '2026-01-06' })).toBe(0);
});
