import type { Call } from './call.js';
import type { Center } from './center.js';
import { type Counterparty, counterpartyRows } from './counterparties-collection.js';
import { type DigitalEntity, entityRows } from './entities-collection.js';
import type { Ledger } from './ledger.js';
import { Refusal } from './refusal.js';
import { SealError } from './stellar.js';

/** DCM itself as a member of its network: a counterparty with the distributor entity `root`. */
const dcmName = 'DCM';

export function createNetwork(
  { store, eras, chance, ledgerClock, stellar, keys, profile, faults }: Center,
  stellarLedger: Ledger,
) {
  let known: { readonly era: number; readonly root: DigitalEntity } | undefined;

  async function create(): Promise<DigitalEntity> {
    const pair = await keys.root();
    const issuer = await keys.issuer();
    const now = ledgerClock.timestamp();
    return store.write(async (tx) => {
      const present = await tx.first(entityRows, 'kind', 'root');
      if (present) return present;
      const counterparty: Counterparty = {
        guid: chance.uuid('dcm', 'v4'),
        name: dcmName,
        alias: 'dcm',
        asset_code: profile().asset_code,
        description: 'The processing center itself',
        holding_name: '',
        user_auth_url: '',
        user_key_url: '',
        user_id_url: '',
        callback_url: '',
        key_keepers: [],
        admin_subject: '',
        auto_issue: false,
        auto_burn: false,
        schemes: [],
        sign_url: '',
        signers: [],
        simulated: true,
        emission_account_guid: '',
        processing_account_guid: '',
        created_at: now,
        updated_at: now,
      };
      const root: DigitalEntity = {
        guid: chance.uuid('account', 'v1'),
        counterparty_guid: counterparty.guid,
        account_kind: 'root',
        customer_guid: '',
        owner_external_id: '',
        iban: '',
        branch_guid: '',
        account_type_guid: '',
        stellar_address: pair.address,
        sealed_seed: '',
        balance: 0n,
        created_at: now,
        updated_at: now,
      };
      await tx.put(counterpartyRows, counterparty);
      await tx.put(entityRows, root);
      await stellarLedger.open(tx, pair.address);
      await stellarLedger.open(tx, issuer.address);
      return root;
    });
  }

  return {
    /** The distributor entity; created when it is first needed. */
    async root(): Promise<DigitalEntity> {
      const era = eras.now;
      // What was made before a reset is of the former state, also if the reset came in between.
      if (known?.era !== era) known = { era, root: await create() };
      return known.root;
    },

    forget(): void {
      known = undefined;
    },

    /** The seed of an entity. @throws {Refusal} `seed-decryption` if the bank's secret has changed */
    openSeed(call: Call, { simulated }: Counterparty, entity: DigitalEntity, secret: string): string {
      if (!simulated && faults.take('secret-changed', call)) throw new Refusal('seed-fault');
      try {
        return stellar.open(entity.sealed_seed, secret);
      } catch (error) {
        if (error instanceof SealError) throw new Refusal('seed-decryption');
        throw error;
      }
    },
  };
}

export type Network = ReturnType<typeof createNetwork>;
