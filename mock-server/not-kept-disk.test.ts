import { expect, test } from 'vitest';
import { operations } from '../contract/operations/index.js';
import { raw } from './client.testing.js';
import { type DiskError, diskErrors } from './store/bad-disk.testing.js';
import { of } from './world.testing.js';
import { worldOnDisk } from './world-on-disk.testing.js';

/** A disk that fails: what cannot be kept within the promised second is no secret, and no more is taken. */

test.each(Object.keys(diskErrors) as DiskError[])(
  '%s makes the mock unhealthy and refuses what is written',
  async (error) => {
    const { mock, disk, pass } = await worldOnDisk();
    const create = (name: string) =>
      raw(mock.app, 'POST', operations.createBranch.path.replace('{counterparty_guid}', mock.guid), {
        authorization: `bearer ${mock.session}`,
      }).send({ name });
    const health = async () => {
      const { status, body } = await raw(mock.app, 'GET', '/health');
      return [status, body.checks];
    };
    const well = await health();
    expect(well[0]).toBe(200);

    disk.fail(error);
    expect((await create('taken')).status).toBe(200);
    await pass(500);
    expect(await health()).toEqual(well);
    await pass(600);

    const [status, checks] = await health();
    expect([status, JSON.stringify(checks)]).toEqual([
      503,
      expect.stringContaining('the state cannot be saved'),
    ]);
    expect(await mock.control.getKeeping({})).toEqual({
      kept: false,
      problem: expect.stringContaining(error),
    });
    const refused = await create('too late');
    expect([refused.status, refused.headers['dcm-reason']]).toEqual([503, 'state']);
    expect(refused.text).toContain('cannot be saved');
    expect((await mock.api.listBranches({ params: of(mock), query: {} })).list).toHaveLength(1);

    disk.mend();
    await pass(2000);
    expect(await mock.control.getKeeping({})).toEqual({ kept: true, problem: '' });
    expect(await health()).toEqual(well);
    expect((await create('afterwards')).status).toBe(200);
  },
);
