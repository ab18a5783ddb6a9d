import type { Center } from './center.js';
import { type Counterparty, counterpartyRows } from './counterparties-collection.js';
import { type Infrastructure, infrastructureRows } from './infrastructures-collection.js';
import { Refusal } from './refusal.js';
import type { ReadTransaction } from './store.js';

/** @throws {Refusal} `not-found` */
export const findCounterparty = async (tx: ReadTransaction, guid: string): Promise<Counterparty> => {
  const found = await tx.get(counterpartyRows, guid);
  if (!found) throw new Refusal('counterparty-unknown', { thing: 'counterparty' });
  return found;
};

/** The hosts that are rolled out for a bank (plan step 9). */
export function createInfrastructures({ store, chance, ledgerClock }: Center) {
  return {
    requestInfrastructure: (guid: string): Promise<Infrastructure> =>
      store.write(async (tx) => {
        const { alias } = await findCounterparty(tx, guid);
        const present = await tx.get(infrastructureRows, guid);
        if (present) return present;
        const now = ledgerClock.timestamp();
        const row: Infrastructure = {
          guid: chance.uuid('infrastructure', 'v4'),
          counterparty_guid: guid,
          title: `Deploy api-${alias}-integrate and backoffice-${alias}-integrate`,
          status: 'open',
          api_host: `api-${alias}-integrate`,
          backoffice_host: `backoffice-${alias}-integrate`,
          created_at: now,
          updated_at: now,
        };
        await tx.put(infrastructureRows, row);
        return row;
      }),

    deployInfrastructure: (guid: string): Promise<Infrastructure> =>
      store.write(async (tx) => {
        const task = await tx.get(infrastructureRows, guid);
        if (!task) throw new Refusal('control-unknown', { thing: 'infrastructure task' });
        const row: Infrastructure = { ...task, status: 'done', updated_at: ledgerClock.timestamp() };
        await tx.put(infrastructureRows, row);
        return row;
      }),
  };
}
