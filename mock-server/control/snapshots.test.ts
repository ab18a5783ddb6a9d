import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { refusalOf } from '../client.testing.js';
import { ephemeralKeys } from '../keys.js';
import { createStellar } from '../stellar/index.js';
import { createWorld, customer, fund, of, transfer } from '../world.testing.js';

/** Coming back to a state; a key from outside; requests that are held. */

test('a snapshot brings rows, clock and options back, and stays for another time', async () => {
  const world = await createWorld();
  await fund(world, world, 100);
  const taken = await world.control.takeSnapshot({ body: { name: 'funded' } });
  const before = world.rows();
  expect(taken.rows).toBe(Object.values(world.rows()).flat().length);
  for (let time = 0; time < 2; time += 1) {
    const one = await customer(world, `customer-${time}`);
    await transfer(world, world.processing, one.guid, 10);
    await world.control.moveClock({ body: { forward_s: 3600 } });
    await world.control.updateProfile({ body: { iban_routing: 'accept' } });
    expect(world.rows()).not.toEqual(before);
    expect(await world.control.restoreSnapshot({ body: { name: 'funded' } })).toEqual(taken);
    expect(world.rows()).toEqual(before);
    expect((await world.control.getClock({})).offset_s).toBe(0);
    expect((await world.control.getProfile({})).profile.iban_routing).toBe('refuse');
  }
  // The session is part of the state, and entities can send again.
  await transfer(world, world.processing, world.emission, 10);
});

test('an unknown snapshot is refused and changes nothing; snapshots are listed and dropped', async () => {
  const world = await createWorld();
  const before = world.rows();
  expect(await refusalOf(world.control.restoreSnapshot({ body: {} }))).toEqual([
    400,
    'state',
    'snapshot default not found',
  ]);
  expect(world.rows()).toEqual(before);
  for (let index = 0; index < 10; index += 1)
    await world.control.takeSnapshot({ body: { name: `s${index}` } });
  expect((await refusalOf(world.control.takeSnapshot({ body: {} })))[2]).toContain('already 10 snapshots');
  await world.control.takeSnapshot({ body: { name: 's3' } });
  expect((await world.control.listSnapshots({})).snapshots.at(-1)?.name).toBe('s3');
  await world.control.dropSnapshots({ query: { name: 's4' } });
  expect((await world.control.listSnapshots({})).snapshots.map(({ name }) => name)).not.toContain('s4');
  expect(await refusalOf(world.control.dropSnapshots({ query: { name: 's4' } }))).toEqual([
    400,
    'state',
    'snapshot s4 not found',
  ]);
  expect((await world.control.listSnapshots({})).snapshots).toHaveLength(9);
  await world.control.dropSnapshots({});
  expect((await world.control.listSnapshots({})).snapshots).toEqual([]);
});

test('DCM signs with a key that an officer provides, and refuses an invalid one', async () => {
  const { keyPair } = createStellar({ networkPassphrase: 'unused' });
  const world = await createWorld({
    keys: await ephemeralKeys((length) => new Uint8Array(length).fill(9), keyPair),
  });
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const private_jwk = { ...privateKey.export({ format: 'jwk' }) };
  const { published } = await world.control.rotateKey({ body: { private_jwk } });
  expect(published).toHaveLength(2);
  expect((await world.anybody.getDcmJwks({})).keys[0]?.n).toBe(private_jwk.n);
  const { d: _private, ...publicJwk } = private_jwk;
  const small = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ format: 'jwk' });
  for (const wrong of [{}, publicJwk, { ...small }]) {
    const refusal = await refusalOf(world.control.rotateKey({ body: { private_jwk: wrong } }));
    expect(refusal).toEqual([
      400,
      'invalid',
      'private_jwk: expected an RSA private JWK of 2048 bits or more',
    ]);
  }
  expect((await world.anybody.getDcmJwks({})).keys).toHaveLength(2);
});

test('a request is held until it is let go, or its time is over', async () => {
  const world = await createWorld();
  const list = () => world.api.listAccounts({ params: of(world) });
  await world.control.addFault({ body: { kind: 'hold', operation: 'listAccounts', times: 2, ms: 5000 } });
  const waiting = world.control.awaitHeld({ body: {} });
  let answered = false;
  const first = list().then(() => {
    answered = true;
  });
  expect(await waiting).toEqual({ held: 1 });
  expect(answered).toBe(false);
  expect(await world.control.releaseHeld({ body: {} })).toEqual({ released: 1 });
  await first;
  const second = list();
  expect(await world.control.awaitHeld({ body: {} })).toEqual({ held: 1 });
  world.time.pass(5000);
  await second;
  expect(await world.control.awaitHeld({ body: { timeout_ms: 0 } })).toEqual({ held: 0 });
});
