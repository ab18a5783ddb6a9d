import { decodeJwt, decodeProtectedHeader } from 'jose';
import { describe, expect, test } from 'vitest';
import { refusalOf } from './client.testing.js';
import { createWiredWorld, type WiredWorld } from './wired-bank.testing.js';
import { customer, of, transfer } from './world.testing.js';

/** What each option about DCM's calls changes, as the bank hears it over the wire. */

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const grant = (world: WiredWorld) =>
  world.control.grantIdentifiers({ params: { guid: world.guid }, body: { amount: 50 } });

/** An operation that makes both calls, without callbacks. */
async function account(world: WiredWorld, login = 'one') {
  const { customer_guid } = await customer(world, login);
  world.heard.length = 0;
  await world.api.createCustomerAccount({
    params: { ...of(world), customer_guid },
    body: { asset_code: 'UAH', asset_issuer: world.issuer },
  });
}
const paths = ({ heard }: WiredWorld) => heard.map(({ path }) => path);

describe('reverse calls', () => {
  test('reverse_order, reverse_check and reverse_repeat', async () => {
    const world = await createWiredWorld();
    const { control } = world;
    await account(world);
    expect(paths(world)).toEqual(['/external_id', '/key']);
    await control.updateProfile({ body: { reverse_order: 'key-first' } });
    await account(world, 'two');
    expect(paths(world)).toEqual(['/key', '/external_id']);
    await control.updateProfile({ body: { reverse_repeat: 2 } });
    await account(world, 'three');
    expect(paths(world)).toEqual(['/key', '/key', '/external_id', '/external_id']);
    await control.updateProfile({ body: { reverse_check: 'fewer', reverse_repeat: 1 } });
    await account(world, 'four');
    expect(paths(world)).toEqual(['/key']);
    world.heard.length = 0;
    await world.api.issueIdentifiers({ params: of(world), body: { amount: 1 } });
    expect(paths(world)).toEqual(['/external_id']);
  });

  test('answers that do not agree refuse the operation, a refusal of any of them as well', async () => {
    const world = await createWiredWorld({ reverse_repeat: 2 });
    let asked = 0;
    world.bank.answers.key = () => ({ body: { key: `secret-${asked++}` } });
    expect(await refusalOf(account(world))).toEqual([
      400,
      'declined',
      'bank authorization failed: /key answered something else when it was asked again',
    ]);
    world.bank.answers.key = () => (asked++ % 2 === 0 ? { status: 401 } : { body: { key: 'one' } });
    asked = 1;
    expect(await refusalOf(account(world, 'two'))).toEqual([
      401,
      'declined',
      'Access credentials are invalid',
    ]);
  });

  test('connections: kept lets them share one, which callbacks do not use', async () => {
    const world = await createWiredWorld({ connections: 'kept' });
    await grant(world);
    await transfer(world, world.emission, world.processing, 1);
    await world.callbacks(1);
    const [first, second, callback] = world.heard;
    expect(paths(world)).toEqual(['/external_id', '/key', '/api/dcm/notify/transfer']);
    expect(second?.socket).toBe(first?.socket);
    expect(callback?.socket).not.toBe(first?.socket);
    await world.control.updateProfile({ body: { connections: 'own' } });
    await account(world);
    const [one, other] = world.heard;
    expect(other?.socket).not.toBe(one?.socket);
    expect(one?.headers.connection).toBe('close');
  });

  test.each([
    ['as-documented', 'X-Session-ID', 'accept'],
    ['lower', 'x-session-id', 'accept'],
    ['upper', 'X-SESSION-ID', 'ACCEPT'],
    ['title', 'X-Session-Id', 'Accept'],
  ] as const)('header_names: %s', async (header_names, ...expected) => {
    const world = await createWiredWorld({ header_names });
    await account(world);
    for (const { names } of world.heard) expect(names).toEqual(expect.arrayContaining(expected));
  });
});

describe('tokens', () => {
  let logins = 0;

  /** Header and claims of the newest token, as they are written. */
  async function tokenUnder(
    world: WiredWorld,
    body: Parameters<typeof world.control.updateProfile>[0]['body'],
  ) {
    await world.control.updateProfile({ body });
    await account(world, `login-${logins++}`);
    const token = world.heard.at(-1)?.token ?? '';
    return { header: { ...decodeProtectedHeader(token) }, claims: decodeJwt(token) };
  }

  test('token_claims and token_typ', async () => {
    const world = await createWiredWorld();
    const names = ['flow', 'obj', 'sub', 'iat', 'exp'];
    const usual = await tokenUnder(world, {});
    expect([usual.header, Object.keys(usual.claims)]).toEqual([
      { alg: 'RS256', kid: world.keys.signing.kid, typ: 'JWT' },
      names,
    ]);
    const reordered = await tokenUnder(world, { token_claims: 'reordered' });
    expect(Object.keys(reordered.claims)).toEqual([...names].reverse());
    const { claims } = await tokenUnder(world, { token_claims: 'extra' });
    expect(Object.keys(claims).sort()).toEqual([...names, 'context', 'iss', 'jti', 'nbf'].sort());
    expect([claims.nbf, claims.jti]).toEqual([claims.iat, expect.stringMatching(uuid)]);
    const next = await tokenUnder(world, {});
    expect(next.claims.jti).not.toBe(claims.jti);
    const audience = await tokenUnder(world, { token_claims: 'audience' });
    expect(audience.claims.aud).toEqual(['bank1', world.url]);
    const { header } = await tokenUnder(world, { token_claims: 'documented', token_typ: 'absent' });
    expect(header).toEqual({ alg: 'RS256', kid: world.keys.signing.kid });
  });

  test('token_kid names the keys that are made from then on', async () => {
    const world = await createWiredWorld();
    const kid = async () => (await world.control.rotateKey({ body: {} })).kid;
    const first = world.keys.signing.kid;
    await world.control.updateProfile({ body: { token_kid: 'uuid' } });
    expect((await tokenUnder(world, {})).header.kid).toBe(first);
    const second = await kid();
    expect(second).toMatch(uuid);
    expect((await tokenUnder(world, {})).header.kid).toBe(second);
    await world.control.updateProfile({ body: { token_kid: 'url' } });
    const third = await kid();
    expect(third.startsWith('https://keys.dcm.example/signing?kid=')).toBe(true);
    const { keys } = await world.api.getDcmJwks({});
    expect(keys.map((key) => key.kid)).toEqual([third, second, first]);
    await world.control.updateProfile({ body: { token_kid: 'thumbprint' } });
    expect(await kid()).toMatch(/^[\w-]{43}$/);
  });

  test('jwks: further has keys that no token is signed with, and no private parts', async () => {
    const world = await createWiredWorld({ jwks: 'further' });
    const { keys } = await world.api.getDcmJwks({});
    const own = world.keys.signing.kid;
    expect(keys.map(({ kty, use, kid }) => [kty, use, kid])).toEqual([
      ['EC', 'sig', 'further-ec'],
      ['RSA', 'enc', 'further-enc'],
      ['RSA', 'sig', own],
      ['RSA', 'sig', undefined],
      ['XYZ', 'sig', 'further-unknown'],
    ]);
    expect(
      keys.flatMap((key) => Object.keys(key)).filter((name) => 'd p dp dq qi k'.split(' ').includes(name)),
    ).toEqual([]);
    await account(world);
    for (const { token } of world.heard) expect(decodeProtectedHeader(token).kid).toBe(own);
    await world.control.updateProfile({ body: { jwks: 'own' } });
    expect((await world.api.getDcmJwks({})).keys.map(({ kid }) => kid)).toEqual([own]);
  });
});
