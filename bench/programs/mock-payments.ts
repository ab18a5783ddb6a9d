import { createCall } from '../../mock-server/domain/call.js';
import { transferRows } from '../../mock-server/domain/transfers-collection.js';
import { startMock } from '../../mock-server/start.js';
import { answer, tell } from './talk.js';

/** The mock with a session and a number of transfers; every message restores this number. */
const stored = Number(process.argv[2]);
const { mock, url } = await startMock({ port: 0, seed: 'bench' });
const { store } = mock.domain.center;
const call = createCall(0, false);
const bank = { alias: 'bench', customers: 2, amount: 1000 };
const { counterparty, entities } = await mock.domain.simulatedBanks.add(call, bank);
const [sender = '', receiver = ''] = entities
  .filter((entity) => entity.account_kind === 'customer')
  .map((entity) => entity.guid);
const employee = await mock.domain.employees.invite(counterparty.guid, { email: 'officer@bench.example' });
const { token } = await mock.domain.employees.beginSession(employee);
const { address } = await mock.domain.center.keys.issuer();
const order = {
  sender_id: sender,
  receiver_id: receiver,
  amount: 12.34,
  asset_code: counterparty.asset_code,
  asset_issuer: address,
  purpose: 'Payment for goods',
};

const all = () => store.read((tx) => tx.page(transferRows));
for (let count = (await all()).total; count < stored; count++) {
  await mock.domain.transfers.create(call, counterparty, order);
}
const kept = new Set((await all()).rows.map(({ guid }) => guid));

async function forgetOthers(): Promise<object> {
  const { rows } = await all();
  await store.write(async (tx) => {
    for (const { guid } of rows) if (!kept.has(guid)) await tx.remove(transferRows, guid);
  });
  return { stored: (await all()).total };
}

answer(forgetOthers);
tell({ url, guid: counterparty.guid, token, order });
