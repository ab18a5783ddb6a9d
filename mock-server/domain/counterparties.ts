import type { Center } from './center.js';
import { type Counterparty, counterpartyRows } from './counterparties-collection.js';
import { given } from './given.js';
import { createInfrastructures, findCounterparty } from './infrastructures.js';
import { Refusal } from './refusal.js';

type Attribute =
  | 'description'
  | 'holding_name'
  | 'user_auth_url'
  | 'user_key_url'
  | 'user_id_url'
  | 'callback_url'
  | 'key_keepers'
  | 'admin_subject'
  | 'auto_issue'
  | 'auto_burn'
  | 'schemes'
  | 'sign_url'
  | 'signers';

export type CounterpartyAttributes = { readonly [Name in Attribute]?: Counterparty[Name] | undefined };

export type NewCounterparty = CounterpartyAttributes & {
  readonly name: string;
  readonly alias: string;
  readonly asset_code?: string | undefined;
  readonly guid?: string | undefined;
  readonly simulated?: boolean;
};

const usualSubject = 'dcm-admin@dcm.example';

/** What was given; an empty string clears an attribute. */
function attributesOf<Members extends CounterpartyAttributes>(members: Members) {
  const { admin_subject, ...rest } = given(members);
  return {
    ...rest,
    ...(admin_subject === undefined ? {} : { admin_subject: admin_subject || usualSubject }),
  };
}

/** Banks in the network: plan steps 3, 4, 5 and 9. */
export function createCounterparties(center: Center) {
  const { store, chance, ledgerClock, profile } = center;
  return {
    find: findCounterparty,

    get: (guid: string) => store.read((tx) => findCounterparty(tx, guid)),

    list: () => store.read(async (tx) => (await tx.page(counterpartyRows)).rows),

    /** @throws {Refusal} `counterparty-exists` for a name, alias or guid that is taken; `asset-not-found` */
    register: (wanted: NewCounterparty): Promise<Counterparty> =>
      store.write(async (tx) => {
        const now = ledgerClock.timestamp();
        const guid = wanted.guid ?? chance.uuid('counterparty', 'v4');
        if (wanted.asset_code !== undefined && wanted.asset_code !== profile().asset_code) {
          throw new Refusal('asset-code', { given: wanted.asset_code, expected: profile().asset_code });
        }
        const taken =
          (await tx.first(counterpartyRows, 'name', wanted.name)) ??
          (await tx.first(counterpartyRows, 'alias', wanted.alias)) ??
          (await tx.get(counterpartyRows, guid));
        if (taken) throw new Refusal('counterparty-exists', { name: taken.name });
        const row: Counterparty = {
          description: '',
          holding_name: '',
          user_auth_url: '',
          user_key_url: '',
          user_id_url: '',
          callback_url: '',
          key_keepers: [],
          admin_subject: usualSubject,
          auto_issue: false,
          auto_burn: false,
          schemes: ['dcm'],
          sign_url: '',
          signers: [],
          simulated: false,
          emission_account_guid: '',
          processing_account_guid: '',
          created_at: now,
          updated_at: now,
          ...attributesOf(wanted),
          asset_code: profile().asset_code,
          guid,
        };
        await tx.put(counterpartyRows, row);
        return row;
      }),

    /** @throws {Refusal} `not-found`, `counterparty-exists` for a name that is taken */
    update: (
      guid: string,
      attributes: CounterpartyAttributes & { readonly name?: string | undefined },
    ): Promise<Counterparty> =>
      store.write(async (tx) => {
        const namesake = attributes.name && (await tx.first(counterpartyRows, 'name', attributes.name));
        if (namesake && namesake.guid !== guid) {
          throw new Refusal('counterparty-exists', { name: namesake.name });
        }
        const row = {
          ...(await findCounterparty(tx, guid)),
          ...attributesOf(attributes),
          updated_at: ledgerClock.timestamp(),
        };
        await tx.put(counterpartyRows, row);
        return row;
      }),

    ...createInfrastructures(center),
  };
}

export type Counterparties = ReturnType<typeof createCounterparties>;
