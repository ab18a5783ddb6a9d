import { type AccountKind, newEntityCalls } from '../../contract/operations/entities.js';
import type { Call } from './call.js';
import type { Center } from './center.js';
import type { Counterparties, CounterpartyAttributes } from './counterparties.js';
import { type Counterparty, counterparties, type KeyKeeper } from './counterparties-collection.js';
import { type Account, accounts } from './entities-collection.js';
import { given } from './given.js';
import type { Ledger } from './ledger.js';
import { Refusal } from './refusal.js';
import type { ReadTransaction, WriteTransaction } from './store.js';

export interface NewEntity {
  readonly counterparty_guid: string;
  readonly account_kind: AccountKind;
  readonly owner_external_id: string;
  readonly customer_guid?: string;
  readonly iban?: string | undefined;
  readonly branch_guid?: string | undefined;
  readonly account_type_guid?: string | undefined;
}

/** Digital entities: each a Stellar key pair whose seed only the secret of its owner opens. */
export function createEntities(center: Center, banks: Counterparties, stellarLedger: Ledger) {
  const { store, chance, ledger, stellar, bank, eras } = center;

  /** A new entity, not yet stored. */
  async function make(wanted: NewEntity, secret: string): Promise<Account> {
    const pair = await stellar.keyPair(chance.bytes('entity-key', 32));
    const now = ledger.timestamp();
    return {
      guid: chance.uuid('account', 'v1'),
      counterparty_guid: wanted.counterparty_guid,
      account_kind: wanted.account_kind,
      customer_guid: wanted.customer_guid ?? '',
      owner_external_id: wanted.owner_external_id,
      iban: wanted.iban ?? '',
      branch_guid: wanted.branch_guid ?? '',
      account_type_guid: wanted.account_type_guid ?? '',
      stellar_address: pair.address,
      sealed_seed: stellar.seal(pair.seed, secret, chance.bytes('seal-iv', 12)),
      balance: 0n,
      created_at: now,
      updated_at: now,
    };
  }

  async function keep(tx: WriteTransaction, account: Account): Promise<void> {
    await tx.put(accounts, account);
    await stellarLedger.open(tx, account.stellar_address);
  }

  const find = async (tx: ReadTransaction, guid: string): Promise<Account> => {
    const found = await tx.get(accounts, guid);
    if (!found) throw new Refusal('not-found', { thing: 'account' });
    return found;
  };

  function keeperFor(counterparty: Counterparty, purpose: KeyKeeper['for'], login?: string): KeyKeeper {
    const keeper = counterparty.key_keepers.find((one) =>
      login === undefined || login === '' ? one.for === purpose : one.login === login,
    );
    if (keeper) return keeper;
    if (login) throw new Refusal('not-found', { thing: `key keeper ${login}` });
    throw new Refusal('no-key-keeper', { purpose });
  }

  /** Asks the bank for the key keeper's secret and makes an entity protected by it. */
  async function forKeyKeeper(
    call: Call,
    counterparty: Counterparty,
    kind: 'emission' | 'processing',
    keeper: KeyKeeper,
    more: { iban?: string | undefined; branch_guid?: string | undefined } = {},
  ): Promise<Account> {
    const { key } = await bank.ask(call, counterparty, { ...newEntityCalls[kind], obj: keeper.external_id });
    return make(
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
    make,
    keep,
    find,

    /** Plan step 10: both entities or none. @throws {Refusal} `entity-exists`, `no-key-keeper`, or the bank's refusal */
    async createBoth(
      call: Call,
      guid: string,
      attributes: CounterpartyAttributes = {},
    ): Promise<{ emission: Account; processing: Account }> {
      const counterparty = { ...(await banks.get(guid)), ...given(attributes) };
      const refuseSecond = (row: Counterparty) => {
        if (row.emission_account_guid) throw new Refusal('entity-exists', { kind: 'identification' });
      };
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
        await keep(tx, emission);
        await keep(tx, processing);
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
     * A further processing entity, or the identification entity where there is none yet.
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
      const refuseSecond = (row: Counterparty) => {
        if (identification && row.emission_account_guid)
          throw new Refusal('entity-exists', { kind: 'identification' });
      };
      refuseSecond(counterparty);
      const purpose = identification ? 'identification' : 'processing';
      const keeper = keeperFor(counterparty, purpose, wanted.key_keeper_login);
      const account = await forKeyKeeper(call, counterparty, kind, keeper, wanted);
      await store.write(async (tx) => {
        eras.require(call);
        const row = await banks.find(tx, counterparty.guid);
        refuseSecond(row);
        await keep(tx, account);
        if (identification) await tx.put(counterparties, { ...row, emission_account_guid: account.guid });
      });
      return account;
    },

    list: (counterpartyGuid: string) =>
      store.read(
        async (tx) => (await tx.page(accounts, { index: 'counterparty', key: counterpartyGuid })).rows,
      ),
  };
}

export type Entities = ReturnType<typeof createEntities>;
