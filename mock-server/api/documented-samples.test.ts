import { beforeEach, describe, expect, test } from 'vitest';
import { raw } from '../client.testing.js';
import {
  createWorld,
  customer,
  draft,
  fund,
  fundedCustomer,
  transfer,
  type World,
} from '../world.testing.js';

/** The documentation's own bodies, and the exact members of its answers; written out here, not taken from schemas. */

let world: World;
let branch: string;
beforeEach(async () => {
  world = await createWorld();
  branch = (
    await world.api.createBranch({ params: { counterparty_guid: world.guid }, body: { name: 'Branch' } })
  ).guid;
});

const base = () => `/api/v1/counterparty/${world.guid}`;
const headers = () => ({ authorization: `bearer ${world.session}`, 'content-type': 'application/json' });
const post = (path: string, body: object) =>
  raw(world.app, 'POST', base() + path, headers()).send(JSON.stringify(body));
const get = async (path: string) => (await raw(world.app, 'GET', base() + path, headers())).body;
const members = (value: unknown) => Object.keys(value as object).sort();

const customerAccount =
  'activated assets assets_total blocked customer_guid guid iban name platform registered type wallet_account_guid';
const asset = 'activated balance code minor_unit name platform stellar_code stellar_issuer';
const listed =
  'account_kind counterparty_guid created_at iban stellar_address updated_at wallet_account_guid wallet_user_external_id wallet_user_guid';
const payment =
  'amount asset_code asset_issuer category category_guid created_at deleted_at fee guid purpose receiver_account_account_kind receiver_counterparty receiver_id sender_account_account_kind sender_counterparty sender_id status stellar_info target_balance updated_at';
const emission =
  'balance created_at created_by direction emission_payment_guid emission_payment_hash guid issuer_payment_guid issuer_payment_hash requested_amount reserve_balance_amount status updated_at updated_by';
const balance =
  'asset_code counterparty_guid created_at emission_account_guid guid reserve_balance_amount updated_at';

describe('createCustomer (CUS)', () => {
  const body = () => ({
    asset_code: 'UAH',
    asset_issuer: world.issuer,
    balance_allowed: 1,
    balance_asset_code: 'text',
    balance_asset_issuer: 'text',
    branch_guid: branch,
    iban: 'UA213223130000026007233566001',
    is_disabled: true,
    kyc_level: 1,
    login: 'text',
    name: 'text',
    paternal_name: 'text',
    phone_number: '+380501234567',
    segment: 'PI',
    status: 'text',
    surname: 'text',
  });

  test('takes all sixteen fields and answers a CustomerAccount', async () => {
    expect(Object.keys(body())).toHaveLength(16);
    const answer = await post('/customers', body());
    expect([answer.status, answer.headers['dcm-finding']]).toEqual([200, undefined]);
    expect(members(answer.body)).toEqual(customerAccount.split(' '));
    expect(answer.body.assets.map(members)).toEqual([asset.split(' ')]);
    expect(answer.body).toMatchObject({
      activated: true,
      registered: true,
      blocked: false,
      assets_total: 1,
      platform: '',
      iban: 'UA213223130000026007233566001',
      wallet_account_guid: answer.body.guid,
      assets: [{ balance: 0, code: 'UAH', minor_unit: 2, stellar_code: 'UAH', stellar_issuer: world.issuer }],
    });
    expect(answer.body.guid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-1/);
    expect(await get(`/customers/${answer.body.customer_guid}/accounts`)).toEqual([answer.body]);
    const { customers } = await get('/customers?logins=text&include_disabled=true');
    const { asset_code: _code, asset_issuer: _issuer, ...kept } = body();
    expect(customers).toMatchObject([{ customer_guid: answer.body.customer_guid, ...kept }]);
  });

  test.each(['asset_code', 'asset_issuer'])('refuses to go without %s', async (member) => {
    const answer = await post('/customers', { ...body(), [member]: undefined });
    expect([answer.status, answer.body]).toEqual([400, { error: `${member}: required` }]);
  });

  test.each([
    [{ login: undefined }, 'no login: the guid is used instead'],
    [{ iban: 'UA213223130000026007233566002' }, 'the IBAN has wrong check digits'],
    [{ phone_number: '0501234567' }, 'phone_number is not + and 8 to 15 digits'],
  ])('serves %j with a finding', async (change, text) => {
    const answer = await post('/customers', { ...body(), ...change });
    expect([answer.status, answer.headers['dcm-finding']]).toEqual([200, `CUSTOMER-04 should: ${text}`]);
  });
});

