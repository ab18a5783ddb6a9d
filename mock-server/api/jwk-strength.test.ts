import { generateKeyPairSync, generatePrimeSync, type JsonWebKey } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { refusalOf } from '../client.testing.js';
import { jwkOf, pairFor } from '../own-token.testing.js';
import { createWorld, of, type World } from '../world.testing.js';

/** Keys by which others could sign in the bank's place are refused wherever they come in. */

let world: World;
beforeEach(async () => {
  world = await createWorld();
});

const members = (n: bigint, e: bigint) => {
  const text = (value: bigint) => {
    const hex = value.toString(16);
    return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex').toString('base64url');
  };
  return { kty: 'RSA', kid: 'weak', n: text(n), e: text(e) };
};
const prime = (size: number) => generatePrimeSync(size, { bigint: true });
const good = prime(1024) * prime(1024) * 3n + 2n;
/** Odd, of enough bits, without a small factor, no prime, no square. */
const modulus = BigInt(
  `0x${Buffer.from(String((pairFor('RS256').publicKey.export({ format: 'jwk' }) as JsonWebKey).n), 'base64url').toString('hex')}`,
);
const rsa = (more: object) => ({ ...jwkOf(pairFor('RS256'), { kid: 'weak' }), ...more });
const ec = (more: object) => ({ ...jwkOf(pairFor('ES256'), { kid: 'weak' }), ...more });
const okp = (hex: string) => ({
  kty: 'OKP',
  crv: 'Ed25519',
  kid: 'weak',
  x: Buffer.from(hex, 'hex').toString('base64url'),
});
const half = prime(1030);

const weak: readonly (readonly [string, Record<string, unknown>, RegExp])[] = [
  ['exponent 1', members(modulus, 1n), /^e: /],
  ['exponent 2', members(modulus, 2n), /^e: /],
  ['exponent 3', members(modulus, 3n), /^e: /],
  ['an even exponent', members(modulus, 65_536n + 2n), /^e: /],
  ['exponent 65536', members(modulus, 65_536n), /^e: /],
  [
    '1024 bits',
    jwkOf(generateKeyPairSync('rsa', { modulusLength: 1024 }), { kid: 'weak' }),
    /^n: at least 2048 bits/,
  ],
  ['16384 bits', members((1n << 16_383n) + 1n, 65_537n), /^n: at most 8192 bits/],
  ['an even modulus', members(good * 2n, 65_537n), /^n: anyone can factor/],
  ['a modulus with a small factor', members(good * 1009n, 65_537n), /^n: anyone can factor/],
  ['a prime modulus', members(prime(2048), 65_537n), /^n: anyone can factor/],
  ['a square modulus', members(half * half, 65_537n), /^n: anyone can factor/],
  ['a point beside the curve', ec({ y: String(ec({}).x) }), /^x, y: not a point on P-256/],
  ['the neutral point of Ed25519', okp(`01${'00'.repeat(31)}`), /^x: a point of small order/],
  ['the same with the other sign', okp(`01${'00'.repeat(30)}80`), /^x: a point of small order/],
  [
    'a point of order 8',
    okp('26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05'),
    /small order/,
  ],
  ['use: enc', rsa({ use: 'enc' }), /^use: expected sig/],
  ['key_ops for something else', rsa({ key_ops: ['encrypt'] }), /^key_ops: /],
  ['key_ops of a private key', rsa({ key_ops: ['sign', 'verify'] }), /^key_ops: /],
  ['alg of another kind of key', rsa({ alg: 'ES256' }), /^kty: expected EC for ES256/],
  ['alg of another curve', ec({ alg: 'EdDSA' }), /^kty: expected OKP for EdDSA/],
  ['further primes', rsa({ oth: [] }), /^oth: a private member/],
];

test.each(weak)('%s', async (_what, data, problem) => {
  const present = jwkOf(pairFor('ES256'), { kid: 'present' });
  const { guid: registered } = await world.api.registerJwk({ params: of(world), body: { data: present } });
  const before = world.rows();
  const ways = [
    () => world.api.registerJwk({ params: of(world), body: { data } }),
    () => world.control.addJwk({ params: { guid: world.guid }, body: { data } }),
    () => world.api.updateJwk({ params: { ...of(world), jwk_guid: registered }, body: { data } }),
  ];
  for (const way of ways) {
    const [status, , text] = await refusalOf(way());
    expect([status, text.replace('invalid JWK: ', '')]).toEqual([400, expect.stringMatching(problem)]);
  }
  expect(world.rows()).toEqual(before);
});

test('usual keys are taken, with use and key_ops or without', async () => {
  const kinds = ['RS256', 'PS256', 'ES256', 'EdDSA'] as const;
  for (const alg of kinds) {
    for (const more of [{}, { use: 'sig' }, { key_ops: ['verify'] }]) {
      const data = { ...jwkOf(pairFor(alg), { kid: `${alg} ${JSON.stringify(more)}`, alg }), ...more };
      await world.api.registerJwk({ params: of(world), body: { data } });
    }
  }
  const large = generateKeyPairSync('rsa', { modulusLength: 4096 }).publicKey;
  await world.api.registerJwk({
    params: of(world),
    body: { data: { ...large.export({ format: 'jwk' }), kid: 'large' } },
  });
});
