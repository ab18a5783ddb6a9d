import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createCall } from '../../mock-server/domain/call.js';
import { deliveryRows } from '../../mock-server/domain/deliveries-collection.js';
import { ledgerTransactionRows } from '../../mock-server/domain/ledger-collection.js';
import type { Collection } from '../../mock-server/domain/store.js';
import { transferRows } from '../../mock-server/domain/transfers-collection.js';
import { startMock } from '../../mock-server/start.js';
import { answer, tell } from './talk.js';

/**
 * The mock with a session, somebody who can log in, and customers with money. Every message takes the transfers back that
 * were made meanwhile, since what users store is theirs to keep, and is answered with the memory that is taken then.
 */
const capacity = Number(process.argv[2]);
const { mock, url } = await startMock({ port: 0, seed: 'soak', journalCapacity: capacity });
const { store } = mock.domain.center;
const call = createCall(0, false);
const { counterparty, entities } = await mock.domain.simulatedBanks.add(call, {
  alias: 'bench',
  customers: 2,
  amount: 1_000_000,
});
const [sender = '', receiver = ''] = entities
  .filter((entity) => entity.account_kind === 'customer')
  .map((entity) => entity.guid);
const login = { email: 'officer@bench.example', password: 'Soak-horse-1' };
const invited = await mock.domain.employees.invite(counterparty.guid, { email: login.email });
await mock.domain.employees.setPassword(invited.guid, login.password);
const employee = await mock.domain.employees.authenticate(login.email, login.password);
if (!employee) throw new Error('no one can log in');
const { token } = await mock.domain.employees.beginSession(employee);
await mock.domain.simulatedBanks.send(call, counterparty.guid, {
  sender_id: sender,
  receiver_id: receiver,
  amount: 1,
  purpose: '',
});

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const made = [transferRows, ledgerTransactionRows, deliveryRows] as unknown as readonly Collection<object>[];
const keysOf = (collection: Collection<object>) =>
  store.read(async (tx) => (await tx.page(collection)).rows.map((row) => collection.key(row)));
const kept = new Map(
  await Promise.all(made.map(async (collection) => [collection, new Set(await keysOf(collection))] as const)),
);

async function forgetOthers(): Promise<void> {
  for (const collection of made) {
    const others = (await keysOf(collection)).filter((key) => !kept.get(collection)?.has(key));
    await store.write(async (tx) => {
      for (const key of others) await tx.remove(collection, key);
    });
  }
}

answer(async () => {
  await forgetOthers();
  collect();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { taken: heapUsed + external, rss, recorded: mock.journal.recorded };
});
tell({ url, guid: counterparty.guid, token, login, sender, receiver });
