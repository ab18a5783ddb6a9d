import { newEntityCalls } from '../../contract/operations/entities.js';
import type { Call } from './call.js';
import type { Center } from './center.js';
import type { Counterparties, CounterpartyAttributes } from './counterparties.js';
import { type Counterparty, counterpartyRows, type KeyKeeper } from './counterparties-collection.js';
import type { Entities } from './entities.js';
import type { DigitalEntity } from './entities-collection.js';
import { given } from './given.js';
import { Refusal } from './refusal.js';

function keeperFor(counterparty: Counterparty, purpose: KeyKeeper['for'], login?: string): KeyKeeper {
  const keeper = counterparty.key_keepers.find((keeper) =>
    login === undefined || login === '' ? keeper.for === purpose : keeper.login === login,
  );
  if (keeper) return keeper;
  if (login) throw new Refusal('key-keeper-unknown', { thing: `key keeper ${login}`, login });
  throw new Refusal('no-key-keeper', { purpose });
}

function refuseSecond({ emission_account_guid }: Counterparty): void {
  if (emission_account_guid) throw new Refusal('entity-exists', { kind: 'identification' });
}

/** Entities of a counterparty itself, each protected by the secret of a key keeper. */
export function createBankEntities(center: Center, counterparties: Counterparties, entities: Entities) {
  const { store, ledgerClock, bank, eras } = center;

  /** Gets the key keeper's secret from the bank and creates an entity protected by it. */
  async function forKeyKeeper(
    call: Call,
    counterparty: Counterparty,
    kind: 'emission' | 'processing',
    keeper: KeyKeeper,
    more: { iban?: string | undefined; branch_guid?: string | undefined } = {},
  ): Promise<DigitalEntity> {
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
    ): Promise<{ emission: DigitalEntity; processing: DigitalEntity }> {
      const counterparty = { ...(await counterparties.get(guid)), ...given(attributes) };
      refuseSecond(counterparty);
      const keepers = [
        keeperFor(counterparty, 'identification'),
        keeperFor(counterparty, 'processing'),
      ] as const;
      const request = await forKeyKeeper(call, counterparty, 'emission', keepers[0]);
      const processing = await forKeyKeeper(call, counterparty, 'processing', keepers[1]);
      await store.write(async (tx) => {
        eras.require(call);
        const row = await counterparties.find(tx, guid);
        refuseSecond(row);
        await entities.keep(tx, request);
        await entities.keep(tx, processing);
        await tx.put(counterpartyRows, {
          ...row,
          ...given(attributes),
          emission_account_guid: request.guid,
          processing_account_guid: processing.guid,
          updated_at: ledgerClock.timestamp(),
        });
      });
      return { emission: request, processing };
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
    ): Promise<DigitalEntity> {
      const kind = wanted.account_kind ?? 'processing';
      if (kind !== 'processing' && kind !== 'emission') throw new Refusal('entity-kind', { kind });
      const identification = kind === 'emission';
      if (identification) refuseSecond(counterparty);
      const purpose = identification ? 'identification' : 'processing';
      const keeper = keeperFor(counterparty, purpose, wanted.key_keeper_login);
      const entity = await forKeyKeeper(call, counterparty, kind, keeper, wanted);
      await store.write(async (tx) => {
        eras.require(call);
        const row = await counterparties.find(tx, counterparty.guid);
        if (identification) refuseSecond(row);
        await entities.keep(tx, entity);
        if (identification) await tx.put(counterpartyRows, { ...row, emission_account_guid: entity.guid });
      });
      return entity;
    },
  };
}

export type BankEntities = ReturnType<typeof createBankEntities>;
