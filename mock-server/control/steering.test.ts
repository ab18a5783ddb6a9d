import { describe, expect, test } from 'vitest';
import { defaultProfile, profileOptions } from '../../contract/profile/index.js';
import { raw, refusalOf } from '../client.testing.js';
import { createTestMock } from '../mock.testing.js';
import { createWorld, fundedCustomer, keepers, register } from '../world.testing.js';

/** Clock, profile, reset and registration. */

describe('the clock', () => {
  test('moves forward only, and the wall clock not at all', async () => {
    const { control } = await createTestMock();
    const before = await control.getClock({});
    expect(await control.moveClock({ body: { forward_s: 90.5 } })).toEqual({
      wall: before.wall,
      ledger: new Date(Date.parse(before.wall) + 90_500).toISOString(),
      offset_s: 90.5,
    });
    for (const forward_s of [0, -1, 1e300, 315_360_001]) {
      expect((await refusalOf(control.moveClock({ body: { forward_s } })))[0]).toBe(400);
    }
    expect((await control.getClock({})).offset_s).toBe(90.5);
  });
});

describe('the profile', () => {
  test('starts with the defaults, and every option says what it decides', async () => {
    const { control } = await createTestMock();
    const { profile, options } = await control.getProfile({});
    expect(profile).toEqual(defaultProfile);
    expect(options.map(({ name }) => name).sort()).toEqual(Object.keys(defaultProfile).sort());
    expect(options).toEqual(
      options.map(({ name }) => {
        const { unknown, says } = profileOptions[name as keyof typeof defaultProfile];
        return { name, default: defaultProfile[name as keyof typeof defaultProfile], unknown, says: says.en };
      }),
    );
  });

  test('changes what is named and keeps the rest', async () => {
    const { control } = await createTestMock({ profile: { reserve: 'strict' } });
    const changed = await control.updateProfile({ body: { accounts_list: 'object' } });
    expect(changed).toEqual({ ...defaultProfile, reserve: 'strict', accounts_list: 'object' });
  });

  test.each([
    [{ reserv: 'strict' }, 'body: unknown member reserv'],
    [{ reserve: 'maybe' }, 'reserve: expected lenient or strict, not maybe'],
    [{ declined_status: 500 }, 'declined_status: expected 401, '],
    [{ asset_code: 'not an asset code' }, 'asset_code: expected text that matches /'],
    [{ dcm_token_ttl_s: 0 }, 'dcm_token_ttl_s: expected at least 1'],
    [{ callback_retry_s: [-1] }, 'callback_retry_s.0: expected more than 0'],
  ])('refuses %j and says why', async (body, text) => {
    const { app, control } = await createTestMock();
    const answer = await raw(app, 'PUT', '/control/v1/profile').send({ strict: true, ...body });
    expect(answer.status).toBe(400);
    expect(answer.body.error).toContain(text);
    expect((await control.getProfile({})).profile).toEqual(defaultProfile);
  });
});

test('reset forgets everything but the keys and the profile of the start', async () => {
  const world = await createWorld({ profile: { reserve: 'strict' } });
  await fundedCustomer(world, world, 'one@bank1.test', 10);
  const { keys } = await world.anybody.getDcmJwks({});
  await world.control.updateProfile({ body: { reserve: 'lenient', strict: true } });
  await world.control.moveClock({ body: { forward_s: 5 } });
  const flow = await world.anybody.createLoginFlow({});
  await world.control.reset({ body: {} });
  const { categories, permission_titles, settings, ...others } = world.rows();
  expect(Object.values(others).flat()).toEqual([]);
  expect([categories?.length, settings?.length]).toEqual([18, 1]);
  expect(permission_titles?.length).toBeGreaterThan(30);
  expect((await world.control.getClock({})).offset_s).toBe(0);
  expect((await world.control.getProfile({})).profile).toEqual({ ...defaultProfile, reserve: 'strict' });
  expect(await world.control.searchJournal({ body: {} })).toMatchObject({ entries: [] });
  expect(await world.control.listFindings({})).toEqual({ findings: [] });
  const body = { method: 'password' };
  expect((await refusalOf(world.anybody.submitLogin({ query: { flow: flow.id }, body })))[0]).toBe(404);
  expect((await world.anybody.getDcmJwks({})).keys).toEqual(keys);
  const again = await register(world);
  expect(again.asset_issuer).toBe(world.issuer);
});

