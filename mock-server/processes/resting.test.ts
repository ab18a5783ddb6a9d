import { expect, it, onTestFinished } from 'vitest';
import { createClient } from '../../contract/client.js';
import { controlOperations } from '../../contract/control/index.js';
import { describeWithPostgres } from '../../postgres.testing.js';
import { allCollections } from '../domain/collections.js';
import { openWorldsInDatabase } from '../store/postgres/worlds.js';
import { startProcess } from './start.js';

describeWithPostgres('a sandbox in a database', (server) => {
  it('is closed while nobody uses it, and goes on with the next request as if it had not been', async () => {
    const state = await server.database();
    const process = await startProcess({
      state,
      port: 0,
      restAfterMs: 100,
      sandboxes: { most: 5, journalBytes: 1e6, rows: 10_000, requestsPerS: 1000 },
    });
    onTestFinished(process.close);
    const worlds = await openWorldsInDatabase(allCollections, { url: state, report: () => {} });
    onTestFinished(worlds.close);
    const isOpen = async () => (await worlds.ownerOf('team')) !== undefined;
    const root = createClient(controlOperations, { baseUrl: process.url, fetch });
    await root.createSandbox({ body: { name: 'team' } });
    const control = createClient(controlOperations, { baseUrl: `${process.url}/s/team`, fetch });

    const kidBefore = (await root.getSandbox({ params: { name: 'team' } })).kid;
    await control.rotateKey({ body: {} });
    await control.addFault({ body: { kind: 'no-keys' } });
    await control.moveClock({ body: { forward_s: 60 } });
    const journal = await fetch(`${process.url}/s/team/api/v1/nothing`);
    expect(journal.status).toBe(404);
    const { kid } = await root.getSandbox({ params: { name: 'team' } });
    expect(kid).not.toBe(kidBefore);
    await expect.poll(isOpen).toBe(false);

    expect((await control.listFaults({})).faults).toMatchObject([{ kind: 'no-keys' }]);
    expect(await isOpen()).toBe(true);
    expect((await control.getClock({})).offset_s).toBe(60);
    expect((await control.listWholeEntries({ query: {} })).entries).toMatchObject([
      { url: '/api/v1/nothing' },
    ]);
    const keys = async () => {
      const response = await fetch(`${process.url}/s/team/api/v1/.well-known/jwks.json`);
      return ((await response.json()) as { keys: { kid: string }[] }).keys.map((key) => key.kid);
    };
    expect(await keys()).toEqual([]);
    expect(await keys()).toContain(kid);
  }, 30_000);
});
