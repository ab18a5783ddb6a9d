import { z } from 'zod';
import { noUuid } from '../errors.js';
import { operation, table } from '../operation.js';
import {
  date,
  empty,
  flag,
  guid,
  guidInPath,
  hryvnias,
  listOf,
  ofCounterparty,
  paging,
  timestamp,
} from '../schemas.js';

/** An asset on an account, with the account's balance (CUS). */
export const accountAsset = z.object({
  activated: z.boolean(),
  balance: hryvnias,
  code: z.string(),
  minor_unit: z.int(),
  name: z.string(),
  platform: z.string(),
  stellar_code: z.string(),
  stellar_issuer: z.string(),
});

/** CustomerAccount of page CUS. */
export const customerAccount = z.object({
  activated: z.boolean(),
  assets: z.array(accountAsset),
  assets_total: z.int(),
  blocked: z.boolean(),
  customer_guid: guid,
  guid,
  iban: z.string(),
  name: z.string(),
  platform: z.string(),
  registered: z.boolean(),
  type: z.string(),
  wallet_account_guid: guid,
});

/** What can be set of a customer, at creation and later. */
const changeable = {
  balance_allowed: z.number().optional(),
  balance_asset_code: z.string().optional(),
  balance_asset_issuer: z.string().optional(),
  branch_guid: z.string().optional(),
  iban: z.string().optional(),
  is_disabled: z.boolean().optional(),
  kyc_level: z.int().optional(),
  name: z.string().optional(),
  paternal_name: z.string().optional(),
  surname: z.string().optional(),
  phone_number: z.string().optional(),
  segment: z.string().optional(),
  status: z.string().optional(),
};

export const createCustomer = operation({
  id: 'createCustomer',
  method: 'POST',
  path: '/api/v1/counterparty/{counterparty_guid}/customers',
  summary: "Creates a customer with a first digital entity; DCM calls the bank's /user_auth",
  caller: 'employee',
  permission: { scope: 'customers', reach: 'branch' },
  source: 'D CUS',
  params: ofCounterparty,
  body: z.object({
    asset_code: z.string().optional(),
    asset_issuer: z.string().optional(),
    login: z.string().optional(),
    ...changeable,
  }),
  answer: customerAccount,
  required: ['asset_code', 'asset_issuer'],
  reverseCalls: [{ method: 'user_auth', flow: 'sign-up', object: 'login' }],
  refuses: ['asset-not-found', 'customer-exists', 'not-found', ...noUuid],
});

export const customer = z.object({
  customer_guid: guid,
  login: z.string(),
  name: z.string(),
  paternal_name: z.string(),
  surname: z.string(),
  phone_number: z.string(),
  iban: z.string(),
  is_disabled: z.boolean(),
  kyc_level: z.int(),
  segment: z.string(),
  status: z.string(),
  balance_allowed: hryvnias,
  balance_asset_code: z.string(),
  balance_asset_issuer: z.string(),
  branch_guid: z.string(),
  created_at: timestamp,
  updated_at: timestamp,
});

const money = z.coerce.number();

/** Filters of customers (OLD-CUS, in its order); the branch list has the same. */
export const customerFilters = {
  guids: listOf(guid).optional(),
  counterparty_guids: listOf(guid).optional(),
  logins: listOf(z.string()).optional(),
  kyc_levels: listOf(z.string()).optional(),
  include_disabled: flag.optional(),
  min_balance_allowed: money.optional(),
  max_balance_allowed: money.optional(),
  balance_asset_code: z.string().optional(),
  balance_asset_issuers: listOf(z.string()).optional(),
  branch_guids: listOf(guid).optional(),
  ibans: listOf(z.string()).optional(),
  min_created_at: date.optional(),
  max_created_at: date.optional(),
  min_updated_at: date.optional(),
  max_updated_at: date.optional(),
  ...paging,
};

const filtersAssumed = Object.fromEntries(
  Object.keys(customerFilters).map((name) => [`query.${name}`, 'A'] as const),
);

const listCustomers = operation({
  id: 'listCustomers',
  method: 'GET',
  path: '/api/v1/counterparty/{counterparty_guid}/customers',
  summary: "The counterparty's customers; disabled ones only on request",
  caller: 'employee',
  permission: { scope: 'customers', reach: 'branch' },
  source: 'D CUS',
  pathSource: 'A',
  params: ofCounterparty,
  query: z.object(customerFilters),
  answer: z.object({ customers: z.array(customer), total: z.int() }),
  assumed: { ...filtersAssumed, 'answer.customers': 'A', 'answer.total': 'A' },
});

const updateCustomer = operation({
  id: 'updateCustomer',
  method: 'PUT',
  path: '/api/v1/counterparty/{counterparty_guid}/customers/{customer_guid}',
  summary: 'Changes a customer; the login cannot be changed',
  caller: 'employee',
  permission: { scope: 'customers', reach: 'branch' },
  source: 'D CUS',
  pathSource: 'O OLD-CUS',
  params: ofCounterparty.extend({ customer_guid: guidInPath }),
  body: z.object(changeable),
  answer: empty,
  assumed: {
    ...Object.fromEntries(Object.keys(changeable).map((name) => [`body.${name}`, 'A'] as const)),
    answer: 'A',
  },
  refuses: ['not-found', ...noUuid],
});

const getCustomer = operation({
  id: 'getCustomer',
  method: 'GET',
  path: '/api/v1/counterparty/{counterparty_guid}/customers/{customer_guid}',
  summary: 'One customer',
  caller: 'employee',
  permission: { scope: 'customers', reach: 'branch' },
  source: 'O OLD-CUS',
  pathSource: 'A',
  params: ofCounterparty.extend({ customer_guid: guidInPath }),
  answer: customer,
  assumed: { answer: 'A' },
  refuses: ['not-found'],
});

export const createCustomerAccount = operation({
  id: 'createCustomerAccount',
  method: 'POST',
  path: '/api/v1/counterparty/{counterparty_guid}/customers/{customer_guid}/accounts',
  summary: "Creates another digital entity of a customer; DCM calls the bank's /external_id and /key",
  caller: 'employee',
  permission: { scope: 'customers', reach: 'branch' },
  source: 'D ENT',
  pathSource: 'A',
  params: ofCounterparty.extend({ customer_guid: guidInPath }),
  body: z.object({
    asset_code: z.string().optional(),
    asset_issuer: z.string().optional(),
    iban: z.string().optional(),
  }),
  answer: customerAccount,
  assumed: { 'body.asset_code': 'A', 'body.asset_issuer': 'A', 'body.iban': 'A', answer: 'A' },
  required: ['asset_code', 'asset_issuer'],
  reverseCalls: [
    { method: 'external_id', flow: 'sign-up', object: 'customer' },
    { method: 'key', flow: 'sign-up', object: 'customer' },
  ],
  refuses: ['asset-not-found', 'not-found'],
});

const getCustomerAccounts = operation({
  id: 'getCustomerAccounts',
  method: 'GET',
  path: '/api/v1/counterparty/{counterparty_guid}/customers/{customer_guid}/accounts',
  summary: "A customer's digital entities with their balances",
  caller: 'employee',
  permission: { scope: 'customers', reach: 'branch' },
  source: 'D LIM',
  pathSource: 'A',
  params: ofCounterparty.extend({ customer_guid: guidInPath }),
  answer: z.array(customerAccount),
  assumed: { answer: 'A' },
  refuses: ['not-found'],
});

export const customerOperations = table(
  createCustomer,
  listCustomers,
  updateCustomer,
  getCustomer,
  createCustomerAccount,
  getCustomerAccounts,
);
