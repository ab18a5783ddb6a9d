import type { Center } from './center.js';
import { type Counterparty, counterpartyRows } from './counterparties-collection.js';
import { given } from './given.js';
import { createInfrastructures, findCounterparty } from './infrastructures.js';
import { Refusal } from './refusal.js';
import type { ReadTransaction } from './store.js';

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
  /** The guid that it has if none is given and no other counterparty has this one. */
  readonly preferred?: string | undefined;
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

/** Refuses what another counterparty has. @throws {Refusal} `counterparty-exists` */
async function refuseTaken(
  tx: ReadTransaction,
  wanted: { readonly name?: string | undefined; readonly alias?: string | undefined },
  guid: string,
  isNew: boolean,
): Promise<void> {
  for (const member of ['name', 'alias'] as const) {
    const given = wanted[member];
    const other = given ? await tx.first(counterpartyRows, member, given) : undefined;
    if (other && (isNew || other.guid !== guid)) throw exists(member, given);
  }
  if (isNew && (await tx.get(counterpartyRows, guid))) throw exists('guid', guid);
}

export const exists = (member: string, given = ''): Refusal =>
  new Refusal('counterparty-exists', { member, given });

/** Banks in the network: plan steps 3, 4, 5 and 9. */
export function createCounterparties(center: Center) {
  const { store, chance, ledgerClock, profile } = center;

  async function guidFor(tx: ReadTransaction, given = '', preferred = ''): Promise<string> {
    if (given !== '') return given;
    const free = preferred !== '' && !(await tx.get(counterpartyRows, preferred));
    return free ? preferred : chance.uuid('counterparty', 'v4');
  }

  return {
    find: findCounterparty,

    get: (guid: string) => store.read((tx) => findCounterparty(tx, guid)),

    list: () => store.read(async (tx) => (await tx.page(counterpartyRows)).rows),

    /** @throws {Refusal} `counterparty-exists` for a name, alias or guid that is taken; `asset-not-found` */
    register: ({ preferred, ...wanted }: NewCounterparty): Promise<Counterparty> =>
      store.write(async (tx) => {
        const now = ledgerClock.timestamp();
        const guid = await guidFor(tx, wanted.guid, preferred);
        if (wanted.asset_code !== undefined && wanted.asset_code !== profile().asset_code) {
          throw new Refusal('asset-code', { given: wanted.asset_code, expected: profile().asset_code });
        }
        await refuseTaken(tx, wanted, guid, true);
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
        await refuseTaken(tx, { name: attributes.name }, guid, false);
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
