import { z } from 'zod';
import { noUuid } from '../errors.js';
import { operation, table } from '../operation.js';
import {
  date,
  empty,
  guid,
  hryvnias,
  listOf,
  numeric,
  ofCounterparty,
  paging,
  timestamp,
} from '../schemas.js';

/** Directions and statuses of identifier requests; only `created` is documented literally (U-38). */
export const emissionDirections = ['issue', 'burn'] as const;
export const emissionStatuses = ['created', 'confirmed', 'cancelled'] as const;

const request = z.object({
  amount: z.number().optional(),
  asset_code: z.string().optional(),
  asset_issuer: z.string().optional(),
  reserve_balance: z.number().optional(),
});

export const issueIdentifiers = operation({
  id: 'issueIdentifiers',
  method: 'POST',
  path: '/api/v1/counterparty/{counterparty_guid}/emission/issue',
  summary: 'Requests the creation of identifiers; an officer of DCM confirms it',
  caller: 'employee',
  permission: { scope: 'emission', reach: 'common' },
  source: 'D ID',
  params: ofCounterparty,
  body: request,
  answer: empty,
  required: ['amount'],
  reverseCalls: [{ method: 'external_id', flow: 'sign-in', object: 'identification key keeper' }],
  refuses: ['asset-not-found', 'invalid-amount', 'request-open', 'reserve-insufficient', 'not-found'],
});

export const burnIdentifiers = operation({
  id: 'burnIdentifiers',
  method: 'POST',
  path: '/api/v1/counterparty/{counterparty_guid}/emission/burn',
  summary: 'Requests the deletion of identifiers; an officer of DCM confirms it',
  caller: 'employee',
  permission: { scope: 'emission', reach: 'common' },
  source: 'D ID',
  params: ofCounterparty,
  body: request,
  answer: empty,
  assumed: {
    'body.amount': 'A',
    'body.asset_code': 'A',
    'body.asset_issuer': 'A',
    'body.reserve_balance': 'A',
    'answer.': 'A',
  },
  required: ['amount'],
  reverseCalls: [
    { method: 'external_id', flow: 'sign-in', object: 'identification key keeper' },
    { method: 'key', flow: 'sign-in', object: 'identification key keeper' },
  ],
  refuses: [...issueIdentifiers.refuses, 'insufficient-balance', 'seed-decryption'],
});

export const emission = z.object({
  balance: z.object({
    asset_code: z.string(),
    counterparty_guid: guid,
    created_at: timestamp,
    emission_account_guid: z.string(),
    guid,
    reserve_balance_amount: hryvnias,
    updated_at: timestamp,
  }),
  created_at: timestamp,
  created_by: z.string(),
  direction: z.enum(emissionDirections),
  emission_payment_guid: z.string(),
  emission_payment_hash: z.string(),
  guid,
  issuer_payment_guid: z.string(),
  issuer_payment_hash: z.string(),
  requested_amount: hryvnias,
  reserve_balance_amount: hryvnias,
  status: z.enum(emissionStatuses),
  updated_at: timestamp,
  updated_by: z.string(),
});

const listEmissionHistory = operation({
  id: 'listEmissionHistory',
  method: 'GET',
  path: '/api/v1/counterparty/{counterparty_guid}/emission/history',
  summary: 'Requests to create and delete identifiers, with their payments',
  caller: 'employee',
  permission: { scope: 'emission', reach: 'common' },
  source: 'D ID',
  params: ofCounterparty,
  query: z.object({
    guids: listOf(guid).optional(),
    direction: z.string().optional(),
    balance_guid: z.string().optional(),
    asset_code: z.string().optional(),
    asset_issuer: z.string().optional(),
    issuer_payment_guid: z.string().optional(),
    emission_payment_guid: z.string().optional(),
    issuer_payment_hash: z.string().optional(),
    emission_payment_hash: z.string().optional(),
    min_requested_amount: numeric.optional(),
    max_requested_amount: numeric.optional(),
    status: z.string().optional(),
    created_by: z.string().optional(),
    updated_by: z.string().optional(),
    min_created_at: date.optional(),
    max_created_at: date.optional(),
    min_updated_at: date.optional(),
    max_updated_at: date.optional(),
    ...paging,
  }),
  answer: z.object({ history: z.array(emission), total: z.int() }),
});

const requestGuid = z.object({ guid: z.string().optional() });

const confirmEmission = operation({
  id: 'confirmEmission',
  method: 'POST',
  path: '/api/v1/counterparty/{counterparty_guid}/emission/confirm',
  summary: 'Confirms a request for identifiers; only for officers of DCM',
  caller: 'officer',
  source: 'D PLAN',
  pathSource: 'A',
  params: ofCounterparty,
  body: requestGuid,
  answer: empty,
  assumed: { 'body.guid': 'A', answer: 'A' },
  required: ['guid'],
  refuses: ['request-finished', 'insufficient-balance', 'not-found', ...noUuid],
});

const cancelEmission = operation({
  id: 'cancelEmission',
  method: 'POST',
  path: '/api/v1/counterparty/{counterparty_guid}/emission/cancel',
  summary: 'Cancels a request for identifiers; only for officers of DCM',
  caller: 'officer',
  source: 'D UG-ID',
  pathSource: 'A',
  params: ofCounterparty,
  body: requestGuid,
  answer: empty,
  assumed: { 'body.guid': 'A', answer: 'A' },
  required: ['guid'],
  refuses: ['request-finished', 'not-found', ...noUuid],
});

export const identifierOperations = table(
  issueIdentifiers,
  burnIdentifiers,
  listEmissionHistory,
  confirmEmission,
  cancelEmission,
);
