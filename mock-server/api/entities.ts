import type { Input } from '../../contract/operation.js';
import type { operations } from '../../contract/operations/index.js';
import { allowedAsset } from '../domain/assets.js';
import { confinedTo, inReach } from '../domain/branches.js';
import type { Call } from '../domain/call.js';
import { type Account, accounts, customers } from '../domain/collections.js';
import { plainIban } from '../domain/iban.js';
import type { Domain } from '../domain/index.js';
import { Refusal } from '../domain/refusal.js';
import { callerOf, type Handlers } from './handler.js';
import { among, equal, listQuery, placeOf } from './page.js';
import { accountView, listedAccountView } from './views.js';

type Entities = Pick<typeof operations, 'createAccount' | 'listAccounts' | 'getAccount'>;

/** Digital entities that the caller sees; of one branch when it is given. */
export async function accountsPage(
  { center: { store, profile } }: Domain,
  call: Call,
  query: Input<typeof operations.listAccounts>['query'],
  branch = confinedTo(call),
) {
  const { guid } = callerOf(call);
  const page = await store.read(async (tx) => {
    const text = query.search_string;
    const login = text === undefined ? undefined : await tx.first(customers, 'login', `${guid} ${text}`);
    const found = (row: Account): boolean =>
      text === undefined ||
      [row.guid, row.customer_guid, row.owner_external_id].includes(text) ||
      (row.iban !== '' && plainIban(row.iban) === plainIban(text)) ||
      (login !== undefined && row.customer_guid === login.guid);
    return tx.page(
      accounts,
      listQuery<Account>(query, placeOf(call, branch), [
        among(query.wallet_account_guids, (row) => row.guid),
        among(query.wallet_user_guids, (row) => row.customer_guid),
        among(query.account_kinds, (row) => row.account_kind),
        equal(query.iban === undefined ? undefined : plainIban(query.iban), (row) => plainIban(row.iban)),
        text === undefined ? undefined : found,
      ]),
    );
  });
  const list = { accounts: page.rows.map(listedAccountView), total: page.total };
  return profile().accounts_list === 'array' ? [list] : list;
}

/** Digital entities (ENT). */
export function entityHandlers(domain: Domain): Handlers<Entities> {
  const { entities, center, branches } = domain;
  const { store } = center;

  return {
    createAccount: async ({ body }, { call }) => {
      const caller = callerOf(call);
      const branch_guid = await branches.forMember(call, caller.guid, body.branch_guid);
      if (branch_guid !== '' && body.account_kind === 'emission') throw new Refusal('entity-kind');
      const { guid } = await entities.createFurther(call, caller, { ...body, branch_guid });
      return { guid };
    },

    listAccounts: ({ query }, { call }) => accountsPage(domain, call, query),

    getAccount: async ({ params }, { call }) => {
      const account = await store.read((tx) => entities.find(tx, params.account_guid));
      if (account.counterparty_guid !== callerOf(call).guid || !inReach(call, account.branch_guid))
        throw new Refusal('not-found', { thing: 'account' });
      return accountView(account, await allowedAsset(center, {}));
    },
  };
}
