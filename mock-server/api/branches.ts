import type { operations } from '../../contract/operations/index.js';
import { type Branch, branches as collection } from '../domain/access-collections.js';
import { allowedAsset } from '../domain/assets.js';
import { inReach, requireReach } from '../domain/branches.js';
import type { Call } from '../domain/call.js';
import type { Domain } from '../domain/index.js';
import { Refusal } from '../domain/refusal.js';
import { customersPage } from './customers.js';
import { accountsPage } from './entities.js';
import { callerOf, type Handlers } from './handler.js';
import { among, listQuery } from './page.js';
import { paymentsPage } from './transfers.js';
import { customerAccountView, paymentView } from './views.js';

type Branches = Pick<
  typeof operations,
  | 'listBranches'
  | 'createBranch'
  | 'getBranch'
  | 'updateBranch'
  | 'listBranchAccounts'
  | 'createBranchAccount'
  | 'listBranchCustomers'
  | 'getBranchCustomerAccounts'
  | 'listBranchPayments'
  | 'createBranchPayment'
  | 'confirmBranchPayment'
  | 'getBranchPayment'
>;

/** Branches (BR), and what is under one: entities, customers, transfers (BR-FLT, BR-TR). */
export function branchHandlers(domain: Domain): Handlers<Branches> {
  const { branches, center, customers, entities, payments } = domain;
  const { store } = center;

  /** The branch of the path, in use and in the caller's reach. @throws {Refusal} `not-found`, `permission` */
  async function branchOf(call: Call, guid: string): Promise<string> {
    const { guid: counterparty } = callerOf(call);
    requireReach(call, guid.toLowerCase());
    return (await store.read((tx) => branches.open(tx, counterparty, guid))).guid;
  }

  return {
    listBranches: async ({ query }, { call }) => {
      const page = await store.read((tx) =>
        tx.page(
          collection,
          listQuery<Branch>(query, { index: 'counterparty', key: callerOf(call).guid }, [
            (row) => !row.is_deleted,
            (row) => inReach(call, row.guid),
            among(query.names, (row) => row.name),
            among(query.guids, (row) => row.guid),
          ]),
        ),
      );
      return { list: [...page.rows], total: page.total };
    },

    createBranch: async ({ body }, { call }) => {
      const { guid } = await branches.create(callerOf(call).guid, body.name);
      return { guid };
    },

    getBranch: async ({ params }, { call }) => {
      requireReach(call, params.branch_guid.toLowerCase());
      return branches.get(callerOf(call).guid, params.branch_guid);
    },

    updateBranch: async ({ params, body }, { call }) => {
      requireReach(call, params.branch_guid.toLowerCase());
      await branches.update(callerOf(call).guid, params.branch_guid, body);
      return {};
    },

    listBranchAccounts: async ({ params, query }, { call }) =>
      accountsPage(domain, call, query, await branchOf(call, params.branch_guid)),

    createBranchAccount: async ({ params, body }, { call }) => {
      const branch_guid = await branchOf(call, params.branch_guid);
      if ((body.account_kind ?? 'processing') !== 'processing') throw new Refusal('entity-kind');
      const { guid } = await entities.createFurther(call, callerOf(call), { ...body, branch_guid });
      return { guid };
    },

    listBranchCustomers: async ({ params, query }, { call }) =>
      customersPage(domain, call, query, await branchOf(call, params.branch_guid)),

    getBranchCustomerAccounts: async ({ params }, { call }) => {
      const branch = await branchOf(call, params.branch_guid);
      const customer = await customers.get(call, callerOf(call), params.customer_guid);
      if (customer.branch_guid !== branch) throw new Refusal('not-found', { thing: 'customer' });
      const asset = await allowedAsset(center, {});
      const accounts = await customers.accountsOf(customer.guid);
      return accounts.map((account) => customerAccountView(account, customer, asset));
    },

    listBranchPayments: async ({ params, query }, { call }) =>
      paymentsPage(domain, call, query, await branchOf(call, params.branch_guid)),

    createBranchPayment: async ({ params, body }, { call }) => {
      const branch = await branchOf(call, params.branch_guid);
      const { guid } = await payments.create(call, callerOf(call), body, branch);
      return { guid };
    },

    confirmBranchPayment: async ({ params, body }, { call }) => {
      const branch = await branchOf(call, params.branch_guid);
      await payments.confirm(call, callerOf(call), body, branch);
      return {};
    },

    getBranchPayment: async ({ params, query }, { call }) => {
      const branch = await branchOf(call, params.branch_guid);
      const payment = await payments.get(call, callerOf(call), params.payment_guid);
      if (payment.sender_branch !== branch && payment.receiver_branch !== branch) {
        throw new Refusal('not-found', { thing: 'payment' });
      }
      return paymentView(payment, await allowedAsset(center, {}), query.with_stellar_info ?? false);
    },
  };
}
