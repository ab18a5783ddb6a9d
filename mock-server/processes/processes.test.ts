import { expect, it } from 'vitest';
import { describeWithPostgres } from '../../postgres.testing.js';
import { sharing, simulatedBank, wiredBank } from './processes.testing.js';

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
});
