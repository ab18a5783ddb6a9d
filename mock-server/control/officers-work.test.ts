import { describe, expect, test } from 'vitest';
import { raw, refusalOf } from '../client.testing.js';
import { createWorld, draft, fund, transfer } from '../world.testing.js';

/** What officers look for and put right in the console. */

describe('a search for transfers', () => {
  test('by part of a guid, hash, purpose or name, and by amount', async () => {
    const world = await createWorld();
    await fund(world, world, 2000);
    const { guid } = await draft(world, world.processing, world.emission, 1234.5, { purpose: 'For Bread' });
    const found = async (search: string) =>
      (await world.control.listTransfers({ query: { search } })).transfers.map((transfer) => transfer.guid);
    const [confirmed] = (await world.control.listTransfers({ query: { status: 'CONFIRMED' } })).transfers;
    for (const search of [guid.slice(4, 20), 'bread', '1234.5', '1 234,50', '1234.50'])
      expect({ search, found: await found(search) }).toEqual({ search, found: [guid] });
    expect(await found(confirmed?.hash.slice(10, 30) ?? '')).toEqual([confirmed?.guid]);
    expect((await found('bank BANK1')).length).toBeGreaterThan(1);
    expect(await found('bank of nobody')).toEqual([]);
    expect(await found('1234')).toEqual([]);
  });

  test('a search goes on page by page', async () => {
    const world = await createWorld();
    await fund(world, world, 100);
    for (let count = 0; count < 5; count++) {
      world.time.pass(1000);
      await draft(world, world.processing, world.emission, count + 1, {
        purpose: count % 2 ? 'odd' : 'even',
      });
    }
    const query = { search: 'even', limit: 2 };
    const first = await world.control.listTransfers({ query });
    expect(first.transfers.map(({ amount }) => amount)).toEqual([5, 3]);
    const second = await world.control.listTransfers({ query: { ...query, after: first.next } });
    expect(second.transfers.map(({ amount }) => amount)).toEqual([1]);
    expect(second.next).toBe('');
  });
});

test('a callback that was given up is sent once more by an officer', async () => {
  const world = await createWorld();
  await world.control.updateProfile({ body: { callback_retry_s: [] } });
  await fund(world, world, 10);
  await world.control.addFault({ body: { kind: 'lose-callback' } });
  await transfer(world, world.processing, world.emission, 1);
  await world.domain.deliveries.settle();
  const [lost] = (await world.control.listDeliveries({ query: { status: 'given-up' } })).deliveries;
  const params = { guid: lost?.guid ?? '' };
  const sent = await world.control.sendDeliveryAgain({ params, body: {} });
  expect(sent).toMatchObject({ status: 'delivered', attempts: [{ status: 0 }, { status: 200 }] });
  expect(await refusalOf(world.control.sendDeliveryAgain({ params, body: {} }))).toContain(
    'the callback has already been delivered',
  );
  const nobody = { guid: '12345678-1234-4234-8234-1234567890ab' };
  expect(await refusalOf(world.control.sendDeliveryAgain({ params: nobody, body: {} }))).toContain(
    'callback not found',
  );
});

test('the URL of /sign means the same whole or as its base', async () => {
  const world = await createWorld();
  for (const sign_url of ['http://b.test', 'http://b.test/', 'http://b.test/sign']) {
    const { sign_url: stored } = await world.control.updateRegistered({ params: world, body: { sign_url } });
    expect(stored).toBe('http://b.test/sign');
    const registered = await world.control.registerCounterparty({
      body: { name: sign_url, alias: `b${sign_url.length}`, sign_url },
    });
    expect(registered.sign_url).toBe('http://b.test/sign');
  }
});

test('attributes can be taken away again', async () => {
  const world = await createWorld();
  const update = (body: object) => world.control.updateRegistered({ params: world, body });
  await update({ sign_url: 'http://bank1.test/sign', signers: [world.issuer, world.issuer] });
  const none = { callback_url: '', sign_url: '', user_id_url: '', signers: [], key_keepers: [] };
  expect(await update(none)).toMatchObject(none);
  expect(await world.control.getRegistered({ params: world })).toMatchObject(none);
});

test('a request with a dead session is shown and repeated with its body', async () => {
  const world = await createWorld();
  const headers = { 'content-type': 'application/json', authorization: 'bearer dead' };
  const body = { sender_id: world.processing, amount: 1 };
  await raw(world.app, 'POST', `/api/v1/counterparty/${world.guid}/payments`, headers).send(body);
  const [head] = (await world.control.listEntries({ query: { status: '4xx' } })).entries;
  expect(head?.why).toEqual({ id: 'session-unknown' });
  const { curl, entry } = await world.control.getEntry({ params: { seq: head?.seq ?? 0 } });
  expect(entry.request.body).toEqual(body);
  expect(curl).toContain(`-d '${JSON.stringify(body)}'`);
  const search = async (text: string) =>
    (await world.control.listEntries({ query: { text } })).entries.length;
  expect([
    await search('session-unknown'),
    await search('такої сесії немає'),
    await search('nothing'),
  ]).toEqual([...[1, 1, 0]]);
});

test('a body that is too large is told by its length', async () => {
  const world = await createWorld();
  const text = JSON.stringify({ purpose: 'x'.repeat(200_000) });
  const headers = { 'content-type': 'application/json', authorization: `bearer ${world.session}` };
  await raw(world.app, 'POST', `/api/v1/counterparty/${world.guid}/payments`, headers).send(text);
  const [head] = (await world.control.listEntries({ query: { status: '413' } })).entries;
  const { curl } = await world.control.getEntry({ params: { seq: head?.seq ?? 0 } });
  expect(curl).toContain(`# the ${text.length} bytes that were sent are not kept`);
});

test('the curl line of a body that was not kept says so, and holds nothing else', async () => {
  const world = await createWorld();
  const payload = `{"amount": ${'9'.repeat(300)}`;
  const headers = { 'content-type': 'application/json', authorization: 'bearer x' };
  await raw(world.app, 'POST', `/api/v1/counterparty/${world.guid}/payment`, headers).send(payload);
  const [head] = (await world.control.listEntries({ query: { status: '4xx' } })).entries;
  const { curl, entry } = await world.control.getEntry({ params: { seq: head?.seq ?? 0 } });
  expect(entry.request.body).toBe(`[not read: ${payload.length} bytes]`);
  expect(curl).not.toContain('[not read');
  expect(curl).toContain(`--data-binary @body.txt # the ${payload.length} bytes`);
});