test('createPayment (TR) takes all ten fields; the payment object has its members', async () => {
  const { categories } = (await raw(world.app, 'GET', '/api/v1/dictionary/payment/category', headers())).body;
  const iban = 'UA213223130000026007233566001';
  const one = await fundedCustomer(world, world, 'one', 100);
  const two = await customer(world, 'two', { iban });
  const body = {
    amount: 1,
    asset_code: 'UAH',
    asset_issuer: world.issuer,
    category_guid: categories[0].guid,
    purpose: 'text',
    receiver_iban: iban,
    receiver_id: two.guid,
    sender_iban: 'text',
    sender_id: one.guid,
    target_balance: 99,
  };
  expect(Object.keys(body)).toHaveLength(10);
  const answer = await post('/payments', body);
  expect([answer.status, answer.headers['dcm-finding'], members(answer.body)]).toEqual([
    200,
    undefined,
    ['guid'],
  ]);
  const { guid } = answer.body;
  expect((await post('/payments/confirm', { guid })).body).toEqual({});
  const read = await get(`/payments/${guid}?with_stellar_info=true`);
  expect(members(read)).toEqual(payment.split(' '));
  expect(members(read.stellar_info)).toEqual(['hash']);
  expect(read).toMatchObject({
    amount: 1,
    fee: 0,
    status: 'CONFIRMED',
    sender_account_account_kind: 'customer',
    category: '01',
    target_balance: 99,
  });
  const list = await get('/payments?limit=1');
  expect(members(list)).toEqual(['payments', 'total']);
});

describe('identifiers (ID)', () => {
  const body = () => ({ amount: 1, asset_code: 'UAH', asset_issuer: world.issuer, reserve_balance: 1 });

  test('issueIdentifiers and burnIdentifiers take the four fields and answer {}', async () => {
    for (const [path, body_] of [
      ['/emission/issue', body()],
      ['/emission/burn', { ...body(), reserve_balance: 0 }],
    ] as const) {
      const answer = await post(path, body_);
      expect([answer.status, answer.body, answer.headers['dcm-finding']]).toEqual([200, {}, undefined]);
      const { history, total } = await get('/emission/history');
      expect(total).toBe(history.length);
      expect(members(history[0])).toEqual(emission.split(' '));
      expect(members(history[0].balance)).toEqual(balance.split(' '));
      const open = history.find(({ status }: { status: string }) => status === 'created');
      await world.control.confirmRequest({ params: { guid: open.guid }, body: {} });
    }
  });

  test('refuse another asset', async () => {
    expect((await post('/emission/issue', { ...body(), asset_code: 'eUAH' })).body).toEqual({
      error: 'asset not found',
    });
  });
});

describe('digital entities (ENT)', () => {
  test('createAccount takes its fields and answers the guid', async () => {
    const body = { account_kind: 'processing', iban: 'text', key_keeper_login: 'keeper-2' };
    const answer = await post('/accounts', body);
    expect([answer.status, members(answer.body), answer.headers['dcm-finding']]).toEqual([
      200,
      ['guid'],
      undefined,
    ]);
    const ofBranch = await post('/accounts', { ...body, branch_guid: branch });
    expect([ofBranch.status, ofBranch.headers['dcm-finding']]).toEqual([200, undefined]);
    const [, second] = [answer.body.guid, ofBranch.body.guid];
    expect((await get(`/accounts/${second}`)).guid).toBe(second);
  });

  test('listAccounts is an array around one object, without balances', async () => {
    const list = await get('/accounts');
    expect([Array.isArray(list), list.length, members(list[0])]).toEqual([true, 1, ['accounts', 'total']]);
    expect(list[0].accounts.map(members)).toEqual([listed.split(' '), listed.split(' ')]);
    expect(JSON.stringify(list)).not.toContain('balance');
  });

  test('getAccount has the balance', async () => {
    await fund(world, world, 12.5);
    const account = await get(`/accounts/${world.processing}`);
    expect(members(account)).toEqual(
      'activated assets assets_total blocked guid name platform registered type'.split(' '),
    );
    expect(account.assets.map(members)).toEqual([
      'activated balance code minor_unit name platform'.split(' '),
    ]);
    expect(account.assets[0].balance).toBe(12.5);
  });
});

test('listCategories (CAT) has the eighteen codes', async () => {
  const answer = await raw(world.app, 'GET', '/api/v1/dictionary/payment/category', headers());
  const codes = answer.body.categories.map(({ name }: { name: string }) => name);
  expect(codes).toEqual('01 02 03 04 10 11 12 13 14 20 21 30 31 32 40 50 51 52'.split(' '));
  expect(members(answer.body.categories[0])).toEqual([
    'created_at',
    'deleted_at',
    'description',
    'guid',
    'name',
    'updated_at',
  ]);
});

test('DCM answers JSON in UTF-8 and reveals no engine', async () => {
  const answer = await raw(world.app, 'GET', `${base()}/accounts`, headers());
  expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
  expect(answer.headers).not.toHaveProperty('x-powered-by');
  await draft(world, world.emission, world.processing, 1).catch(() => {});
  await fund(world, world, 1);
  await transfer(world, world.processing, world.emission, 1);
});
