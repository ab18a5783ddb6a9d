import type { Input } from '../../contract/operation.js';
import type { customerOperations } from '../../contract/operations/customers.js';
import { networkAsset } from '../domain/assets.js';
import { confinedTo } from '../domain/branches.js';
import type { Call } from '../domain/call.js';
import { type Customer, customerRows as collection } from '../domain/customers-collection.js';
import { plainIban } from '../domain/iban.js';
import type { Domain } from '../domain/index.js';
import { callerOf, type Handlers } from './handler.js';
import { among, between, betweenDates, equal, listQuery, placeOf } from './page.js';
import { customerAccountView, customerView } from './views.js';

/** Customers that the caller sees; of one branch if it is given. */
export async function customersPage(
  { center }: Domain,
  call: Call,
  query: Input<typeof customerOperations.listCustomers>['query'],
  branch = confinedTo(call),
) {
  const page = await center.store.read(async (tx) => {
    const withIban = async (iban: string) =>
      (await tx.page(collection, { index: 'iban', key: plainIban(iban) })).rows.map((row) => row.guid);
    const named = query.ibans && (await Promise.all(query.ibans.map(withIban))).flat();
    return tx.page(
      collection,
      listQuery<Customer>(query, placeOf(call, branch), [
        query.include_disabled ? undefined : (row) => !row.is_disabled,
        among(query.guids, (row) => row.guid),
        among(query.counterparty_guids, (row) => row.counterparty_guid),
        among(query.logins, (row) => row.login),
        among(query.kyc_levels, (row) => String(row.kyc_level)),
        between(query.min_balance_allowed, query.max_balance_allowed, (row) => row.balance_allowed),
        equal(query.balance_asset_code, (row) => row.balance_asset_code),
        among(query.balance_asset_issuers, (row) => row.balance_asset_issuer),
        among(query.branch_guids, (row) => row.branch_guid),
        among(named, (row) => row.guid),
        betweenDates(query.min_created_at, query.max_created_at, (row) => row.created_at),
        betweenDates(query.min_updated_at, query.max_updated_at, (row) => row.updated_at),
      ]),
    );
  });
  return { customers: page.rows.map(customerView), total: page.total };
}

/** Customers of a bank (CUS). */
export function customerHandlers(domain: Domain): Handlers<typeof customerOperations> {
  const { customers, center } = domain;
  return {
    createCustomer: async ({ body }, { call }) => {
      const { customer, account } = await customers.create(call, callerOf(call), body);
      return customerAccountView(account, customer, await networkAsset(center));
    },

    listCustomers: ({ query }, { call }) => customersPage(domain, call, query),

    updateCustomer: async ({ params, body }, { call }) => {
      await customers.update(call, callerOf(call), params.customer_guid, body);
      return {};
    },

    getCustomer: async ({ params }, { call }) =>
      customerView(await customers.get(call, callerOf(call), params.customer_guid)),

    getCustomerAccounts: async ({ params }, { call }) => {
      const customer = await customers.get(call, callerOf(call), params.customer_guid);
      const asset = await networkAsset(center);
      return (await customers.accountsOf(customer.guid)).map((account) =>
        customerAccountView(account, customer, asset),
      );
    },

    createCustomerAccount: async ({ params, body }, { call }) => {
      const made = await customers.addAccount(call, callerOf(call), params.customer_guid, body);
      return customerAccountView(made.account, made.customer, await networkAsset(center));
    },
  };
}
