import { z } from 'zod';
import { operation } from '../operation.js';
import { guid, guidInPath, hryvnias, listOf, ofCounterparty, paging, timestamp } from '../schemas.js';

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

export const createCustomer = operation({
  id: 'createCustomer',
  method: 'POST',
  path: '/api/v1/counterparty/{counterparty_guid}/customers',
  summary: "Creates a customer with a first digital entity; DCM asks the bank's /user_auth",
  caller: 'employee',
  permission: { scope: 'customers', verb: 'POST' },
  source: 'D CUS',
  params: ofCounterparty,
  body: z.object({
    asset_code: z.string().optional(),
    asset_issuer: z.string().optional(),
    balance_allowed: z.number().optional(),
    balance_asset_code: z.string().optional(),
    balance_asset_issuer: z.string().optional(),
    branch_guid: z.string().optional(),
    iban: z.string().optional(),
    is_disabled: z.boolean().optional(),
    kyc_level: z.int().optional(),
    login: z.string().optional(),
    name: z.string().optional(),
    paternal_name: z.string().optional(),
    surname: z.string().optional(),
    phone_number: z.string().optional(),
    segment: z.string().optional(),
    status: z.string().optional(),
  }),
  answer: customerAccount,
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

export const listCustomers = operation({
  id: 'listCustomers',
  method: 'GET',
  path: '/api/v1/counterparty/{counterparty_guid}/customers',
  summary: "The counterparty's customers",
  caller: 'employee',
  permission: { scope: 'customers', verb: 'GET' },
  source: 'D CUS',
  pathSource: 'A',
  params: ofCounterparty,
  query: z.object({ guids: listOf(guid).optional(), logins: listOf(z.string()).optional(), ...paging }),
  answer: z.object({ customers: z.array(customer), total: z.int() }),
  assumed: { 'query.guids': 'A', 'query.logins': 'A', 'answer.customers': 'A' },
});

export const getCustomerAccounts = operation({
  id: 'getCustomerAccounts',
  method: 'GET',
  path: '/api/v1/counterparty/{counterparty_guid}/customers/{customer_guid}/accounts',
  summary: "A customer's digital entities with their balances",
  caller: 'employee',
  permission: { scope: 'customers', verb: 'GET' },
  source: 'D LIM',
  pathSource: 'A',
  params: ofCounterparty.extend({ customer_guid: guidInPath }),
  answer: z.array(customerAccount),
});
