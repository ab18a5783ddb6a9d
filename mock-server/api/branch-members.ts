import type { branchMemberOperations } from '../../contract/operations/branch-members.js';
import { networkAsset } from '../domain/assets.js';
import { requireReach } from '../domain/branches.js';
import type { Call } from '../domain/call.js';
import type { Domain } from '../domain/index.js';
import { Refusal } from '../domain/refusal.js';
import { customersPage } from './customers.js';
import { accountsPage } from './entities.js';
import { callerOf, type Handlers } from './handler.js';
import { paymentsPage } from './transfers.js';
import { customerAccountView, paymentView } from './views.js';

/** What is under one branch: digital entities, customers, transfers (BR-FLT, BR-TR). */
export function branchMemberHandlers(domain: Domain): Handlers<typeof branchMemberOperations> {
  const { branches, center, customers, bankEntities, transfers: payments } = domain;

  /** The branch of the path, in use and in the caller's reach. @throws {Refusal} `not-found`, `permission` */
  async function branchOf(call: Call, guid: string): Promise<string> {
    const { guid: counterparty } = callerOf(call);
    requireReach(call, guid.toLowerCase());
    return (await center.store.read((tx) => branches.open(tx, counterparty, guid))).guid;
  }

  return {
    listBranchAccounts: async ({ params, query }, { call }) =>
      accountsPage(domain, call, query, await branchOf(call, params.branch_guid)),

    createBranchAccount: async ({ params, body }, { call }) => {
      const branch_guid = await branchOf(call, params.branch_guid);
      if ((body.account_kind ?? 'processing') !== 'processing')
        throw new Refusal('entity-kind-branch', { kind: body.account_kind ?? '' });
      const { guid } = await bankEntities.createFurther(call, callerOf(call), { ...body, branch_guid });
      return { guid };
    },

    listBranchCustomers: async ({ params, query }, { call }) =>
      customersPage(domain, call, query, await branchOf(call, params.branch_guid)),

    getBranchCustomerAccounts: async ({ params }, { call }) => {
      const branch = await branchOf(call, params.branch_guid);
      const customer = await customers.get(call, callerOf(call), params.customer_guid);
      if (customer.branch_guid !== branch) throw new Refusal('customer-elsewhere', { thing: 'customer' });
      const asset = await networkAsset(center);
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
        throw new Refusal('payment-elsewhere', { thing: 'payment' });
      }
      const asset = await networkAsset(center);
      return paymentView(payment, payments.shownStatus(payment), asset, query.with_stellar_info ?? false);
    },
  };
}
