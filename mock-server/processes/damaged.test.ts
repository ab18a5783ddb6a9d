import { expect, it, onTestFinished } from 'vitest';
import { createClient } from '../../contract/client.js';
import { controlOperations } from '../../contract/control/index.js';
import type { SaidError } from '../../contract/texts/said.js';
import { describeWithPostgres } from '../../postgres.testing.js';
import { refusalOf } from '../client.testing.js';
import { allCollections } from '../domain/collections.js';
import { openWorldsInDatabase } from '../store/postgres/worlds.js';
import { startProcess } from './start.js';

describeWithPostgres('a sandbox whose description in the database is damaged', (server) => {
  it('says so to whoever asks for it, before and after a restart, and can be deleted', async () => {
    const state = await server.database();
    const told: unknown[] = [];
    const start = async () => {
      const process = await startProcess({
        state,
        port: 0,
        report: (error) => told.push(error),
        sandboxes: { most: 5, journalBytes: 1e6, rows: 10_000, requestsPerS: 1000 },
      });
      let closed: Promise<void> | undefined;
      const close = () => {
        closed ??= process.close();
        return closed;
      };
      onTestFinished(close);
      const root = createClient(controlOperations, { baseUrl: process.url, fetch });
      const ask = async (name: string) => {
        const response = await fetch(`${process.url}/s/${name}/api/v1/.well-known/jwks.json`);
        return [response.status, response.headers.get('dcm-hint')?.slice(0, 15)];
      };
      return { close, root, ask };
    };
    const first = await start();
    for (const name of ['one', 'two', 'good']) await first.root.createSandbox({ body: { name } });
    const worlds = await openWorldsInDatabase(allCollections, { url: state, report: () => {} });
    onTestFinished(worlds.close);
    await worlds.database.rows(
      `UPDATE dcm_worlds SET about = about::jsonb || '{"name":"two"}' WHERE name = 'one'`,
    );
    await worlds.database.rows(`UPDATE dcm_worlds SET about = about::jsonb - 'keys' WHERE name = 'two'`);
    const damaged = [500, 'sandbox-damaged'];
    expect(await first.ask('one')).toEqual(damaged);
    expect(await first.ask('two')).toEqual(damaged);
    expect(told).toEqual([]);
    await first.root.deleteSandbox({ params: { name: 'two' } });
    expect((await first.ask('two'))[0]).toBe(404);
    await first.close();

    const second = await start();
    expect(await second.ask('one')).toEqual(damaged);
    expect(await second.ask('good')).toEqual([200, undefined]);
    expect(await second.root.listSandboxes({})).toMatchObject({
      sandboxes: [{ name: 'good' }],
      damaged: ['one'],
    });
    expect(told.splice(0).map((error) => (error as SaidError).said.en)).toEqual([
      expect.stringContaining('sandbox one cannot be opened and is left alone'),
    ]);
    const body = { name: 'one' };
    expect((await refusalOf(second.root.createSandbox({ body })))[2]).toContain('delete it first');
    await second.root.deleteSandbox({ params: body });
    await second.root.createSandbox({ body });
    expect(await second.ask('one')).toEqual([200, undefined]);
    expect(told).toEqual([]);
  }, 30_000);
});
