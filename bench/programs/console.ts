import { createClient } from '../../contract/client.js';
import { controlOperations } from '../../contract/control/index.js';
import { type Transfer, transferRows } from '../../mock-server/domain/transfers-collection.js';
import { startMock } from '../../mock-server/start.js';
import { answer, tell } from './talk.js';

/** A mock with that many journal entries and transfers; reports its URL. */

const [entries = 0, transfers = 0] = process.argv.slice(2).map(Number);
const { mock, url } = await startMock({
  port: 0,
  journalCapacity: entries,
  journalBytes: Number.POSITIVE_INFINITY,
});
const control = createClient(controlOperations, { baseUrl: url, fetch });
const { counterparty, entities } = await control.addSimulatedBank({ body: { customers: 10 } });
await control.registerCounterparty({ body: { name: 'Bank', alias: 'bank' } });

await mock.domain.center.store.write(async (tx) => {
  const [like] = (await tx.page(transferRows, { index: 'counterparty', key: counterparty.guid })).rows;
  if (!like) throw new Error('the simulated bank has made no transfer');
  for (let number = 0; number < transfers; number++) {
    const row: Transfer = { ...like, guid: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` };
    await tx.put(transferRows, row);
  }
});
for (let number = 0; number < entries; number++) {
  mock.journal.record({
    seq: mock.journal.nextSeq(),
    at: mock.domain.center.ledgerClock.timestamp(),
    direction: number % 3 === 0 ? 'out' : 'in',
    operation: 'createPayment',
    counterparty_guid: counterparty.guid,
    method: 'POST',
    url: `/api/v1/counterparty/${counterparty.guid}/payments`,
    requestHeaders: { authorization: 'bearer none', 'content-type': 'application/json' },
    requestBody: { sender_id: entities[0]?.guid, amount: number },
    status: number % 50 === 0 ? 400 : 200,
    responseHeaders: {},
    responseBody: { guid: counterparty.guid },
    ms: 1,
    cause: 0,
    reason: '',
    error: '',
    findings: [],
  });
}
answer(async () => ({}));
tell({ url });
