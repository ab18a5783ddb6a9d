import { newEntityCalls } from '../../contract/operations/entities.js';
import type { Call } from './call.js';
import type { Center } from './center.js';
import type { Counterparties, CounterpartyAttributes } from './counterparties.js';
import { type Counterparty, counterparties, type KeyKeeper } from './counterparties-collection.js';
import type { Entities } from './entities.js';
import type { Account } from './entities-collection.js';
import { given } from './given.js';
import { Refusal } from './refusal.js';

function keeperFor(counterparty: Counterparty, purpose: KeyKeeper['for'], login?: string): KeyKeeper {
  const keeper = counterparty.key_keepers.find((one) =>
    login === undefined || login === '' ? one.for === purpose : one.login === login,
  );
  if (keeper) return keeper;
  if (login) throw new Refusal('not-found', { thing: `key keeper ${login}` });
  throw new Refusal('no-key-keeper', { purpose });
}

function refuseSecond({ emission_account_guid }: Counterparty): void {
  if (emission_account_guid) throw new Refusal('entity-exists', { kind: 'identification' });
}

/** Entities of a counterparty itself, each protected by the secret of a key keeper. */
export function createBankEntities(center: Center, banks: Counterparties, entities: Entities) {
  const { store, ledger, bank, eras } = center;

  /** Gets the key keeper's secret from the bank and creates an entity protected by it. */
  async function forKeyKeeper(
    call: Call,
    counterparty: Counterparty,
    kind: 'emission' | 'processing',
    keeper: KeyKeeper,
    more: { iban?: string | undefined; branch_guid?: string | undefined } = {},
  ): Promise<Account> {
    const { key } = await bank.ask(call, counterparty, { ...newEntityCalls[kind], obj: keeper.external_id });
    return entities.make(
      {
        counterparty_guid: counterparty.guid,
        account_kind: kind,
        owner_external_id: keeper.external_id,
        ...more,
      },
      key,
    );
  }

  return {
    /** Plan step 10: both entities or none. @throws {Refusal} `entity-exists`, `no-key-keeper`, or the bank's refusal */
    async createBoth(
      call: Call,
      guid: string,
      attributes: CounterpartyAttributes = {},
    ): Promise<{ emission: Account; processing: Account }> {
      const counterparty = { ...(await banks.get(guid)), ...given(attributes) };
      refuseSecond(counterparty);
      const keepers = [
        keeperFor(counterparty, 'identification'),
        keeperFor(counterparty, 'processing'),
      ] as const;
      const emission = await forKeyKeeper(call, counterparty, 'emission', keepers[0]);
      const processing = await forKeyKeeper(call, counterparty, 'processing', keepers[1]);
      await store.write(async (tx) => {
        eras.require(call);
        const row = await banks.find(tx, guid);
        refuseSecond(row);
        await entities.keep(tx, emission);
        await entities.keep(tx, processing);
        await tx.put(counterparties, {
          ...row,
          ...given(attributes),
          emission_account_guid: emission.guid,
          processing_account_guid: processing.guid,
          updated_at: ledger.timestamp(),
        });
      });
      return { emission, processing };
    },

    /**
     * Another processing entity, or the identification entity if there is none yet.
     * @throws {Refusal} `entity-kind` for any other kind, `entity-exists` for a second identification entity
     */
    async createFurther(
      call: Call,
      counterparty: Counterparty,
      wanted: {
        account_kind?: string | undefined;
        iban?: string | undefined;
        key_keeper_login?: string | undefined;
        branch_guid?: string | undefined;
      },
    ): Promise<Account> {
      const kind = wanted.account_kind ?? 'processing';
      if (kind !== 'processing' && kind !== 'emission') throw new Refusal('entity-kind');
      const identification = kind === 'emission';
      if (identification) refuseSecond(counterparty);
      const purpose = identification ? 'identification' : 'processing';
      const keeper = keeperFor(counterparty, purpose, wanted.key_keeper_login);
      const account = await forKeyKeeper(call, counterparty, kind, keeper, wanted);
      await store.write(async (tx) => {
        eras.require(call);
        const row = await banks.find(tx, counterparty.guid);
        if (identification) refuseSecond(row);
        await entities.keep(tx, account);
        if (identification) await tx.put(counterparties, { ...row, emission_account_guid: account.guid });
      });
      return account;
    },
  };
}

export type BankEntities = ReturnType<typeof createBankEntities>;
