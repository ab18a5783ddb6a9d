import type { Input } from '../../contract/operation.js';
import type { entityOperations } from '../../contract/operations/entities.js';
import { networkAsset } from '../domain/assets.js';
import { confinedTo, inReach } from '../domain/branches.js';
import type { Call } from '../domain/call.js';
import { customerRows } from '../domain/customers-collection.js';
import { type DigitalEntity, entityRows } from '../domain/entities-collection.js';
import { plainIban } from '../domain/iban.js';
import type { Domain } from '../domain/index.js';
import { Refusal } from '../domain/refusal.js';
import type { ReadTransaction } from '../domain/store.js';
import { callerOf, type Handlers } from './handler.js';
import { among, listQuery, placeOf } from './page.js';
import { accountView, listedAccountView } from './views.js';

/** Digital entities that the caller sees; of one branch if it is given. */
export async function accountsPage(
  { center: { store, profile } }: Domain,
  call: Call,
  query: Input<typeof entityOperations.listAccounts>['query'],
  branch = confinedTo(call),
) {
  const { guid } = callerOf(call);
  const page = await store.read(async (tx) => {
    const found = await searched(tx, guid, query.search_string);
    return tx.page(
      entityRows,
      listQuery<DigitalEntity>(query, placeOf(call, branch), [
        among(query.wallet_account_guids, (row) => row.guid),
        among(query.wallet_user_guids, (row) => row.customer_guid),
        among(query.account_kinds, (row) => row.account_kind),
        among(await withIban(tx, query.iban), (row) => row.guid),
        among(found, (row) => row.guid),
      ]),
    );
  });
  const list = { accounts: page.rows.map(listedAccountView), total: page.total };
  return profile().accounts_list === 'object' ? list : [list];
}

/** Guids of the entities with this IBAN; undefined if none is requested. */
const withIban = async (tx: ReadTransaction, iban: string | undefined) =>
  iban === undefined ? undefined : guidsUnder(tx, 'iban', plainIban(iban));

/** Guids of the entities that a string matches: by guid, customer, external id, IBAN, or the customer's login. */
async function searched(
  tx: ReadTransaction,
  counterparty: string,
  text: string | undefined,
): Promise<string[] | undefined> {
  if (text === undefined) return undefined;
  const login = await tx.first(customerRows, 'login', `${counterparty} ${text}`);
  const places = [
    ['customer', text],
    ['owner', text],
    ['iban', plainIban(text)],
    ['customer', login?.guid],
  ] as const;
  const found = places.map(([index, key]) => (key ? guidsUnder(tx, index, key) : []));
  return [text, ...(await Promise.all(found)).flat()];
}

const guidsUnder = async (tx: ReadTransaction, index: string, key: string): Promise<string[]> =>
  (await tx.page(entityRows, { index, key })).rows.map((row) => row.guid);

/** Digital entities (ENT). */
export function entityHandlers(domain: Domain): Handlers<typeof entityOperations> {
  const { entities, bankEntities, center, branches } = domain;
  const { store } = center;

  return {
    createAccount: async ({ body }, { call }) => {
      const caller = callerOf(call);
      const branch_guid = await branches.forMember(call, caller.guid, body.branch_guid);
      if (branch_guid !== '' && body.account_kind === 'emission')
        throw new Refusal('entity-kind-branch', { kind: 'emission' });
      const { guid } = await bankEntities.createFurther(call, caller, { ...body, branch_guid });
      return { guid };
    },

    listAccounts: ({ query }, { call }) => accountsPage(domain, call, query),

    getAccount: async ({ params }, { call }) => {
      const account = await store.read((tx) => entities.find(tx, params.account_guid));
      if (account.counterparty_guid !== callerOf(call).guid || !inReach(call, account.branch_guid))
        throw new Refusal('account-elsewhere', { thing: 'account' });
      return accountView(account, await networkAsset(center));
    },
  };
}
