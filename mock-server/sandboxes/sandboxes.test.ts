import { describe, expect, it } from 'vitest';
import { operations } from '../../contract/operations/index.js';
import { createChance } from '../chance.js';
import { raw, refusalOf, testClient } from '../client.testing.js';
import { newKeysFile } from '../keys-file.js';
import { createStellar } from '../stellar/index.js';
import { bank, below, controlOf, create, open } from './sandboxes.testing.js';

/** Worlds of their own below `/s/{name}`. */

describe('a sandbox', () => {
  it('has everything of its own, and nothing of the mock or of another', async () => {
    const mock = await open();
    const one = await create(mock, 'one', { profile: { declined_status: 403 } });
    const two = await create(mock, 'two');
    expect(one).toMatchObject({
      url: expect.stringMatching(/^http:.*\/s\/one$/),
      expires_at: '',
      forked_from: '',
    });
    expect(new Set([one.counterparty_guid, two.counterparty_guid, mock.keys.counterpartyGuid]).size).toBe(3);
    expect(one.issuer).not.toBe(two.issuer);
    const [inOne, inTwo] = [controlOf(mock, 'one'), controlOf(mock, 'two')];

    await inOne.registerCounterparty({ body: bank('bank1') });
    await inOne.moveClock({ body: { forward_s: 3600 } });
    await inOne.addFault({ body: { kind: 'lose-callback' } });
    for (const other of [inTwo, mock.control]) {
      expect((await other.listRegistered({})).counterparties).toEqual([]);
      expect((await other.getClock({})).offset_s).toBe(0);
      expect((await other.listFaults({})).faults).toEqual([]);
      expect((await other.getProfile({})).profile.declined_status).not.toBe(403);
    }
    expect((await inOne.getProfile({})).profile.declined_status).toBe(403);

    await inTwo.registerCounterparty({ body: bank('bank2') });
    await inTwo.reset({ body: {} });
    expect((await inOne.listRegistered({})).counterparties).toMatchObject([{ alias: 'bank1' }]);
    expect((await inOne.getClock({})).offset_s).toBe(3600);

    const urlsOf = async (control: typeof inOne) =>
      (await control.listEntries({ query: { limit: 100 } })).entries.map(({ url }) => url);
    expect(await urlsOf(inTwo)).not.toContain('/control/v1/faults');
    expect(JSON.stringify(await urlsOf(mock.control))).not.toContain('/s/');
  });

  it('is reached under its own URL, which all its answers give', async () => {
    const mock = await open({ publicUrl: 'https://dcm.test/mock' });
    await create(mock, 'one');
    const app = below(mock, 'one');
    const document = await raw(app, 'GET', '/openapi.json');
    expect(document.body.servers[0].url).toBe('https://dcm.test/mock/s/one');
    const health = await raw(mock.app, 'GET', '/s/one/health');
    expect(health.status).toBe(200);
    const { keys } = await testClient(app, operations).getDcmJwks({});
    const of = await mock.control.getSandbox({ params: { name: 'one' } });
    expect(keys).toMatchObject([{ kid: of.kid }]);
    expect(of).toMatchObject({ url: 'https://dcm.test/mock/s/one', requests: 3 });
    expect((await raw(mock.app, 'GET', '/s/one')).status).toBe(200);
  });

  it('is opened by its own token and by that of the mock; its token opens nothing else', async () => {
    const mock = await open({ controlToken: 'token-of-the-operator' });
    const one = await create(mock, 'one');
    const two = await create(mock, 'two');
    const ask = async (path: string, token: string) =>
      (await raw(mock.app, 'GET', path, token === '' ? {} : { authorization: `bearer ${token}` })).status;
    const paths = ['/control/v1/clock', '/s/one/control/v1/clock', '/s/two/control/v1/clock'];
    const seen = async (token: string) => Promise.all(paths.map((path) => ask(path, token)));
    expect(await seen('token-of-the-operator')).toEqual([200, 200, 200]);
    expect(await seen(one.control_token)).toEqual([403, 200, 403]);
    expect(await seen(two.control_token)).toEqual([403, 403, 200]);
    expect(await seen('')).toEqual([403, 403, 403]);
    // It is shown once.
    expect(JSON.stringify(await mock.control.listSandboxes({}))).not.toContain(one.control_token);
  });

  it('takes the keys that are handed over', async () => {
    const mock = await open();
    const { bytes } = createChance('keys of a bank');
    const keys = await newKeysFile(
      (length) => bytes('key', length),
      createStellar({ networkPassphrase: () => '' }).keyPair,
    );
    const made = await create(mock, 'one', { keys });
    const { kid } = keys.signing;
    expect(made).toMatchObject({
      counterparty_guid: keys.counterparty_guid,
      issuer: keys.issuer.address,
      kid,
    });
    const { keys: published } = await testClient(below(mock, 'one'), operations).getDcmJwks({});
    expect(published).toMatchObject([{ kid, n: keys.signing.n }]);
    expect(await refusalOf(create(mock, 'two', { keys: { format: 'other' } }))).toMatchObject([
      400,
      'invalid',
      expect.stringContaining('keys.format'),
    ]);
    const damaged = { ...keys, signing: { ...keys.signing, n: 'AQAB' } };
    expect(await refusalOf(create(mock, 'two', { keys: damaged }))).toEqual([
      400,
      'invalid',
      'keys: the signing key is damaged',
    ]);
    const other = keys.root;
    for (const [wrong, problem] of [
      [{ issuer: { ...keys.issuer, seed: other.seed } }, 'issuer.address does not belong to issuer.seed'],
      [
        { signer: { ...keys.signer, seed: `S${'A'.repeat(55)}` } },
        'signer.address does not belong to signer.seed',
      ],
      [{ signer: other }, 'root and signer are the same key'],
      [{ signing: { ...keys.signing, kid: '' } }, 'signing.kid is empty'],
      [
        { signing: { ...keys.signing, alg: 'PS256' } },
        'the signing key is for something else: DCM signs with alg RS256 and use sig',
      ],
    ] as const)
      expect(await refusalOf(create(mock, 'two', { keys: { ...keys, ...wrong } }))).toEqual([
        400,
        'invalid',
        `keys: ${problem}`,
      ]);
    expect((await mock.control.listSandboxes({})).sandboxes).toHaveLength(1);
  });

  it('is copied with its rows, clock, options and keys, and goes on by itself', async () => {
    const mock = await open();
    const one = await create(mock, 'one');
    const inOne = controlOf(mock, 'one');
    const { guid } = await inOne.registerCounterparty({ body: bank('bank1') });
    await inOne.createEntities({ params: { guid }, body: {} });
    await inOne.moveClock({ body: { forward_s: 60 } });
    await inOne.updateProfile({ body: { declined_status: 403 } });
    const copy = await mock.control.forkSandbox({ params: { name: 'one' }, body: { name: 'copy' } });
    expect(copy).toMatchObject({ forked_from: 'one', kid: one.kid, issuer: one.issuer });
    expect(copy.control_token).not.toBe(one.control_token);
    const inCopy = controlOf(mock, 'copy');
    expect((await inCopy.listRegistered({})).counterparties).toMatchObject([{ guid }]);
    expect((await inCopy.getClock({})).offset_s).toBe(60);
    expect((await inCopy.getProfile({})).profile.declined_status).toBe(403);
    const [more, others] = await Promise.all(
      [inCopy, inOne].map((control) => control.registerCounterparty({ body: bank('bank2') })),
    );
    // Ids go on differently.
    expect(more?.guid).not.toBe(others?.guid);
    await inCopy.reset({ body: {} });
    expect((await inOne.listRegistered({})).counterparties).toHaveLength(2);
  });

  it('says so to whoever waits for its journal or follows it, when it is deleted', async () => {
    const mock = await open();
    await create(mock, 'one');
    const waiting = refusalOf(
      controlOf(mock, 'one').awaitJournal({ body: { match: { operation: 'never' }, timeout_ms: 60_000 } }),
    );
    const followed = raw(mock.app, 'GET', '/s/one/control/v1/journal/live').then(({ text }) => text);
    // Until both are served.
    while ((await mock.control.getSandbox({ params: { name: 'one' } })).requests < 2);
    await controlOf(mock, 'one').getClock({});
    await mock.control.deleteSandbox({ params: { name: 'one' } });
    const why = 'sandbox one is gone: it was deleted, or its time is over';
    expect(await waiting).toEqual([404, 'sandbox', why]);
    expect(await followed).toContain(`event: end\ndata: ${JSON.stringify({ why, gone: true })}\n\n`);
  });

  it('is named by its path: one without a name, or with an unknown one, is explained', async () => {
    const mock = await open();
    for (const path of ['/s', '/s/', '/s?x=1', '/s//health', '/s/?x']) {
      const { status, body, headers } = await raw(mock.app, 'GET', path);
      expect({ path, status, error: body.error }).toEqual({
        path,
        status: 404,
        error:
          'the name of a sandbox is missing: /s/NAME; GET /control/v1/sandboxes lists those that there are',
      });
      expect(headers['dcm-hint']).toMatch(/^sandbox-nameless: /);
    }
    const unknown = await raw(mock.app, 'GET', `/s/${'x'.repeat(200)}/health`);
    expect(unknown.headers['dcm-hint']).toMatch(/^sandbox-gone: there is no sandbox x{60}/);
    expect((await raw(mock.app, 'GET', '/site')).headers['dcm-hint']).toMatch(/^unknown-path: /);
  });

  it('is removed when it is deleted, and when its time is over', async () => {
    const mock = await open();
    await create(mock, 'one');
    await create(mock, 'two', { ttl_s: 60 });
    await create(mock, 'three', { ttl_s: 400 * 60 });
    await mock.control.deleteSandbox({ params: { name: 'one' } });
    const names = async () => (await mock.control.listSandboxes({})).sandboxes.map(({ name }) => name);
    expect(await names()).toEqual(['two', 'three']);
    const gone = await raw(mock.app, 'GET', '/s/one/health');
    expect([gone.status, gone.body.error]).toEqual([
      404,
      'there is no sandbox one: it was deleted, has expired, or was never made; POST /control/v1/sandboxes makes one',
    ]);
    mock.time.pass(59_000);
    expect(await names()).toEqual(['two', 'three']);
    mock.time.pass(1000);
    expect(await names()).toEqual(['three']);
    expect((await raw(mock.app, 'GET', '/s/two/health')).status).toBe(404);
    for (let hour = 0; hour < 7; hour += 1) mock.time.pass(3_600_000);
    expect(await names()).toEqual([]);
    expect(await refusalOf(mock.control.getSandbox({ params: { name: 'two' } }))).toEqual([
      400,
      'state',
      'sandbox two not found',
    ]);
    // The name is free again.
    expect((await create(mock, 'one')).name).toBe('one');
  });
});
