import { z } from 'zod';
import { noUuid } from '../errors.js';
import { onlyWith } from '../openapi-schema.js';
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
import { accountKinds } from './entities.js';

/** Statuses of a transfer (AID-TR). */
export const paymentStatuses = ['CREATED', 'CONFIRMED'] as const;

/** Until a confirmed transfer is posted, with an option only: no page lists it (U-45). */
export const unlistedStatus = 'PROCESSING';

/** The payment object (TR); the doubled `account_account` is the vendor's. */
export const payment = z.object({
  amount: hryvnias,
  asset_code: z.string(),
  asset_issuer: z.string(),
  category: z.string(),
  category_guid: z.string(),
  created_at: timestamp,
  deleted_at: z.string(),
  fee: hryvnias,
  guid,
  purpose: z.string(),
  receiver_account_account_kind: z.enum(accountKinds),
  receiver_counterparty: guid,
  receiver_id: guid,
  sender_account_account_kind: z.enum(accountKinds),
  sender_counterparty: guid,
  sender_id: guid,
  status: z.union([
    z.enum(paymentStatuses),
    z.literal(unlistedStatus).meta(onlyWith(`intermediate_status: ${unlistedStatus}`)),
  ]),
  stellar_info: z.object({ hash: z.string() }).optional(),
  target_balance: hryvnias,
  updated_at: timestamp,
});

/** What a draft says (TR). */
export const paymentOrder = z.object({
  amount: z.number().optional(),
  asset_code: z.string().optional(),
  asset_issuer: z.string().optional(),
  category_guid: z.string().optional(),
  purpose: z.string().optional(),
  receiver_iban: z.string().optional(),
  receiver_id: z.string().optional(),
  sender_iban: z.string().optional(),
  sender_id: z.string().optional(),
  target_balance: z.number().optional(),
});

export const createPayment = operation({
  id: 'createPayment',
  method: 'POST',
  path: '/api/v1/counterparty/{counterparty_guid}/payments',
  summary: 'Creates the draft of a transfer; no money moves until it is confirmed',
  caller: 'employee',
  permission: { scope: 'payments', reach: 'branch' },
  source: 'D TR',
  params: ofCounterparty,
  body: paymentOrder,
  answer: z.object({ guid }),
  assumed: { 'answer.guid': 'D BR-TR' },
  required: ['amount', 'receiver_id', 'sender_id'],
  refuses: [
    'asset-not-found',
    'invalid-amount',
    'not-found',
    'same-entity',
    'iban-mismatch',
    'insufficient-balance',
    'limit-exceeded',
    ...noUuid,
  ],
});

export const confirmPayment = operation({
  id: 'confirmPayment',
  method: 'POST',
  path: '/api/v1/counterparty/{counterparty_guid}/payments/confirm',
  summary: "Confirms a draft: DCM calls the bank's /external_id and /key, then signs and posts the transfer",
  caller: 'employee',
  permission: { scope: 'payments', reach: 'branch' },
  source: 'D TR',
  pathSource: 'A',
  params: ofCounterparty,
  body: z.object({ guid: z.string().optional(), bank_guid: z.string().nullish() }),
  answer: empty,
  assumed: { 'body.guid': 'X TEST', 'answer.': 'A' },
  required: ['guid'],
  reverseCalls: [
    { method: 'external_id', flow: 'sign-in', object: 'owner of the sender' },
    { method: 'key', flow: 'sign-in', object: 'owner of the sender' },
  ],
  postsTransfer: true,
  refuses: [
    'not-found',
    'payment-confirmed',
    'payment-in-progress',
    'bank-guid-missing',
    'bank-guid-wrong',
    'insufficient-balance',
    'limit-exceeded',
    'seed-decryption',
    'multisignature-stopped',
    ...noUuid,
  ],
});

const getPayment = operation({
  id: 'getPayment',
  method: 'GET',
  path: '/api/v1/counterparty/{counterparty_guid}/payments/{payment_guid}',
  summary: 'One transfer',
  caller: 'employee',
  permission: { scope: 'payments', reach: 'branch' },
  source: 'D TR',
  params: ofCounterparty.extend({ payment_guid: guidInPath }),
  query: z.object({ with_stellar_info: flag.optional() }),
  answer: payment,
  refuses: ['not-found'],
});

/** Filters of transfers (TR, in its order; the older date names too). */
export const paymentFilters = {
  receiver_counterparty: z.string().optional(),
  sender_counterparty: z.string().optional(),
  guids: listOf(guid).optional(),
  sender_ids: listOf(guid).optional(),
  receiver_ids: listOf(guid).optional(),
  external_transaction_id: z.string().optional(),
  min_amount: z.coerce.number().optional(),
  max_amount: z.coerce.number().optional(),
  statuses: listOf(z.string()).optional(),
  asset_issuers: listOf(z.string()).optional(),
  asset_codes: listOf(z.string()).optional(),
  min_created_at: date.optional(),
  max_created_at: date.optional(),
  min_updated_at: date.optional(),
  max_updated_at: date.optional(),
  created_at_min: date.optional(),
  created_at_max: date.optional(),
  updated_at_min: date.optional(),
  updated_at_max: date.optional(),
  category_guid: z.string().optional(),
  ...paging,
};

const listPayments = operation({
  id: 'listPayments',
  method: 'GET',
  path: '/api/v1/counterparty/{counterparty_guid}/payments',
  summary: 'Transfers that the counterparty sent or received',
  caller: 'employee',
  permission: { scope: 'payments', reach: 'branch' },
  source: 'D TR',
  pathSource: 'O OLD-PAY',
  params: ofCounterparty,
  query: z.object(paymentFilters),
  answer: z.object({ payments: z.array(payment), total: z.int() }),
  assumed: {
    'query.external_transaction_id': 'A',
    'query.max_amount': 'A',
    'query.min_created_at': 'A',
    'query.max_created_at': 'A',
    'query.min_updated_at': 'A',
    'query.max_updated_at': 'A',
    'query.created_at_min': 'O OLD-PAY',
    'query.created_at_max': 'O OLD-PAY',
    'query.updated_at_min': 'O OLD-PAY',
    'query.updated_at_max': 'O OLD-PAY',
    'query.category_guid': 'A',
  },
});

export const transferOperations = table(createPayment, confirmPayment, getPayment, listPayments);