describe('registration', () => {
  const guid = '12345678-1234-4234-8234-1234567890ab';
  test.each([
    ['name', 'Bank bank1', { name: 'Bank bank1', alias: 'other' }],
    ['alias', 'bank1', { name: 'Other', alias: 'bank1' }],
    ['guid', guid, { name: 'Other', alias: 'other', guid: guid.toUpperCase() }],
  ])('of a %s that is taken: %s', async (member, taken, body) => {
    const mock = await createTestMock();
    await register(mock, 'bank1', { guid });
    const before = mock.rows();
    const text = `${member}: counterparty ${taken} already exists`;
    expect(await refusalOf(mock.control.registerCounterparty({ body }))).toEqual([400, 'state', text]);
    expect(mock.rows()).toEqual(before);
  });

  test.each(['Bank1', '-bank', 'bank.one', 'bank one', ''])(
    'of an alias that is no host name: %j',
    async (alias) => {
      const { control } = await createTestMock();
      const [status, , text] = await refusalOf(control.registerCounterparty({ body: { name: 'x', alias } }));
      expect([status, text]).toEqual([400, 'alias: must be a host name label: a-z, 0-9, -']);
    },
  );

  test('of another asset is refused', async () => {
    const { control } = await createTestMock();
    const body = { name: 'x', alias: 'x', asset_code: 'EUR' };
    expect((await refusalOf(control.registerCounterparty({ body })))[2]).toBe('asset not found');
  });

  test('keeps attributes that a later change does not name', async () => {
    const mock = await createTestMock();
    const { guid } = await register(mock);
    const changed = await mock.control.updateRegistered({ params: { guid }, body: { description: 'text' } });
    expect(changed).toMatchObject({
      description: 'text',
      user_key_url: 'http://bank1.test/key',
      key_keepers: keepers,
    });
  });

  test('rolls out hosts as a task that is opened, then done', async () => {
    const mock = await createTestMock();
    const params = { guid: (await register(mock)).guid };
    expect((await refusalOf(mock.control.deployInfrastructure({ params, body: {} })))[2]).toBe(
      'infrastructure task not found',
    );
    const task = await mock.control.requestInfrastructure({ params, body: {} });
    expect(task).toMatchObject({ status: 'open', api_host: 'api-bank1-integrate' });
    expect(await mock.control.requestInfrastructure({ params, body: {} })).toEqual(task);
    expect(await mock.control.deployInfrastructure({ params, body: {} })).toEqual({
      ...task,
      status: 'done',
    });
  });

  test('creates both entities once', async () => {
    const mock = await createTestMock();
    const params = { guid: (await register(mock)).guid };
    const call = () => mock.control.createEntities({ params, body: {} });
    const outcomes = await Promise.allSettled([call(), call()]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await refusalOf(call()))[2]).toBe('identification entity already exists');
    expect((await mock.control.listEntities({ params })).entities).toHaveLength(2);
  });
});

test('a JWKS of nobody is shown as the caller brings it along, and nothing else', async () => {
  const { control, keys } = await createTestMock();
  const jwks = { keys: [{ kid: keys.signing.kid, kty: 'RSA', n: 'AQAB', e: 'AQAB' }] };
  const shown = (content: unknown) =>
    control.showForeignKeys({
      params: { jwks: Buffer.from(JSON.stringify(content)).toString('base64url') },
    });
  expect(await shown(jwks)).toEqual(jwks);
  await expect(shown({ keys: 'none' })).rejects.toThrow('jwks: expected a JWKS in base64url');
});
