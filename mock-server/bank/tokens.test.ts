import { createPublicKey, verify } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { beforeEach, expect, test } from 'vitest';
import { createWorld, customer, employeeEmail, type World } from '../world.testing.js';

/** DCM's tokens and keys, read with other libraries than the one that made them. */

let world: World;
let token: string;
beforeEach(async () => {
  world = await createWorld();
  await customer(world, '+380501234567');
  token = world.bank.asked.at(-1)?.token ?? '';
});

const keyOf = async (kid: string) => {
  const { keys } = await world.anybody.getDcmJwks({});
  const jwk = keys.find((key) => key.kid === kid);
  if (!jwk) throw new Error('no such key');
  return createPublicKey({ key: { ...jwk }, format: 'jwk' });
};
const now = () => Math.floor(world.time.clock.now() / 1000);

test('the JWKS has one RSA key of 2048 bits with the documented members and no private ones', async () => {
  const { keys } = await world.anybody.getDcmJwks({});
  expect(keys.map((key) => Object.keys(key).sort())).toEqual([['alg', 'e', 'kid', 'kty', 'n', 'use']]);
  expect(keys[0]).toMatchObject({ alg: 'RS256', e: 'AQAB', kty: 'RSA', use: 'sig' });
  const key = await keyOf(keys[0]?.kid ?? '');
  expect([key.asymmetricKeyType, key.asymmetricKeyDetails?.modulusLength]).toEqual(['rsa', 2048]);
});

test('jsonwebtoken accepts the token', async () => {
  const header = jwt.decode(token, { complete: true })?.header;
  expect(header).toEqual({
    alg: 'RS256',
    kid: (await world.anybody.getDcmJwks({})).keys[0]?.kid,
    typ: 'JWT',
  });
  const claims = jwt.verify(token, await keyOf(header?.kid ?? ''), {
    algorithms: ['RS256'],
    clockTimestamp: now(),
  });
  expect(claims).toEqual({
    flow: 'sign-up',
    obj: '+380501234567',
    sub: employeeEmail,
    iat: now(),
    exp: now() + 60,
  });
});

test('node:crypto accepts the signature, and not of a changed token', async () => {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { kid: string };
  const key = await keyOf(kid);
  const valid = (text: string) =>
    verify('RSA-SHA256', Buffer.from(text), key, Buffer.from(signature, 'base64url'));
  expect(valid(`${header}.${payload}`)).toBe(true);
  expect(valid(`${header}.${payload}x`)).toBe(false);
});

test('a token ends with dcm_token_ttl_s', async () => {
  const key = await keyOf(jwt.decode(token, { complete: true })?.header.kid ?? '');
  const read = (clockTimestamp: number) => () =>
    jwt.verify(token, key, { algorithms: ['RS256'], clockTimestamp });
  expect(read(now() + 59)).not.toThrow();
  expect(read(now() + 60)).toThrow('jwt expired');
});

test('tokens live on the wall clock, wherever the ledger clock is', async () => {
  await world.control.moveClock({ body: { forward_s: 86_400 } });
  world.time.pass(7000);
  await customer(world, 'two');
  expect(world.bank.asked.at(-1)?.claims).toMatchObject({ iat: now(), exp: now() + 60 });
});

test('the question carries nothing but the token', () => {
  const { headers, body, method } = world.bank.asked.at(-1) ?? {};
  expect({ headers, body, method }).toEqual({
    headers: { accept: 'application/json', 'x-session-id': token },
    body: undefined,
    method: 'GET',
  });
});
