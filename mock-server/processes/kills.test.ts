import { expect, it } from 'vitest';
import { beside } from '../../beside.testing.js';
import { describeWithPostgres } from '../../postgres.testing.js';
import { type Sharing, sharing, simulatedBank, wiredBank } from './processes.testing.js';

/** Transfers that are made until it is stopped, several at a time; what was acknowledged, and what was said instead. */
function traffic(send: () => Promise<{ readonly guid: string }>, atOnce: number) {
  const acknowledged: string[] = [];
  const refusals = new Map<string, number>();
  let going = true;
  const lanes = Array.from({ length: atOnce }, async () => {
    while (going) {
      await send().then(
        ({ guid }) => acknowledged.push(guid),
        (error: Error) => {
          const text = error.message.replace(/^.*HTTP/s, 'HTTP').slice(0, 200);
          refusals.set(text, (refusals.get(text) ?? 0) + 1);
          return new Promise((resolve) => setTimeout(resolve, 20));
        },
      );
    }
  });
  return {
    acknowledged,
    refusals,
    async stop() {
      going = false;
      await Promise.all(lanes);
    },
  };
}

/** Confirmed transfers to a digital entity. */
async function confirmed(control: Sharing['control'], entity: string): Promise<Set<string>> {
  const found = new Set<string>();
  let after = '';
  do {
    const page = await control.listTransfers({
      query: { status: 'CONFIRMED', limit: 500, ...(after && { after }) },
    });
    for (const { guid, receiver } of page.transfers) if (receiver.guid === entity) found.add(guid);
    after = page.next;
  } while (after !== '');
  return found;
}

const until = (condition: () => boolean) =>
  expect.poll(condition, { timeout: 30_000, interval: 10 }).toBe(true);

describeWithPostgres('processes that are killed', (server) => {
  const KILLS = 30;

  it(`lose nothing that was acknowledged in ${KILLS} kills under load, and tell the bank of it`, async () => {
    const processes = await sharing(await server.database());
    await Promise.all([processes.start(), processes.start(), processes.start()]);
    const { control } = processes;
    const { told, entity } = await wiredBank(control);
    const { send } = await simulatedBank(control, 100_000);
    const { acknowledged, refusals, stop } = traffic(() => send(entity, 0.01), 6);
    for (let kill = 0; kill < KILLS; kill++) {
      const before = acknowledged.length;
      const next = beside(processes.start());
      await until(() => acknowledged.length > before + 5);
      // Those that were started last take turns with those that own the state.
      await processes.processes[kill % 3]?.kill();
      await next;
    }
    await stop();
    const kept = await confirmed(control, entity);
    expect(acknowledged.filter((guid) => !kept.has(guid))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(5 * KILLS);
    expect(await control.getInvariant({})).toMatchObject({ holds: true });
    await expect.poll(() => [...kept].filter((guid) => !told.has(guid)), { timeout: 30_000 }).toEqual([]);
    // A process that is killed while it sends has its callback sent again by another, for the same transfer.
    expect([...told.keys()].filter((guid) => !kept.has(guid))).toEqual([]);
    expect([...refusals.keys()].filter((text) => !/^fetch failed$|^HTTP 503 /.test(text))).toEqual([]);
  }, 240_000);
});

describeWithPostgres(
  'a database that is restarted under load',
  (server) => {
    it('is said to be away meanwhile, nothing is half done, and all goes on by itself', async () => {
      const processes = await sharing(await server.database());
      await Promise.all([processes.start(), processes.start()]);
      const { control } = processes;
      const { told, entity } = await wiredBank(control);
      const { send } = await simulatedBank(control, 100_000);
      const { acknowledged, refusals, stop } = traffic(() => send(entity, 0.01), 6);
      for (let round = 0; round < 3; round++) {
        const before = acknowledged.length;
        await until(() => acknowledged.length > before + 20);
        await server.kill();
        const said = [...refusals.values()].reduce((sum, count) => sum + count, 0);
        await until(() => [...refusals.values()].reduce((sum, count) => sum + count, 0) > said + 20);
        await server.start();
      }
      const before = acknowledged.length;
      await until(() => acknowledged.length > before + 20);
      await stop();
      expect([...refusals.keys()].filter((text) => !/^fetch failed$|^HTTP 503 /.test(text))).toEqual([]);
      const kept = await confirmed(control, entity);
      expect(acknowledged.filter((guid) => !kept.has(guid))).toEqual([]);
      expect(await control.getInvariant({})).toMatchObject({ holds: true });
      await expect.poll(() => [...kept].filter((guid) => !told.has(guid)), { timeout: 30_000 }).toEqual([]);
    }, 120_000);
  },
  ['-c fsync=on'],
);
