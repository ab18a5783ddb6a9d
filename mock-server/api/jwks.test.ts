import { generateKeyPairSync } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../client.testing.js';
import {
  type Algorithm,
  bankSigner,
  claimsNow,
  jwkOf,
  pairFor,
  rsaPair,
  signed,
} from '../own-token.testing.js';
import { addBank, createWorld, of, type World } from '../world.testing.js';

/** The bank's own keys: registered, listed, replaced (JWTA, U-12). */

let world: World;
beforeEach(async () => {
  world = await createWorld();
});

const algorithms: readonly Algorithm[] = ['RS256', 'PS256', 'ES256', 'EdDSA'];
const register = (data: Record<string, unknown>, side: Pick<World, 'api' | 'guid'> = world) =>
  side.api.registerJwk({ params: of(side), body: { data } });
const list = async () => (await world.api.listJwks({ params: of(world) })).keys;

test.each(algorithms)('an %s key is registered and listed as it came', async (alg) => {
  const data = jwkOf(pairFor(alg), { kid: 'one', alg });
  const { guid } = await register(data);
  expect(await list()).toEqual([{ guid, created_at: new Date(world.time.clock.now()).toISOString(), data }]);
});

test.each([
  ['RSA', 'RS256'],
  ['EC', 'ES256'],
  ['OKP', 'EdDSA'],
] as const)('a key of kind %s without alg signs with %s', async (_kind, alg) => {
  const signer = await bankSigner(world, alg);
  const { alg: _alg, ...data } = jwkOf(signer.pair, { kid: 'bare', alg });
  await register(data);
  const token = await signed(claimsNow(world), { alg, kid: 'bare' }, signer.pair.privateKey);
  await signer.api(token).listAccounts({ params: of(world) });
});

describe('refused', () => {
  const rsa = (more: object) => jwkOf(pairFor('RS256'), { kid: 'one', ...more });
  const ec = (more: object) => jwkOf(pairFor('ES256'), { kid: 'one', ...more });
  const p384 = () => generateKeyPairSync('ec', { namedCurve: 'P-384' });
  const x25519 = () => generateKeyPairSync('x25519');
  const expected = 'alg: expected one of RS256, PS256, ES256, EdDSA';
  const cases: readonly (readonly [string, () => Record<string, unknown>, string])[] = [
    ['no kid', () => rsa({ kid: undefined }), 'kid: required'],
    ['an empty kid', () => rsa({ kid: '' }), 'kid: required'],
    [
      'a private key',
      () => ({ ...pairFor('RS256').privateKey.export({ format: 'jwk' }), kid: 'one' }),
      'd: a private member; register the public key only',
    ],
    [
      'a shared secret',
      () => ({ kty: 'oct', k: 'c2VjcmV0', kid: 'one', alg: 'HS256' }),
      'kty: a secret shared with DCM (HMAC) is not accepted; expected RSA, EC or OKP',
    ],
    ['a public key for HMAC', () => rsa({ alg: 'HS256' }), expected],
    ['no algorithm', () => rsa({ alg: 'none' }), expected],
    ['another algorithm', () => rsa({ alg: 'RS512' }), expected],
    ['the algorithm of another kind', () => ec({ alg: 'RS256' }), 'kty: expected RSA for RS256'],
    ['another curve', () => jwkOf(p384(), { kid: 'one', alg: 'ES256' }), 'crv: expected P-256 for ES256'],
    ['another curve without alg', () => jwkOf(p384(), { kid: 'one' }), 'crv: expected P-256 for ES256'],
    ['a key that cannot sign', () => jwkOf(x25519(), { kid: 'one' }), 'crv: expected Ed25519 for EdDSA'],
    ['a weak key', () => jwkOf(rsaPair(1024), { kid: 'one', alg: 'RS256' }), 'n: at least 2048 bits'],
    ['no kind', () => ({ kid: 'one', alg: 'RS256' }), 'kty: expected RSA for RS256'],
    ['half a key', () => rsa({ n: undefined }), 'not a public key'],
  ];

  test.each(cases)('%s', async (_name, data, problem) => {
    const { guid } = await register(rsa({ kid: 'good' }));
    const before = world.rows();
    const refusal = [400, 'invalid', `invalid JWK: ${problem}`];
    const params = { ...of(world), jwk_guid: guid };
    expect(await refusalOf(register(data()))).toEqual(refusal);
    expect(await refusalOf(world.api.updateJwk({ params, body: { data: data() } }))).toEqual(refusal);
    const onboarding = world.control.addJwk({ params: { guid: world.guid }, body: { data: data() } });
    expect(await refusalOf(onboarding)).toEqual(refusal);
    expect(world.rows()).toEqual(before);
  });

  test('a kid that any counterparty has already registered', async () => {
    const other = await addBank(world, 'bank2');
    await register(rsa({}));
    const { guid } = await register(rsa({ kid: 'two' }), other);
    const before = world.rows();
    const refusal = [400, 'state', 'a JWK with kid one already exists'];
    expect(await refusalOf(register(ec({})))).toEqual(refusal);
    expect(await refusalOf(register(ec({}), other))).toEqual(refusal);
    const params = { ...of(other), jwk_guid: guid };
    expect(await refusalOf(other.api.updateJwk({ params, body: { data: ec({}) } }))).toEqual(refusal);
    expect(world.rows()).toEqual(before);
  });

  test("another bank's key, and one that does not exist", async () => {
    const other = await addBank(world, 'bank2');
    const { guid } = await register(rsa({}));
    const before = world.rows();
    for (const jwk_guid of [guid, world.emission, 'nonsense']) {
      const change = other.api.updateJwk({ params: { ...of(other), jwk_guid }, body: { data: rsa({}) } });
      expect(await refusalOf(change)).toEqual([400, 'state', 'JWK not found']);
    }
    expect(world.rows()).toEqual(before);
    expect((await other.api.listJwks({ params: of(other) })).keys).toEqual([]);
  });

  test('an unknown counterparty at onboarding', async () => {
    const call = world.control.addJwk({ params: { guid: world.emission }, body: { data: rsa({}) } });
    expect(await refusalOf(call)).toEqual([400, 'state', 'counterparty not found']);
  });
});

