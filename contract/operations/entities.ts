import { z } from 'zod';
import { noUuid } from '../errors.js';
import { onlyWith } from '../openapi-schema.js';
import { operation, type ReverseCall, table } from '../operation.js';
import { guid, guidInPath, hryvnias, listOf, ofCounterparty, paging, timestamp } from '../schemas.js';

/** Kinds of digital entities: identification, processing, customer's, distributor (U-22). */
export const accountKinds = ['emission', 'processing', 'customer', 'root'] as const;
export type AccountKind = (typeof accountKinds)[number];

export const listedAccount = z.object({
  account_kind: z.enum(accountKinds),
  counterparty_guid: guid,
  created_at: timestamp,
  iban: z.string(),
  stellar_address: z.string(),
  updated_at: timestamp,
  wallet_account_guid: guid,
  wallet_user_external_id: z.string(),
  wallet_user_guid: z.string(),
});

const accountPage = z.object({ accounts: z.array(listedAccount), total: z.int() });

/** As documented an array around one object; the profile option accounts_list drops the array (U-26). */
export const accountPages = z.union([
  z.array(accountPage).length(1),
  accountPage.meta(onlyWith('accounts_list: object')),
]);

/** Filters of digital entities (ENT). */
export const accountFilters = {
  wallet_account_guids: listOf(guid).optional(),
  wallet_user_guids: listOf(guid).optional(),
  account_kinds: listOf(z.string()).optional(),
  iban: z.string().optional(),
  search_string: z.string().optional(),
  ...paging,
};

/** What DCM asks for a new entity of the counterparty, by its kind. */
export const newEntityCalls = {
  emission: {
    method: 'key',
    flow: 'sign-up-emission',
    object: 'identification key keeper',
    entity: 'emission',
  },
  processing: {
    method: 'key',
    flow: 'sign-up-processing',
    object: 'chosen key keeper',
    entity: 'processing',
  },
} as const satisfies Record<string, ReverseCall>;

const createAccount = operation({
  id: 'createAccount',
  method: 'POST',
  path: '/api/v1/counterparty/{counterparty_guid}/accounts',
  summary: "Creates another digital entity of the counterparty; DCM calls the bank's /key",
  caller: 'employee',
  permission: { scope: 'accounts', reach: 'branch' },
  source: 'D ENT',
  params: ofCounterparty,
  body: z.object({
    account_kind: z.string().optional(),
    iban: z.string().optional(),
    key_keeper_login: z.string().optional(),
    branch_guid: z.string().optional(),
  }),
  answer: z.object({ guid }),
  reverseCalls: [newEntityCalls.emission, newEntityCalls.processing],
  refuses: ['entity-kind', 'entity-exists', 'no-key-keeper', 'not-found', ...noUuid],
});

const listAccounts = operation({
  id: 'listAccounts',
  method: 'GET',
  path: '/api/v1/counterparty/{counterparty_guid}/accounts',
  summary: 'Digital entities that the caller may see, without balances',
  caller: 'employee',
  permission: { scope: 'accounts', reach: 'branch' },
  source: 'D ENT',
  params: ofCounterparty,
  query: z.object(accountFilters),
  answer: accountPages,
  assumed: { 'query.limit': 'O OLD-ACC', 'query.order': 'A' },
});

const getAccount = operation({
  id: 'getAccount',
  method: 'GET',
  path: '/api/v1/counterparty/{counterparty_guid}/accounts/{account_guid}',
  summary: 'One digital entity with its balance',
  caller: 'employee',
  permission: { scope: 'accounts', reach: 'branch' },
  source: 'O OLD-ACC',
  params: ofCounterparty.extend({ account_guid: guidInPath }),
  answer: z.object({
    activated: z.boolean(),
    assets: z.array(
      z.object({
        activated: z.boolean(),
        balance: hryvnias,
        code: z.string(),
        minor_unit: z.int(),
        name: z.string(),
        platform: z.string(),
      }),
    ),
    assets_total: z.int(),
    blocked: z.boolean(),
    guid,
    name: z.string(),
    platform: z.string(),
    registered: z.boolean(),
    type: z.string(),
  }),
  refuses: ['not-found'],
});

export const entityOperations = table(createAccount, listAccounts, getAccount);
