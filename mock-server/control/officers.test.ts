import { createPublicKey } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { beforeEach, describe, expect, test } from 'vitest';
import { raw, refusalOf } from '../client.testing.js';
import { answers } from '../fake-bank.testing.js';
import { ephemeralKeys } from '../keys.js';
import { createStellar } from '../stellar/index.js';
import {
  addBank,
  balanceOf,
  createWorld,
  customer,
  draft,
  fundedCustomer,
  of,
  sessionOf,
  type World,
} from '../world.testing.js';

/** Acts of officers beside the plan: the signing key, sessions, transfers. */

let world: World;
beforeEach(async () => {
  world = await createWorld();
});

describe('the signing key', () => {
  const kids = async () => (await world.anybody.getDcmJwks({})).keys.map(({ kid }) => kid);
  const lastToken = () => world.bank.asked.at(-1)?.token ?? '';
  const kidOf = (token: string) => jwt.decode(token, { complete: true })?.header.kid;

  test('is replaced at once; the former one stays published until it is dropped', async () => {
    // Its own keys: those of the other tests are shared.
    const { keyPair } = createStellar({ networkPassphrase: 'unused' });
    const keys = await ephemeralKeys((length) => new Uint8Array(length).fill(7), keyPair);
    world = await createWorld({ keys });

    const [first = ''] = await kids();
    await customer(world, 'one');
    const former = lastToken();
    expect(kidOf(former)).toBe(first);

    const rotated = await world.control.rotateKey({ body: {} });
    expect(rotated.kid).not.toBe(first);
    expect(rotated.published).toEqual([rotated.kid, first]);
    expect(await kids()).toEqual(rotated.published);
    await customer(world, 'two');
    expect(kidOf(lastToken())).toBe(rotated.kid);

    const published = (await world.anybody.getDcmJwks({})).keys;
    for (const token of [former, lastToken()]) {
      const key = published.find(({ kid }) => kid === kidOf(token));
      const clockTimestamp = Math.floor(world.time.clock.now() / 1000);
      const options = { algorithms: ['RS256' as const], clockTimestamp };
      expect(jwt.verify(token, createPublicKey({ key: { ...key }, format: 'jwk' }), options)).toBeTruthy();
    }

    const again = await world.control.rotateKey({ body: {} });
    expect(again.published).toEqual([again.kid, rotated.kid, first]);
    expect(await world.control.dropFormerKeys({ body: {} })).toEqual({
      kid: again.kid,
      published: [again.kid],
    });
    expect(await kids()).toEqual([again.kid]);
    await customer(world, 'three');
    expect(kidOf(lastToken())).toBe(again.kid);
    await world.control.addSimulatedBank({ body: { customers: 1, amount: 1 } });
    expect(JSON.stringify(published)).not.toMatch(/"(d|p|q)":/);
  });
});

test('endSessions ends every session of every bank, and a login begins a new one', async () => {
  const other = await addBank(world, 'bank2');
  expect(await world.control.endSessions({ body: {} })).toEqual({ ended: 2 });
  for (const side of [world, other]) {
    const call = side.api.listAccounts({ params: of(side) });
    expect((await refusalOf(call)).slice(0, 2)).toEqual([401, 'session']);
  }
  expect(await world.control.endSessions({ body: {} })).toEqual({ ended: 0 });
  const token = await sessionOf(world, world.guid, 'later@bank1.test', ['Administrator']);
  await world.as(token).listAccounts({ params: of(world) });
});

describe('transfers by officers', () => {
  let one: { guid: string };
  beforeEach(async () => {
    one = await fundedCustomer(world, world, 'one', 100);
  });
  const send = (receiver_id: string, guid = world.guid) =>
    world.control.transferByOfficer({
      params: { guid },
      body: { sender_id: one.guid, receiver_id, amount: 40 },
    });

  test('ask the bank in the name of the DCM admin, and move the money', async () => {
    await world.control.updateRegistered({
      params: { guid: world.guid },
      body: { admin_subject: 'admin@dcm.test' },
    });
    const payment = await send(world.processing);
    expect(payment).toMatchObject({ status: 'CONFIRMED', amount: 40 });
    const questions = world.bank.asked.filter(({ method }) => method === 'GET');
    expect(questions.map(({ url, claims }) => [url, claims.flow, claims.obj, claims.sub])).toEqual([
      ['http://bank1.test/external_id', 'sign-in', 'ext-one', 'admin@dcm.test'],
      ['http://bank1.test/key', 'sign-in', 'ext-one', 'admin@dcm.test'],
    ]);
    expect([await balanceOf(world, one.guid), await balanceOf(world, world.processing)]).toEqual([60, 40]);
    expect(await world.control.getTransfer({ params: payment })).toMatchObject({
      ...{ guid: payment.guid, status: 'CONFIRMED', amount: 40, hash: payment.stellar_info?.hash },
      sender: { guid: one.guid, counterparty_guid: world.guid },
      receiver: { guid: world.processing, counterparty_guid: world.guid },
    });
  });

  test('go abroad too', async () => {
    const other = await addBank(world, 'bank2');
    const theirs = await customer(other, 'theirs');
    const payment = await send(theirs.guid);
    expect(await balanceOf(other, theirs.guid)).toBe(40);
    const { receiver } = await world.control.getTransfer({ params: payment });
    expect(receiver).toMatchObject({ guid: theirs.guid, counterparty_guid: other.guid });
  });

  test('are declined when the bank declines', async () => {
    world.bank.answers.key = answers(401);
    expect(await refusalOf(send(world.processing))).toEqual([
      401,
      'declined',
      'Access credentials are invalid',
    ]);
    expect(await balanceOf(world, one.guid)).toBe(100);
  });

  test('are refused as those of the bank', async () => {
    const before = world.rows();
    expect((await refusalOf(send(one.guid)))[2]).toBe('sender and receiver are the same digital entity');
    expect((await refusalOf(send(world.processing, world.emission)))[2]).toBe('counterparty not found');
    const other = await addBank(world, 'bank2');
    expect((await refusalOf(send(world.processing, other.guid)))[2]).toBe('sender account not found');
    expect(world.rows().payments).toEqual(before.payments);
  });

  test('are read as drafts too, by their own guid alone', async () => {
    const { guid } = await draft(world, one.guid, world.processing, 1);
    expect((await world.control.getTransfer({ params: { guid } })).status).toBe('CREATED');
    const refused = await refusalOf(world.control.getTransfer({ params: { guid: one.guid } }));
    expect(refused[2]).toBe('payment not found');
    expect((await raw(world.app, 'GET', '/control/v1/transfers/nonsense')).status).toBe(400);
  });
});
