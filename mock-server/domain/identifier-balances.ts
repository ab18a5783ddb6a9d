import type { Profile } from '../../contract/profile/index.js';
import type { Center } from './center.js';
import type { Counterparties } from './counterparties.js';
import type { Entities } from './entities.js';
import type { DigitalEntity } from './entities-collection.js';
import {
  type IdentifierBalance,
  type IdentifierRequest,
  identifierBalanceRows,
} from './identifier-requests-collection.js';
import { Refusal } from './refusal.js';
import type { ReadTransaction } from './store.js';

type Amounts = Pick<IdentifierBalance, 'created' | 'deleted' | 'reserve' | 'reserve_declared'>;

/**
 * Whether the reserve covers what is in circulation after a change of it, in stroops: creation needs R >= created -
 * deleted + X, deletion R >= created - deleted - Y (UG-ID). Option `reserve: lenient` requires it only if a reserve
 * was declared.
 */
export const reserveCovers = (
  { reserve, reserve_declared, created, deleted }: Amounts,
  change: bigint,
  rule: Profile['reserve'],
): boolean => (!reserve_declared && rule === 'lenient') || reserve >= created - deleted + change;

/** The values of a counterparty before its first request. */
export const nothingYet: Amounts = { created: 0n, deleted: 0n, reserve: 0n, reserve_declared: false };

/** How a request changes what is in circulation, in stroops. */
export const changeBy = ({ direction, amount }: Pick<IdentifierRequest, 'direction' | 'amount'>): bigint =>
  direction === 'issue' ? amount : -amount;

/** Where identifiers of a counterparty arrive, and how many it has had created and deleted. */
export function createIdentifierBalances(
  { chance, ledgerClock }: Center,
  counterparties: Counterparties,
  entities: Entities,
) {
  return {
    /** What a counterparty has had created and deleted; zeros before its first request. */
    async of(tx: ReadTransaction, counterpartyGuid: string): Promise<IdentifierBalance> {
      const stored = await tx.get(identifierBalanceRows, counterpartyGuid);
      if (stored) return stored;
      const now = ledgerClock.timestamp();
      return {
        guid: chance.uuid('emission-balance', 'v4'),
        counterparty_guid: counterpartyGuid,
        ...nothingYet,
        created_at: now,
        updated_at: now,
      };
    },

    /** @throws {Refusal} `not-found` before plan step 10 */
    async identification(tx: ReadTransaction, counterpartyGuid: string): Promise<DigitalEntity> {
      const { emission_account_guid } = await counterparties.find(tx, counterpartyGuid);
      if (!emission_account_guid)
        throw new Refusal('no-identification-entity', { thing: 'identification entity' });
      return entities.find(tx, emission_account_guid);
    },
  };
}

export type IdentifierBalances = ReturnType<typeof createIdentifierBalances>;
