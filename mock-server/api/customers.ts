import type { operations } from '../../contract/operations/index.js';
import { allowedAsset } from '../domain/assets.js';
import { type Customer, customers as collection } from '../domain/collections.js';
import type { Domain } from '../domain/index.js';
import { callerOf, type Handlers } from './handler.js';
import { among, listQuery } from './page.js';
import { customerAccountView, customerView } from './views.js';

type Customers = Pick<typeof operations, 'createCustomer' | 'listCustomers' | 'getCustomerAccounts'>;

/** Customers of a bank (CUS). */
export function customerHandlers({ customers, center }: Domain): Handlers<Customers> {
  return {
    createCustomer: async ({ body }, { call }) => {
      const { customer, account } = await customers.create(call, callerOf(call), body);
      return customerAccountView(account, customer, await allowedAsset(center, {}));
    },

    listCustomers: async ({ query }, { call }) => {
      const page = await center.store.read((tx) =>
        tx.page(
          collection,
          listQuery<Customer>(query, 'counterparty', callerOf(call).guid, [
            among(query.guids, (row) => row.guid),
            among(query.logins, (row) => row.login),
          ]),
        ),
      );
      return { customers: page.rows.map(customerView), total: page.total };
    },

    getCustomerAccounts: async ({ params }, { call }) => {
      const customer = await customers.get(callerOf(call), params.customer_guid);
      const asset = await allowedAsset(center, {});
      return (await customers.accountsOf(customer.guid)).map((account) =>
        customerAccountView(account, customer, asset),
      );
    },
  };
}
