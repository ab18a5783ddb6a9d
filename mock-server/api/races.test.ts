import { generateKeyPairSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { entityRows } from '../domain/entities-collection.js';
import { all, atOnce, onlyOne, slowWorld } from '../races.testing.js';
import { confirm, customer, draft, fundedCustomer, of, officerSession, register } from '../world.testing.js';

/** Requests of a bank at the same time come to what they would one after the other. */

it('makes customers, employees and roles of one name once', async () => {
  const world = await slowWorld();
  const params = of(world);
  expect(await atOnce(4, () => customer(world, 'same@bank1.test'))).toEqual(
    onlyOne(4, expect.stringMatching(/^400 failed to create wallet user/)),
  );
  const employee = { email: 'same-employee@bank1.test', name: 'A', surname: 'B' };
  expect(await atOnce(4, () => world.api.createEmployee({ params, body: employee }))).toEqual(
    onlyOne(4, '400 create employee identity: 409 Conflict'),
  );
  expect(await atOnce(4, () => world.api.createRole({ params, body: { role_name: 'same' } }))).toEqual(
    onlyOne(4, '400 role same already exists'),
  );
  expect(await atOnce(4, (n) => world.api.createRole({ params, body: { role_name: `role${n}` } }))).toEqual(
    all(4),
  );
});

it('registers a key once for each kid', async () => {
  const world = await slowWorld();
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const data = { ...publicKey.export({ format: 'jwk' }), kid: 'same', alg: 'ES256', use: 'sig' };
  expect(await atOnce(4, () => world.api.registerJwk({ params: of(world), body: { data } }))).toEqual(
    onlyOne(4, '400 a JWK with kid same already exists'),
  );
});

it('has one open request for identifiers, and one counterparty of a name', async () => {
  const world = await slowWorld();
  const order = { amount: 10, reserve_balance: 100 };
  expect(await atOnce(4, () => world.api.issueIdentifiers({ params: of(world), body: order }))).toEqual(
    onlyOne(4, '400 another request is not finished yet'),
  );
  await register(world, 'bank2');
  const officer = world.as(await officerSession(world));
  expect(await atOnce(4, () => officer.createCounterparty({ body: { name: 'Bank bank2' } }))).toEqual(
    onlyOne(4, '400 name: counterparty Bank bank2 already exists'),
  );
});

it('sets a limit once for each subject and period', async () => {
  const world = await slowWorld();
  const { customer_guid } = await customer(world, 'one@bank1.test');
  const set = (max: number) =>
    world.api.setCustomerAmountLimit({ params: of(world), body: { customer_guid, period: 'day', max } });
  expect(await atOnce(4, (n) => set(n + 1))).toEqual(all(4));
  const { columns } = await world.api.getCustomerAmountLimit({ params: of(world), query: { customer_guid } });
  expect(columns).toHaveLength(1);
});

it('confirms a draft once, and no more drafts than there is money', async () => {
  const world = await slowWorld();
  const one = await fundedCustomer(world, world, 'one@bank1.test', 100);
  const two = await customer(world, 'two@bank1.test');
  const { guid } = await draft(world, one.guid, two.guid, 40);
  const said = await atOnce(4, () => confirm(world, guid));
  expect(said.filter((text) => text === 'done')).toHaveLength(1);
  for (const text of said) expect(text).toMatch(/^(?:done|400 payment is (?:being|already) confirmed)$/);
  const drafts: string[] = [];
  expect(await atOnce(4, async () => drafts.push((await draft(world, one.guid, two.guid, 25)).guid))).toEqual(
    all(4),
  );
  expect(await atOnce(4, (n) => confirm(world, drafts[n] ?? ''))).toEqual([
    '400 insufficient balance',
    '400 insufficient balance',
    'done',
    'done',
  ]);
});

it('an entity that is made while its customer moves to another branch moves with it', async () => {
  const world = await slowWorld();
  const params = of(world);
  const { customer_guid } = await customer(world, 'one@bank1.test');
  const { guid: branch_guid } = await world.api.createBranch({ params, body: { name: 'North' } });
  const its = { ...params, customer_guid };
  const asset = { asset_code: 'UAH', asset_issuer: world.issuer };
  expect(
    await atOnce(6, (n) =>
      n === 2
        ? world.api.updateCustomer({ params: its, body: { branch_guid, segment: 'PI' } })
        : world.api.createCustomerAccount({ params: its, body: asset }),
    ),
  ).toEqual(all(6));
  const { rows } = await world.domain.center.store.read((tx) =>
    tx.page(entityRows, { index: 'customer', key: customer_guid }),
  );
  expect(new Set(rows.map((row) => `${row.branch_guid} ${row.account_type_guid}`)).size).toBe(1);
  expect(rows[0]?.branch_guid).toBe(branch_guid);
});

it('a recovery code opens one session', async () => {
  const world = await slowWorld();
  const email = 'first@bank1.test';
  const { id } = await world.anybody.createRecoveryFlow({});
  await world.anybody.submitRecovery({ query: { flow: id }, body: { method: 'code', email } });
  const { mails } = await world.control.listMail({ query: { to: email } });
  const code = mails.find(({ kind }) => kind === 'recovery-code')?.code;
  const said = await atOnce(4, () =>
    world.anybody.submitRecovery({ query: { flow: id }, body: { method: 'code', code } }),
  );
  expect(said.filter((text) => text === 'done')).toHaveLength(1);
});
