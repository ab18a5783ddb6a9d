import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import { answers } from './fake-bank.testing.js';
import { createWiredWorld, type WiredWorld } from './wired-bank.testing.js';
import { confirm, draft, transfer } from './world.testing.js';

/** When callbacks come under each option, and what is varied of all that DCM sends, as the bank hears it. */

const grant = (world: WiredWorld) =>
  world.control.grantIdentifiers({ params: { guid: world.guid }, body: { amount: 50 } });

describe('callbacks', () => {
  const deliveriesOf = async (world: WiredWorld, transaction_id: string) =>
    (await world.control.listDeliveries({ query: { transaction_id } })).deliveries;

  test('after and before: the response to the confirmation waits for them, or does not', async () => {
    const world = await createWiredWorld();
    await grant(world);
    let release = () => {};
    world.bank.answers.transfer = () => new Promise((resolve) => (release = () => resolve({})));
    const first = await transfer(world, world.emission, world.processing, 1);
    await world.callbacks(1);
    release();
    await world.control.updateProfile({ body: { callbacks: 'before' } });
    const { guid } = await draft(world, world.emission, world.processing, 1);
    let answered = false;
    const confirmed = confirm(world, guid).then(() => (answered = true));
    expect(await world.callbacks(2)).toEqual([first, guid]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(answered).toBe(false);
    release();
    await confirmed;
    expect(await deliveriesOf(world, guid)).toMatchObject([{ status: 'delivered' }]);
  });

  test('twice: again after the bank has accepted it, and never a third time', async () => {
    const world = await createWiredWorld({ callbacks: 'twice' });
    await grant(world);
    const guid = await transfer(world, world.emission, world.processing, 1);
    expect(await world.callbacks(2)).toEqual([guid, guid]);
    await world.mock.domain.deliveries.settle();
    expect(await deliveriesOf(world, guid)).toMatchObject([
      { status: 'delivered', attempts: [{ status: 200 }, { status: 200 }] },
    ]);
    expect(await world.callbacks(0)).toHaveLength(2);
  });

  test('twice: what the bank does not accept is retried as always', async () => {
    const world = await createWiredWorld({ callbacks: 'twice', callback_retry_s: [] });
    await grant(world);
    world.bank.answers.transfer = answers(500);
    const guid = await transfer(world, world.emission, world.processing, 1);
    await world.callbacks(1);
    await world.mock.domain.deliveries.settle();
    expect(await deliveriesOf(world, guid)).toMatchObject([
      { status: 'given-up', attempts: [{ status: 500 }] },
    ]);
  });

  test('reversed: the newest of a moment comes first, one after the other', async () => {
    const world = await createWiredWorld({ callbacks: 'reversed' });
    await grant(world);
    const { ledgerClock } = world.mock.domain.center;
    // All of them in the same half of a second.
    while (ledgerClock.now() % 500 > 20) await new Promise((resolve) => setTimeout(resolve, 1));
    const at = ledgerClock.now();
    const guids: string[] = [];
    while (guids.length < 3) guids.push(await transfer(world, world.emission, world.processing, 1));
    const [begun, ended] = [at, ledgerClock.now()].map((ms) => Math.ceil((ms + 1) / 500));
    const told = await world.callbacks(3);
    expect([...told].sort()).toEqual([...guids].sort());
    if (begun === ended) expect(told).toEqual([...guids].reverse());
  });

  test('never: kept as not sent, with the reason; an officer can send it', async () => {
    const world = await createWiredWorld({ callbacks: 'never' });
    await grant(world);
    const guid = await transfer(world, world.emission, world.processing, 1);
    await world.mock.domain.deliveries.settle();
    const [kept] = await deliveriesOf(world, guid);
    expect(kept).toMatchObject({
      status: 'given-up',
      attempts: [{ status: 0, error: 'not sent: the option callbacks is never' }],
      next_due: '',
    });
    expect(await world.callbacks(0)).toEqual([]);
    const sent = await world.control.sendDeliveryAgain({ params: { guid: kept?.guid ?? '' }, body: {} });
    expect(sent.status).toBe('delivered');
    expect(await world.callbacks(1)).toEqual([guid]);
  });
});

test('tolerances: on varies some tokens and callbacks, and the same ones with the same seed', async () => {
  const shapes = async (tolerances: 'on' | 'off') => {
    const world = await createWiredWorld({ tolerances, reverse_repeat: 2 });
    await grant(world);
    for (let count = 0; count < 15; count += 1) {
      await transfer(world, world.emission, world.processing, 1);
      await world.callbacks(count + 1);
    }
    const usual = ['accept', 'connection', 'content-type', 'content-length', 'host', 'x-session-id'];
    return world.heard.map(({ path, token, text, headers }) => [
      path,
      Object.keys(headers).filter((name) => !usual.includes(name) && name !== 'accept-encoding'),
      token ? Object.keys(decodeJwt(token)) : Object.keys(JSON.parse(text)),
    ]);
  };
  const claims = ['flow', 'obj', 'sub', 'iat', 'exp'];
  const plain = await shapes('off');
  expect(new Set(plain.map((shape) => JSON.stringify(shape.slice(1))))).toEqual(
    new Set([JSON.stringify([[], claims]), JSON.stringify([[], ['transaction_id']])]),
  );
  const varied = await shapes('on');
  const different = varied.filter((shape, index) => JSON.stringify(shape) !== JSON.stringify(plain[index]));
  expect(new Set(different.map(([path]) => path))).toEqual(
    new Set(['/external_id', '/key', '/api/dcm/notify/transfer']),
  );
  expect(different.length).toBeLessThan(varied.length / 3);
  expect(different.some(([, headers]) => String(headers).startsWith('x-unknown-'))).toBe(true);
  expect(await shapes('on')).toEqual(varied);
});
