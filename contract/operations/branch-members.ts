import { z } from 'zod';
import { operation, table } from '../operation.js';
import { empty, flag, guid, guidInPath } from '../schemas.js';
import { ofBranch } from './branches.js';
import { customer, customerAccount, customerFilters } from './customers.js';
import { accountFilters, accountPages, newEntityCalls } from './entities.js';
import { confirmPayment, createPayment, payment, paymentFilters, paymentOrder } from './transfers.js';

/** What is under one branch: digital entities, customers, transfers (BR-FLT, BR-TR). */

const branch = '/api/v1/counterparty/{counterparty_guid}/branch/{branch_guid}';

const allAssumed = (part: string, members: object) =>
  Object.fromEntries(Object.keys(members).map((name) => [`${part}.${name}`, 'A'] as const));

const listBranchAccounts = operation({
  id: 'listBranchAccounts',
  method: 'GET',
  path: `${branch}/accounts`,
  summary: 'Digital entities of a branch',
  caller: 'employee',
  permission: { scope: 'accounts', reach: 'branch' },
  source: 'D BR-FLT',
  pathSource: 'A',
  params: ofBranch,
  query: z.object(accountFilters),
  answer: accountPages,
  assumed: { ...allAssumed('query', accountFilters), 'query.wallet_account_guids': 'D BR-FLT', answer: 'A' },
  refuses: ['not-found'],
});

const createBranchAccount = operation({
  id: 'createBranchAccount',
  method: 'POST',
  path: `${branch}/accounts`,
  summary: "Creates a processing entity of a branch; DCM calls the bank's /key",
  caller: 'employee',
  permission: { scope: 'accounts', reach: 'branch' },
  source: 'A',
  params: ofBranch,
  body: z.object({
    account_kind: z.string().optional(),
    iban: z.string().optional(),
    key_keeper_login: z.string().optional(),
  }),
  answer: z.object({ guid }),
  reverseCalls: [newEntityCalls.processing],
  refuses: ['entity-kind', 'no-key-keeper', 'not-found'],
});

const listBranchCustomers = operation({
  id: 'listBranchCustomers',
  method: 'GET',
  path: `${branch}/customers`,
  summary: 'Customers of a branch',
  caller: 'employee',
  permission: { scope: 'customers', reach: 'branch' },
  source: 'D BR-FLT',
  pathSource: 'A',
  params: ofBranch,
  query: z.object(customerFilters),
  answer: z.object({ customers: z.array(customer), total: z.int() }),
  assumed: { ...allAssumed('query', customerFilters), answer: 'A' },
  refuses: ['not-found'],
});

const getBranchCustomerAccounts = operation({
  id: 'getBranchCustomerAccounts',
  method: 'GET',
  path: `${branch}/customers/{customer_guid}/accounts`,
  summary: "Digital entities of a branch's customer",
  caller: 'employee',
  permission: { scope: 'customers', reach: 'branch' },
  source: 'D BR-FLT',
  pathSource: 'A',
  params: ofBranch.extend({ customer_guid: guidInPath }),
  answer: z.array(customerAccount),
  assumed: { answer: 'A' },
  refuses: ['not-found'],
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

const listBranchPayments = operation({
  id: 'listBranchPayments',
  method: 'GET',
  path: `${branch}/payments`,
  summary: 'Transfers from or to entities of a branch',
  caller: 'employee',
  permission: { scope: 'payments', reach: 'branch' },
  source: 'D BR-TR',
  params: ofBranch,
  query: z.object(branchPaymentFilters),
  answer: z.object({ payments: z.array(payment), total: z.int() }),
  assumed: Object.fromEntries(
    Object.keys(branchPaymentFilters)
      .filter((name) => !named.includes(name))
      .map((name) => [`query.${name}`, 'A'] as const),
  ),
  refuses: ['not-found'],
});

const createBranchPayment = operation({
  id: 'createBranchPayment',
  method: 'POST',
  path: `${branch}/payments`,
  summary: 'Creates the draft of a transfer from an entity of the branch',
  caller: 'employee',
  permission: { scope: 'payments', reach: 'branch' },
  source: 'D BR-TR',
  params: ofBranch,
  body: paymentOrder,
  answer: z.object({ guid }),
  required: createPayment.required,
  refuses: createPayment.refuses,
});

const confirmBranchPayment = operation({
  id: 'confirmBranchPayment',
  method: 'POST',
  path: `${branch}/payments/confirm`,
  summary: 'Confirms a draft of the branch',
  caller: 'employee',
  permission: { scope: 'payments', reach: 'branch' },
  source: 'D BR-TR',
  params: ofBranch,
  body: z.object({ guid: z.string().optional(), bank_guid: z.string().nullish() }),
  answer: empty,
  assumed: { 'body.guid': 'X TEST', 'body.bank_guid': 'A', answer: 'A' },
  required: confirmPayment.required,
  reverseCalls: confirmPayment.reverseCalls,
  postsTransfer: true,
  refuses: confirmPayment.refuses,
});

const getBranchPayment = operation({
  id: 'getBranchPayment',
  method: 'GET',
  path: `${branch}/payments/{payment_guid}`,
  summary: 'One transfer from or to an entity of the branch',
  caller: 'employee',
  permission: { scope: 'payments', reach: 'branch' },
  source: 'D BR-TR',
  pathSource: 'A',
  params: ofBranch.extend({ payment_guid: guidInPath }),
  query: z.object({ with_stellar_info: flag.optional() }),
  answer: payment,
  assumed: { 'query.with_stellar_info': 'A', answer: 'A' },
  refuses: ['not-found'],
});

export const branchMemberOperations = table(
  listBranchAccounts,
  createBranchAccount,
  listBranchCustomers,
  getBranchCustomerAccounts,
  listBranchPayments,
  createBranchPayment,
  confirmBranchPayment,
  getBranchPayment,
);
