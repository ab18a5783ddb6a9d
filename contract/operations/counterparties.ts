import { z } from 'zod';
import { operation, table } from '../operation.js';
import { empty, guid, guidInPath, listOf, ofCounterparty, paging, timestamp } from '../schemas.js';
import { newEntityCalls } from './entities.js';

/** Counterparties (OLD-CP): acts of DCM's officers (U-74). */

const path = '/api/v1/counterparties';

const attributes = {
  description: z.string().optional(),
  holding_name: z.string().optional(),
  name: z.string().optional(),
  user_auth_url: z.string().optional(),
  user_id_url: z.string().optional(),
  user_key_url: z.string().optional(),
};

export const listedCounterparty = z.object({
  guid,
  name: z.string(),
  asset_code: z.string(),
  asset_issuer: z.string(),
  description: z.string(),
  holding_name: z.string(),
  user_auth_url: z.string(),
  user_id_url: z.string(),
  user_key_url: z.string(),
  auto_issue: z.boolean(),
  auto_burn: z.boolean(),
  emission_account_guid: z.string(),
  processing_account_guid: z.string(),
  created_at: timestamp,
  updated_at: timestamp,
});

const createCounterparty = operation({
  id: 'createCounterparty',
  method: 'POST',
  path,
  summary: 'Creates a counterparty with both entities; its key keepers must be registered at onboarding',
  caller: 'officer',
  source: 'O OLD-CP',
  body: z.object({
    asset_code: z.string().optional(),
    asset_issuer: z.string().optional(),
    guid: z.string().optional(),
    ...attributes,
  }),
  answer: z.object({ emission_account_guid: guid, guid, processing_account_guid: guid }),
  reverseCalls: [newEntityCalls.emission, newEntityCalls.processing],
  refuses: ['asset-not-found', 'guid-taken', 'no-key-keeper', 'counterparty-exists'],
});

const listCounterparties = operation({
  id: 'listCounterparties',
  method: 'GET',
  path,
  summary: 'Counterparties of the network',
  caller: 'officer',
  source: 'O OLD-CP',
  query: z.object({
    guids: listOf(guid).optional(),
    names: listOf(z.string()).optional(),
    holding_names: listOf(z.string()).optional(),
    ...paging,
  }),
  answer: z.object({ counterparties: z.array(listedCounterparty), total: z.int() }),
  assumed: {
    'query.offset': 'A',
    'query.limit': 'A',
    'query.order': 'A',
    'answer.counterparties': 'A',
    'answer.total': 'A',
  },
});

const updateCounterparty = operation({
  id: 'updateCounterparty',
  method: 'PUT',
  path: `${path}/{counterparty_guid}`,
  summary: "Changes a counterparty's attributes, such as the bank's URLs",
  caller: 'officer',
  source: 'O OLD-CP',
  params: ofCounterparty,
  body: z.object(attributes),
  answer: empty,
  refuses: ['counterparty-exists', 'not-found'],
});

const getCounterparty = operation({
  id: 'getCounterparty',
  method: 'GET',
  path: `${path}/{counterparty_guid}`,
  summary: 'One counterparty with its attributes',
  caller: 'officer',
  source: 'O OLD-CP',
  pathSource: 'A',
  params: z.object({ counterparty_guid: guidInPath }),
  answer: listedCounterparty,
  assumed: { answer: 'A' },
  refuses: ['not-found'],
});

export const counterpartyOperations = table(
  createCounterparty,
  listCounterparties,
  updateCounterparty,
  getCounterparty,
);
