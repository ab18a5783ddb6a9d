import { z } from 'zod';
import { operation } from '../operation.js';
import { empty, flag, guid, guidInPath, listOf, ofCounterparty, paging, timestamp } from '../schemas.js';
import { customer, customerAccount, customerFilters } from './customers.js';
import { accountFilters, accountPages } from './entities.js';
import { payment, paymentFilters, paymentOrder } from './transfers.js';

/** Branches (BR): they divide employees, customers and digital entities of a counterparty. */

const branches = '/api/v1/counterparty/{counterparty_guid}/branches';
const branch = '/api/v1/counterparty/{counterparty_guid}/branch/{branch_guid}';

export const ofBranch = ofCounterparty.extend({ branch_guid: guidInPath });

export const listedBranch = z.object({
  counterparty_guid: guid,
  created_at: timestamp,
  guid,
  is_deleted: z.boolean(),
  name: z.string(),
  updated_at: timestamp,
});

const allAssumed = (part: string, members: object) =>
  Object.fromEntries(Object.keys(members).map((name) => [`${part}.${name}`, 'A'] as const));

export const listBranches = operation({
  id: 'listBranches',
  method: 'GET',
  path: branches,
  summary: "The counterparty's branches; deleted ones are hidden",
  caller: 'employee',
  permission: { scope: 'branches', verb: 'GET' },
  source: 'D BR',
  params: ofCounterparty,
  query: z.object({ names: listOf(z.string()).optional(), guids: listOf(guid).optional(), ...paging }),
  answer: z.object({ list: z.array(listedBranch), total: z.int() }),
});

export const createBranch = operation({
  id: 'createBranch',
  method: 'POST',
  path: branches,
  summary: 'Creates a branch',
  caller: 'employee',
  permission: { scope: 'branches', verb: 'POST' },
  source: 'D BR',
  params: ofCounterparty,
  body: z.object({ name: z.string().optional() }),
  answer: z.object({ guid }),
});

export const getBranch = operation({
  id: 'getBranch',
  method: 'GET',
  path: `${branches}/{branch_guid}`,
  summary: 'One branch, also a deleted one',
  caller: 'employee',
  permission: { scope: 'branches', verb: 'GET' },
  source: 'D BR',
  params: ofBranch,
  answer: listedBranch,
});

export const updateBranch = operation({
  id: 'updateBranch',
  method: 'PUT',
  path: `${branches}/{branch_guid}`,
  summary: 'Renames or deletes a branch; its members stay',
  caller: 'employee',
  permission: { scope: 'branches', verb: 'PUT' },
  source: 'D BR',
  pathSource: 'A',
  params: ofBranch,
  body: z.object({ is_deleted: z.boolean().optional(), name: z.string().optional() }),
  answer: empty,
});

export const listBranchAccounts = operation({
  id: 'listBranchAccounts',
  method: 'GET',
  path: `${branch}/accounts`,
  summary: 'Digital entities of a branch',
  caller: 'employee',
  permission: { scope: 'accounts', verb: 'GET' },
  source: 'D BR-FLT',
  pathSource: 'A',
  params: ofBranch,
  query: z.object(accountFilters),
  answer: accountPages,
  assumed: { ...allAssumed('query', accountFilters), 'query.wallet_account_guids': 'D BR-FLT', answer: 'A' },
});

export const createBranchAccount = operation({
  id: 'createBranchAccount',
  method: 'POST',
  path: `${branch}/accounts`,
  summary: "Creates a processing entity of a branch; DCM asks the bank's /key",
  caller: 'employee',
  permission: { scope: 'accounts', verb: 'POST' },
  source: 'A',
  params: ofBranch,
  body: z.object({
    account_kind: z.string().optional(),
    iban: z.string().optional(),
    key_keeper_login: z.string().optional(),
  }),
  answer: z.object({ guid }),
});

export const listBranchCustomers = operation({
  id: 'listBranchCustomers',
  method: 'GET',
  path: `${branch}/customers`,
  summary: 'Customers of a branch',
  caller: 'employee',
  permission: { scope: 'customers', verb: 'GET' },
  source: 'D BR-FLT',
  pathSource: 'A',
  params: ofBranch,
  query: z.object(customerFilters),
  answer: z.object({ customers: z.array(customer), total: z.int() }),
  assumed: { ...allAssumed('query', customerFilters), answer: 'A' },
});

export const getBranchCustomerAccounts = operation({
  id: 'getBranchCustomerAccounts',
  method: 'GET',
  path: `${branch}/customers/{customer_guid}/accounts`,
  summary: "Digital entities of a branch's customer",
  caller: 'employee',
  permission: { scope: 'customers', verb: 'GET' },
  source: 'D BR-FLT',
  pathSource: 'A',
  params: ofBranch.extend({ customer_guid: guidInPath }),
  answer: z.array(customerAccount),
  assumed: { answer: 'A' },
});

const { external_transaction_id: _not, ...branchPaymentFilters } = paymentFilters;
const named = [
  'receiver_counterparty',
  'sender_counterparty',
  'guids',
  'sender_ids',
  'receiver_ids',
  'min_amount',
];

export const listBranchPayments = operation({
  id: 'listBranchPayments',
  method: 'GET',
  path: `${branch}/payments`,
  summary: 'Transfers from or to entities of a branch',
  caller: 'employee',
  permission: { scope: 'payments', verb: 'GET' },
  source: 'D BR-TR',
  params: ofBranch,
  query: z.object(branchPaymentFilters),
  answer: z.object({ payments: z.array(payment), total: z.int() }),
  assumed: Object.fromEntries(
    Object.keys(branchPaymentFilters)
      .filter((name) => !named.includes(name))
      .map((name) => [`query.${name}`, 'A'] as const),
  ),
});

export const createBranchPayment = operation({
  id: 'createBranchPayment',
  method: 'POST',
  path: `${branch}/payments`,
  summary: 'Makes the draft of a transfer from an entity of the branch',
  caller: 'employee',
  permission: { scope: 'payments', verb: 'POST' },
  source: 'D BR-TR',
  params: ofBranch,
  body: paymentOrder,
  answer: z.object({ guid }),
});

export const confirmBranchPayment = operation({
  id: 'confirmBranchPayment',
  method: 'POST',
  path: `${branch}/payments/confirm`,
  summary: 'Confirms a draft of the branch',
  caller: 'employee',
  permission: { scope: 'payments', verb: 'POST' },
  source: 'D BR-TR',
  params: ofBranch,
  body: z.object({ guid: z.string().optional(), bank_guid: z.string().nullish() }),
  answer: empty,
  assumed: { 'body.guid': 'X TEST', 'body.bank_guid': 'A', answer: 'A' },
});

export const getBranchPayment = operation({
  id: 'getBranchPayment',
  method: 'GET',
  path: `${branch}/payments/{payment_guid}`,
  summary: 'One transfer from or to an entity of the branch',
  caller: 'employee',
  permission: { scope: 'payments', verb: 'GET' },
  source: 'D BR-TR',
  pathSource: 'A',
  params: ofBranch.extend({ payment_guid: guidInPath }),
  query: z.object({ with_stellar_info: flag.optional() }),
  answer: payment,
  assumed: { 'query.with_stellar_info': 'A', answer: 'A' },
});
