import type { Center } from './center.js';
import { type Account, type EmissionBalance, emissionBalances } from './collections.js';
import type { Counterparties } from './counterparties.js';
import type { Entities } from './entities.js';
import { Refusal } from './refusal.js';
import type { ReadTransaction } from './store.js';

/** Where identifiers of a counterparty arrive, and how many it has had created and deleted. */
export function createEmissionBalances(
  { chance, ledger }: Center,
  banks: Counterparties,
  entities: Entities,
) {
  return {
    /** What a counterparty has had created and deleted; zeros before its first request. */
    async of(tx: ReadTransaction, counterpartyGuid: string): Promise<EmissionBalance> {
      const stored = await tx.get(emissionBalances, counterpartyGuid);
      if (stored) return stored;
      const now = ledger.timestamp();
      return {
        guid: chance.uuid('emission-balance', 'v4'),
        counterparty_guid: counterpartyGuid,
        created: 0n,
        deleted: 0n,
        reserve: 0n,
        reserve_declared: false,
        created_at: now,
        updated_at: now,
      };
    },

    /** @throws {Refusal} `not-found` before plan step 10 */
    async identification(tx: ReadTransaction, counterpartyGuid: string): Promise<Account> {
      const { emission_account_guid } = await banks.find(tx, counterpartyGuid);
      if (!emission_account_guid) throw new Refusal('not-found', { thing: 'identification entity' });
      return entities.find(tx, emission_account_guid);
    },
  };
}

export type EmissionBalances = ReturnType<typeof createEmissionBalances>;
