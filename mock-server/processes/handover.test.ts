import pg from 'pg';
import { expect, it } from 'vitest';
import { beside } from '../../beside.testing.js';
import { createClient } from '../../contract/client.js';
import { controlOperations } from '../../contract/control/index.js';
import { operations } from '../../contract/operations/index.js';
import { describeWithPostgres } from '../../postgres.testing.js';
import { type Process, type Sharing, sharing } from './processes.testing.js';

const banks = async ({ listRegistered }: Sharing['control']) =>
  (await listRegistered({})).counterparties
    .map(({ alias }) => alias)
    .filter((alias) => alias !== 'dcm')
    .sort();

/** Makes the last sign of life of a process so many seconds old. */
async function withoutSigns(database: string, { url }: Process, seconds: number): Promise<void> {
  const client = new pg.Client(database);
  await client.connect();
  const { rowCount } = await client.query(
    "UPDATE dcm_processes SET seen_at = now() - $1 * interval '1 s' WHERE url = $2",
    [seconds, url],
  );
  await client.end();
  expect(rowCount).toBe(1);
}

describeWithPostgres('what lives in the memory of a process', (server) => {
  it.each(['', '/s/team'])(
    'is there when another one serves the world%s',
    async (below) => {
      const { start } = await sharing(await server.database());
      const first = await start();
      const controlAt = ({ url }: Process) =>
        createClient(controlOperations, { baseUrl: `${url}${below}`, fetch });
      const dcmAt = ({ url }: Process) => createClient(operations, { baseUrl: `${url}${below}`, fetch });
      if (below !== '')
        await createClient(controlOperations, { baseUrl: first.url, fetch }).createSandbox({
          body: { name: 'team' },
        });
      const control = controlAt(first);
      await control.addSimulatedBank({ body: { alias: 'bank2', customers: 1, amount: 5 } });
      await control.addFault({ body: { kind: 'answer', operation: 'getDcmJwks', status: 418, times: 2 } });
      await control.addFault({ body: { kind: 'answer', operation: 'createLoginFlow', status: 418 } });
      await control.clearFaults({});
      await control.addFault({ body: { kind: 'answer', operation: 'getDcmJwks', status: 418, times: 2 } });
      const jwksAt = async ({ url }: Process) =>
        (await fetch(`${url}${below}/api/v1/.well-known/jwks.json`)).status;
      expect(await jwksAt(first)).toBe(418);
      const flow = await dcmAt(first).createLoginFlow({});
      await control.takeSnapshot({ body: { name: 'one' } });
      await control.takeSnapshot({ body: { name: 'two' } });
      await control.takeSnapshot({ body: { name: 'one' } });
      await control.addSimulatedBank({ body: { alias: 'bank3', customers: 1, amount: 7 } });
      const { acts } = await control.listAudit({ query: { limit: 50 } });
      const { faults } = await control.listFaults({});

      await first.kill();
      const second = await start();
      const later = controlAt(second);
      expect((await later.listAudit({ query: { limit: 50 } })).acts).toEqual(acts);
      expect((await later.listFaults({})).faults).toEqual(faults);
      expect(await jwksAt(second)).toBe(418);
      expect(await jwksAt(second)).toBe(200);
      // Its form is known: what is wrong is the password.
      const login = dcmAt(second).submitLogin({
        query: { flow: flow.id },
        body: { method: 'password', identifier: 'x@bank.test', password: 'wrong' },
      });
      await expect(login).rejects.toThrow('HTTP 400');
      const { snapshots } = await later.listSnapshots({});
      expect(snapshots.map(({ name }) => name)).toEqual(['two', 'one']);
      expect(await banks(later)).toEqual(['bank2', 'bank3']);
      await later.restoreSnapshot({ body: { name: 'one' } });
      expect(await banks(later)).toEqual(['bank2']);
      expect(await later.getInvariant({})).toMatchObject({ holds: true });
    },
    60_000,
  );

  it('is taken over from one that hangs, and what waits for that one ends', async () => {
    const database = await server.database();
    const { start, at } = await sharing(database);
    const [first, second] = [await start(), await start()];
    await at(first).addSimulatedBank({ body: { alias: 'bank2', customers: 1, amount: 5 } });
    // The second one knows whom to ask from here on.
    expect(await banks(at(second))).toEqual(['bank2']);
    first.child.kill('SIGSTOP');
    const waiting = beside(at(second).takeSnapshot({ body: { name: 'one' } }));
    // By then it has read the request above, too.
    for (let count = 0; count < 3; count++)
      expect((await fetch(`${second.url}/health/live`)).status).toBe(200);
    // As if ten seconds had passed without a sign.
    await withoutSigns(database, first, 10);
    await expect(waiting).rejects.toThrow('HTTP 503');
    expect(await banks(at(second))).toEqual(['bank2']);
    await at(second).addSimulatedBank({ body: { alias: 'bank3', customers: 1, amount: 5 } });
    first.child.kill('SIGCONT');
    await expect.poll(() => banks(at(first)), { timeout: 10_000 }).toEqual(['bank2', 'bank3']);
    await at(first).addSimulatedBank({ body: { alias: 'bank4', customers: 1, amount: 5 } });
    expect(await banks(at(second))).toEqual(['bank2', 'bank3', 'bank4']);
  }, 60_000);
});
