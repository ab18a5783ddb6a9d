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
      'there are already 2 sandboxes; delete one first',
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
          `this sandbox has its ${rows} rows: delete some, or reset it`,
        ]);
        break;
      }
      made.push(number);
    }
    expect(made.length).toBeGreaterThan(0);
    expect(made.length).toBeLessThan(29);
    expect((await inOne.listRegistered({})).counterparties).toHaveLength(made.length);
    await inOne.reset({ body: {} });
    await inOne.registerCounterparty({ body: bank('bank1') });
  });

  it('refuses requests beyond those of a second', async () => {
    const mock = await open({ sandboxes: { limits: { requestsPerS: 3 } } });
    await create(mock, 'one');
    const ask = async () => (await raw(mock.app, 'GET', '/s/one/health')).status;
    const seen = [await ask(), await ask(), await ask(), await ask()];
    expect(seen).toEqual([200, 200, 200, 429]);
    const refused = await raw(mock.app, 'GET', '/s/one/health');
    expect(refused.headers['retry-after']).toBe('1');
    mock.time.pass(1000);
    expect(await ask()).toBe(200);
    expect((await raw(mock.app, 'GET', '/health')).status).toBe(200);
  });

  it('has none of its own, and a mock may have none', async () => {
    const mock = await open();
    await create(mock, 'one');
    const inside = { body: { name: 'inner' } };
    const none = 'this mock has no sandboxes of its own; a sandbox is made by the mock that serves it';
    expect(await refusalOf(controlOf(mock, 'one').createSandbox(inside))).toEqual([400, 'invalid', none]);
    const without = await createTestMock();
    expect(await refusalOf(without.control.createSandbox(inside))).toEqual([400, 'invalid', none]);
    expect(await without.control.listSandboxes({})).toEqual({ sandboxes: [], most: 0 });
    expect((await raw(without.app, 'GET', '/s/one/health')).status).toBe(404);
  });
});
