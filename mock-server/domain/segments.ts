import { initialSegments } from '../../contract/operations/segments.js';
import type { Center } from './center.js';
import { entityRows } from './entities-collection.js';
import { Refusal } from './refusal.js';
import { type AccountType, accountTypeRows } from './segments-collection.js';
import type { ReadTransaction, WriteTransaction } from './store.js';
import { uuidOf } from './uuid.js';

/** Segments (SEG): each holds account types; customers' entities have the account type of their segment (U-31, U-32). */
export function createSegments({ store, chance, ledgerClock }: Center) {
  const all = async (tx: ReadTransaction, counterparty: string): Promise<readonly AccountType[]> =>
    (await tx.page(accountTypeRows, { index: 'counterparty', key: counterparty })).rows;

  /** A counterparty begins with one account type for each of the initial segments. */
  async function begun(tx: WriteTransaction, counterparty: string): Promise<readonly AccountType[]> {
    const present = await all(tx, counterparty);
    if (present.length > 0) return present;
    const now = ledgerClock.timestamp();
    for (const segment_name of initialSegments) {
      await tx.put(accountTypeRows, {
        guid: chance.uuid('account-type', 'v4'),
        counterparty_guid: counterparty,
        kind: 'processing',
        segment_name,
        created_at: now,
        updated_at: now,
      });
    }
    return all(tx, counterparty);
  }

  /**
   * An account type by its guid; the guid of an account with that type is accepted, too, as in LIM (U-31).
   * @throws {Refusal} `not-found`
   */
  async function named(tx: ReadTransaction, counterparty: string, given: string): Promise<AccountType> {
    const guid = uuidOf(given, 'account_type_guid');
    const direct = await tx.get(accountTypeRows, guid);
    if (direct?.counterparty_guid === counterparty) return direct;
    const entity = await tx.get(entityRows, guid);
    const behind = entity && (await tx.get(accountTypeRows, entity.account_type_guid));
    if (entity?.counterparty_guid !== counterparty || !behind) {
      throw new Refusal('account-type-unknown', { thing: 'account type' });
    }
    return behind;
  }

  return {
    /** Account types of a counterparty, oldest first. */
    types: (counterparty: string) => store.write((tx) => begun(tx, counterparty)),

    /** The account type of a new customer's entity; undefined if the segment has none. */
    async typeOf(
      tx: WriteTransaction,
      counterparty: string,
      segment: string,
    ): Promise<AccountType | undefined> {
      return (await begun(tx, counterparty)).find((type) => type.segment_name === segment);
    },

    /** The segment that an entity is in; empty for entities without an account type. */
    async segmentOf(tx: ReadTransaction, accountTypeGuid: string): Promise<string> {
      if (accountTypeGuid === '') return '';
      return (await tx.get(accountTypeRows, accountTypeGuid))?.segment_name ?? '';
    },

    named,

    /** Moves an account type into a segment, which is created if it is new. */
    move: (
      counterparty: string,
      order: { readonly account_type_guid?: string | undefined; readonly segment_name?: string | undefined },
    ): Promise<void> =>
      store.write(async (tx) => {
        await begun(tx, counterparty);
        const segment_name = order.segment_name?.trim() ?? '';
        if (segment_name === '') {
          throw new Refusal('member-missing', { member: 'segment_name', problem: 'required' });
        }
        const type = await named(tx, counterparty, order.account_type_guid ?? '');
        await tx.put(accountTypeRows, { ...type, segment_name, updated_at: ledgerClock.timestamp() });
      }),
  };
}

export type Segments = ReturnType<typeof createSegments>;
