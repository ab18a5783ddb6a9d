import { describe, expect, it } from 'vitest';
import { raw, refusalOf } from '../client.testing.js';
import { createTestMock } from '../mock.testing.js';
import { bank, controlOf, create, open } from './sandboxes.testing.js';

describe('limits', () => {
  it('refuses one more than there may be, a name that is taken, and a name that is none', async () => {
    const mock = await open({ sandboxes: { limits: { most: 2 } } });
    await create(mock, 'one');
    expect(await refusalOf(create(mock, 'one'))).toEqual([
      400,
      'invalid',
      'name: sandbox one already exists',
    ]);
    for (const name of ['', 'new', 'One', 'a b', '-a', 'a'.repeat(41), '../x'])
      expect(await refusalOf(create(mock, name))).toMatchObject([
        400,
        'invalid',
        expect.stringContaining('name'),
      ]);
    // As many at once as there is room for.
    const both = await Promise.allSettled([create(mock, 'two'), create(mock, 'three')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusalOf(create(mock, 'four'))).toEqual([
      400,
      'invalid',
      'no more sandboxes: this mock may have 2 (--sandboxes); delete one first',
    ]);
  });

  it('refuses rows beyond those of a sandbox, and changes nothing', async () => {
    // Those that every state has, and some more.
    const rows = Object.values((await createTestMock()).rows()).flat().length + 10;
    const mock = await open({ sandboxes: { limits: { rows } } });
    await create(mock, 'one');
    const inOne = controlOf(mock, 'one');
    const made = [];
    for (let number = 1; number < 30; number += 1) {
      const refused = await inOne.registerCounterparty({ body: bank(`bank${number}`) }).then(
        () => undefined,
        (error: unknown) => error,
      );
      if (refused !== undefined) {
        expect(await refusalOf(Promise.reject(refused))).toEqual([
          507,
          'state',
          `this sandbox has its ${rows} rows: reset it, or copy it with a higher limit`,
        ]);
        break;
      }
      made.push(number);
    }
    expect(made.length).toBeGreaterThan(0);
    expect(made.length).toBeLessThan(29);
    expect((await inOne.listRegistered({})).counterparties).toHaveLength(made.length);
    const limits = { rows: rows + 1000 };
    const copy = await mock.control.forkSandbox({ params: { name: 'one' }, body: { name: 'copy', limits } });
    await controlOf(mock, 'copy', copy.control_token).registerCounterparty({ body: bank('one-more') });
    await inOne.reset({ body: {} });
    await inOne.registerCounterparty({ body: bank('bank1') });
  });

  it('refuses requests to DCM beyond those of a second, and never its own control API and pages', async () => {
    const mock = await open({ sandboxes: { limits: { requestsPerS: 3 } } });
    await create(mock, 'one');
    const ask = async (path = '/api/v1/.well-known/jwks.json') =>
      (await raw(mock.app, 'GET', `/s/one${path}`)).status;
    const seen = [
      await ask(),
      await ask('//api/v1/x'),
      await ask('/horizon'),
      await ask(),
      await ask('/kratos'),
    ];
    expect(seen).toEqual([200, 404, 200, 429, 429]);
    const refused = await raw(mock.app, 'GET', '/s/one/api/v1/x');
    expect(refused.headers).toMatchObject({
      'retry-after': '1',
      'dcm-hint': expect.stringMatching(
        /^sandbox-rate: sandbox one serves 3 requests in a second; slow down/,
      ),
    });
    for (const path of ['', '/', '/health', '/console', '/docs', '/control/v1/clock'])
      expect({ path, status: await ask(path) }).toEqual({ path, status: path === '/docs' ? 303 : 200 });
    expect((await mock.control.getSandbox({ params: { name: 'one' } })).used.refused).toBe(3);
    mock.time.pass(1000);
    expect(await ask()).toBe(200);
    expect((await raw(mock.app, 'GET', '/api/v1/.well-known/jwks.json')).status).toBe(200);
  });

  it('can be those of one sandbox, and are seen with what is used', async () => {
    const mock = await open();
    const limits = { rows: 1000, requests_per_s: 1, journal_mb: 2 };
    const one = await create(mock, 'one', { limits });
    expect(one).toMatchObject({ limits, used: { journal_mb: 0, refused: 0 } });
    const { limits: usual } = await create(mock, 'usual', { limits: { journal_mb: 3 } });
    expect(usual).toEqual({ rows: 10_000, requests_per_s: 1000, journal_mb: 3 });
    const copy = await mock.control.forkSandbox({
      params: { name: 'one' },
      body: { name: 'copy', limits: { requests_per_s: 2 } },
    });
    expect(copy.limits).toEqual({ ...limits, requests_per_s: 2 });
    const ask = async (name: string) =>
      (await raw(mock.app, 'GET', `/s/${name}/api/v1/.well-known/jwks.json`)).status;
    expect([
      await ask('one'),
      await ask('one'),
      await ask('copy'),
      await ask('copy'),
      await ask('usual'),
    ]).toEqual([200, 429, 200, 200, 200]);
    await controlOf(mock, 'one').registerCounterparty({ body: bank('bank1') });
    const after = await mock.control.getSandbox({ params: { name: 'one' } });
    expect(after.used.rows).toBeGreaterThan(one.used.rows);
    expect(after.used.refused).toBe(1);
    for (const [name, wrong] of Object.entries({ rows: 999, requests_per_s: 0, journal_mb: 4097 }))
      expect(await refusalOf(create(mock, 'two', { limits: { [name]: wrong } }))).toMatchObject([
        400,
        'invalid',
        expect.stringContaining(`limits.${name}: expected at`),
      ]);
  });

  it('says where sandboxes are made, in a sandbox and in a mock without any', async () => {
    const mock = await open({ publicUrl: 'https://dcm.test/mock' });
    await create(mock, 'one');
    const inside = { body: { name: 'inner' } };
    expect(await refusalOf(controlOf(mock, 'one').createSandbox(inside))).toEqual([
      400,
      'invalid',
      'a sandbox has none of its own: they are made and deleted at https://dcm.test/mock/control/v1/sandboxes',
    ]);
    const without = await createTestMock();
    const none = 'this mock has no sandboxes: dcm mock has them';
    expect(await refusalOf(without.control.createSandbox(inside))).toEqual([400, 'invalid', none]);
    expect(await without.control.listSandboxes({})).toEqual({ sandboxes: [], damaged: [], most: 0 });
    expect((await raw(without.app, 'GET', '/s/one/health')).status).toBe(404);
    const off = await open({ sandboxes: { limits: { most: 0 } } });
    expect(await refusalOf(create(off, 'one'))).toEqual([
      400,
      'invalid',
      'this mock was started without sandboxes: --sandboxes 0',
    ]);
  });
});
