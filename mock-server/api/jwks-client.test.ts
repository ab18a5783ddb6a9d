import jwt from 'jsonwebtoken';
import { JwksClient, SigningKeyNotFoundError } from 'jwks-rsa';
import { expect, test } from 'vitest';
import { listening } from '../listening.testing.js';
import { createWorld, customer } from '../world.testing.js';

/** A bank that checks DCM's tokens by the published keys, with jwks-rsa and jsonwebtoken. */

const setUp = async () => {
  const world = await createWorld();
  const jwksUri = `${await listening(world.app)}/api/v1/.well-known/jwks.json`;
  return { world, keys: new JwksClient({ jwksUri, cache: false }), now: () => world.time.clock.now() / 1000 };
};

test('the key that the kid names verifies what DCM sends at the creation of a customer', async () => {
  const { world, keys, now } = await setUp();
  await customer(world, 'ann@bank1.test');
  const tokens = world.bank.asked.map(({ token }) => token).filter(Boolean);
  expect(tokens.length).toBeGreaterThan(0);
  for (const token of tokens) {
    const kid = jwt.decode(token, { complete: true })?.header.kid;
    const key = (await keys.getSigningKey(kid)).getPublicKey();
    const options = { algorithms: ['RS256'] as 'RS256'[], clockTimestamp: now() };
    expect(jwt.verify(token, key, options)).toMatchObject({ flow: 'sign-up' });
    expect(() => jwt.verify(token, key, { ...options, clockTimestamp: now() + 3600 })).toThrow('jwt expired');
    const [head, body, signature = ''] = token.split('.');
    const forged = [
      head,
      body,
      signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`,
    ].join('.');
    expect(() => jwt.verify(forged, key, options)).toThrow('invalid signature');
  }
});

test('a rotated key is found under its own kid, and the former one until it is dropped', async () => {
  const { world, keys, now } = await setUp();
  await customer(world, 'before@bank1.test');
  const before = world.bank.asked[0]?.token ?? '';
  await world.control.rotateKey({ body: {} });
  await customer(world, 'after@bank1.test');
  const after = world.bank.asked.at(-1)?.token ?? '';
  const kids = [before, after].map((token) => jwt.decode(token, { complete: true })?.header.kid);
  expect(kids[0]).not.toBe(kids[1]);
  for (const [index, token] of [before, after].entries()) {
    const key = (await keys.getSigningKey(kids[index])).getPublicKey();
    expect(jwt.verify(token, key, { algorithms: ['RS256'], clockTimestamp: now() })).toBeTruthy();
  }
  await expect(keys.getSigningKey('nobody')).rejects.toBeInstanceOf(SigningKeyNotFoundError);
});
