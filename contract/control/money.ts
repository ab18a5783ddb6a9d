import { z } from 'zod';
import { operation } from '../operation.js';
import { emission } from '../operations/identifiers.js';
import { payment } from '../operations/transfers.js';
import { empty, guid, hryvnias, timestamp } from '../schemas.js';
import { alias, counterparty, entity } from './onboarding.js';
import { portionAsked, portionNext } from './portions.js';

/** Officers' acts on identifiers (step 13), the second counterparty, the ledger and the money invariant. */

const ofGuid = z.object({ guid });

export const confirmRequest = operation({
  id: 'confirmRequest',
  method: 'POST',
  path: '/control/v1/emissions/{guid}/confirm',
  summary: 'Plan step 13: confirms a request and makes both payments',
  caller: 'control',
  source: 'D PLAN',
  params: ofGuid,
  body: empty,
  answer: emission,
});

export const cancelRequest = operation({
  id: 'cancelRequest',
  method: 'POST',
  path: '/control/v1/emissions/{guid}/cancel',
  summary: 'Cancels a request',
  caller: 'control',
  source: 'D UG-ID',
  params: ofGuid,
  body: empty,
  answer: emission,
});

export const grantIdentifiers = operation({
  id: 'grantIdentifiers',
  method: 'POST',
  path: '/control/v1/counterparties/{guid}/emissions',
  summary:
    'Creates identifiers without a request of the bank, to prepare a test; recorded as a confirmed request',
  caller: 'control',
  source: 'A',
  params: ofGuid,
  body: z.object({ amount: z.number() }),
  answer: emission,
});

export const listRequests = operation({
  id: 'listRequests',
  method: 'GET',
  path: '/control/v1/counterparties/{guid}/emissions',
  summary:
    "The counterparty's requests, newest first, in portions: `next` of one is `after` of the following one",
  caller: 'control',
  source: 'D PLAN',
  params: ofGuid,
  query: z.object(portionAsked),
  answer: z.object({ history: z.array(emission), ...portionNext }),
});

export const addSimulatedBank = operation({
  id: 'addSimulatedBank',
  method: 'POST',
  path: '/control/v1/simulated-banks',
  summary:
    'Registers a further counterparty with a bank that the mock plays itself, ready to send and receive',
  caller: 'control',
  source: 'A',
  body: z.object({
    alias: alias.default('bank2'),
    customers: z.int().min(0).max(1000).default(2),
    /** Hryvnias on its processing entity and on each customer's entity. */
    amount: z.number().default(1000),
  }),
  answer: z.object({ counterparty, entities: z.array(entity) }),
});

export const sendFromSimulatedBank = operation({
  id: 'sendFromSimulatedBank',
  method: 'POST',
  path: '/control/v1/simulated-banks/{guid}/transfers',
  summary: 'Lets the simulated bank make and confirm a transfer, e.g. to a customer of the bank under test',
  caller: 'control',
  source: 'A',
  params: ofGuid,
  body: z.object({ sender_id: guid, receiver_id: guid, amount: z.number(), purpose: z.string().default('') }),
  answer: payment,
});

export const transferByOfficer = operation({
  id: 'transferByOfficer',
  method: 'POST',
  path: '/control/v1/counterparties/{guid}/transfers',
  summary:
    'Makes and confirms a transfer in the name of the DCM Admin, to prepare a test; the bank is asked as ever',
  caller: 'control',
  source: 'A',
  params: ofGuid,
  body: z.object({ sender_id: guid, receiver_id: guid, amount: z.number() }),
  answer: payment,
});

export const readTransfer = operation({
  id: 'readTransfer',
  method: 'GET',
  path: '/control/v1/counterparties/{guid}/transfers/{payment_guid}',
  summary: 'A transfer of the counterparty, as an officer sees it',
  caller: 'control',
  source: 'A',
  params: ofGuid.extend({ payment_guid: guid }),
  answer: payment,
});

export const getTransaction = operation({
  id: 'getTransaction',
  method: 'GET',
  path: '/control/v1/transactions/{hash}',
  summary: 'A transaction of the simulated ledger with its signed envelope',
  caller: 'control',
  source: 'A',
  params: z.object({ hash: z.string() }),
  answer: z.object({
    hash: z.string(),
    ledger: z.int(),
    source: z.string(),
    sequence: z.string(),
    payment_guid: guid,
    envelope_xdr: z.string(),
    created_at: timestamp,
  }),
});

export const getInvariant = operation({
  id: 'getInvariant',
  method: 'GET',
  path: '/control/v1/invariant',
  summary: 'The money invariant: created minus deleted equals the sum of all balances, none below zero',
  caller: 'control',
  source: 'A',
  answer: z.object({
    holds: z.boolean(),
    created: hryvnias,
    deleted: hryvnias,
    balances: hryvnias,
    below_zero: z.array(guid),
  }),
});