test('PUT replaces a key at once: the same kid with another key, then another kid', async () => {
  const signer = await bankSigner(world, 'ES256');
  const token = await signer.token();
  const [row] = await list();
  const params = { ...of(world), jwk_guid: row?.guid ?? '' };
  const accounts = (text: string) => signer.api(text).listAccounts({ params: of(world) });
  await accounts(token);

  const next = pairFor('ES256');
  const data = jwkOf(next, { kid: signer.kid, alg: 'ES256' });
  await world.api.updateJwk({ params, body: { data } });
  expect((await refusalOf(accounts(token)))[0]).toBe(401);
  await accounts(await signed(claimsNow(world), { alg: 'ES256', kid: signer.kid }, next.privateKey));

  await world.api.updateJwk({ params, body: { data: { ...data, kid: 'next' } } });
  expect((await refusalOf(accounts(token)))[0]).toBe(401);
  await accounts(await signed(claimsNow(world), { alg: 'ES256', kid: 'next' }, next.privateKey));
  expect(await list()).toEqual([{ ...row, data: { ...data, kid: 'next' } }]);
});

test('keys are managed with a token of the bank too', async () => {
  const signer = await bankSigner(world);
  const api = await signer.as();
  const params = of(world);
  const { guid } = await api.registerJwk({
    params,
    body: { data: jwkOf(pairFor('ES256'), { kid: 'more', alg: 'ES256' }) },
  });
  const data = jwkOf(pairFor('EdDSA'), { kid: 'more', alg: 'EdDSA' });
  await api.updateJwk({ params: { ...params, jwk_guid: guid }, body: { data } });
  expect((await api.listJwks({ params })).keys.map((key) => key.data.kid).sort()).toEqual([
    signer.kid,
    'more',
  ]);
});
