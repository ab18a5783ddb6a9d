import { expect, it } from 'vitest';
import { createClient } from '../../contract/client.js';
import { controlOperations } from '../../contract/control/index.js';
import { describeWithPostgres } from '../../postgres.testing.js';
import { sharing, simulatedBank, wiredBank } from './processes.testing.js';

const aliases = (counterparties: readonly { readonly alias: string }[]) =>
  counterparties.map(({ alias }) => alias).sort();

describeWithPostgres('processes that share a database', (server) => {
  it('serve one state, wherever a request arrives', async () => {
    const { start, at } = await sharing(await server.database());
    const [first, second] = [at(await start()), at(await start())];
    const { asset_issuer } = await first.registerCounterparty({
      body: {
        name: 'Bank 1',
        alias: 'bank1',
        user_auth_url: 'http://bank1.test/user_auth',
        user_key_url: 'http://bank1.test/key',
        user_id_url: 'http://bank1.test/external_id',
      },
    });
    const { counterparties } = await second.listRegistered({});
    expect(counterparties.map((one) => one.asset_issuer)).toEqual([asset_issuer]);
    await second.updateProfile({ body: { callbacks: 'never' } });
    expect((await first.getProfile({})).profile.callbacks).toBe('never');
    await first.moveClock({ body: { forward_s: 3600 } });
    expect((await second.getClock({})).offset_s).toBe(3600);
  });

  it('say each for itself whether it is ready', async () => {
    const { start } = await sharing(await server.database(), ['--drain-s', '3600']);
    const [first, second] = [await start(), await start()];
    const statusOf = async ({ url }: typeof first, path = '/health/ready') =>
      (await fetch(url + path)).status;
    for (const one of [first, second]) expect(await statusOf(one)).toBe(200);
    first.child.kill('SIGTERM');
    await expect.poll(() => statusOf(first)).toBe(503);
    // It serves all the same, also what the other one passes on to it.
    expect(await statusOf(second)).toBe(200);
    for (const one of [first, second])
      for (const path of ['/health/live', '/api/v1/.well-known/jwks.json'])
        expect(await statusOf(one, path)).toBe(200);
  });

  it('make no overdraft of 200 transfers at once, and tell of each once', async () => {
    const { start, control } = await sharing(await server.database());
    await Promise.all([start(), start(), start()]);
    const { told, entity } = await wiredBank(control);
    const { send } = await simulatedBank(control, 150);
    const sent = await Promise.allSettled(Array.from({ length: 200 }, () => send(entity, 1)));
    const confirmed = sent.flatMap((one) => (one.status === 'fulfilled' ? [one.value.guid] : []));
    expect(confirmed).toHaveLength(150);
    const refused = sent.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
    expect(refused.filter((text) => !text.includes('insufficient balance'))).toEqual([]);
    expect(await control.getInvariant({})).toMatchObject({ holds: true });
    await expect.poll(() => told.size, { timeout: 20_000 }).toBe(150);
    expect(new Set(told.keys())).toEqual(new Set(confirmed));
    expect(new Set(told.values())).toEqual(new Set([1]));
  }, 60_000);

  it('serve sandboxes, which one of them makes, copies and removes for all', async () => {
    const { start, at, control, processes } = await sharing(await server.database());
    const [first, second] = [await start(), await start()];
    const made = await at(first).createSandbox({ body: { name: 'team-a', seed: 'a' } });
    const within = (url: string, path: string, token: string) =>
      fetch(`${url}${path}`, { headers: { authorization: `bearer ${token}` } });
    const team = createClient(controlOperations, {
      baseUrl: `${second.url}/s/team-a`,
      fetch,
      headers: () => ({ authorization: `bearer ${made.control_token}` }),
    });
    await team.addSimulatedBank({ body: { alias: 'bank2', customers: 1, amount: 5 } });
    await team.moveClock({ body: { forward_s: 60 } });
    // Whatever process is asked, and the root has none of it.
    for (const { url } of [first, second]) {
      const response = await within(url, '/s/team-a/control/v1/counterparties', made.control_token);
      const { counterparties } = (await response.json()) as { counterparties: { alias: string }[] };
      expect(aliases(counterparties)).toEqual(['bank2', 'dcm']);
    }
    expect((await control.listRegistered({})).counterparties).toHaveLength(0);
    const [one] = (await control.listSandboxes({})).sandboxes;
    expect(one).toMatchObject({ name: 'team-a', used: { rows: expect.any(Number) } });
    expect(one?.used.rows).toBeGreaterThan(50);
    const served = async () => (await control.getSandbox({ params: { name: 'team-a' } })).requests;
    await expect.poll(served, { timeout: 5000 }).toBe(4);

    await control.forkSandbox({ params: { name: 'team-a' }, body: { name: 'team-b' } });
    await control.deleteSandbox({ params: { name: 'team-a' } });
    for (const { url } of processes) {
      expect((await fetch(`${url}/s/team-a/health`)).status).toBe(404);
      expect((await fetch(`${url}/s/never/health`)).status).toBe(404);
    }
    const copy = createClient(controlOperations, { baseUrl: `${second.url}/s/team-b`, fetch });
    expect(aliases((await copy.listRegistered({})).counterparties)).toEqual(['bank2', 'dcm']);
    expect((await copy.getClock({})).offset_s).toBe(60);

    // They outlive the process that has served them.
    await second.kill();
    await first.kill();
    const third = await start();
    const later = createClient(controlOperations, { baseUrl: `${third.url}/s/team-b`, fetch });
    expect((await later.getInvariant({})).holds).toBe(true);
    expect((await at(third).listSandboxes({})).sandboxes.map(({ name }) => name)).toEqual(['team-b']);
  }, 60_000);
});
