import { z } from 'zod';
import { emission, emissionDirections } from '../operations/identifiers.js';
import { empty, guid, hryvnias, timestamp } from '../schemas.js';
import { controlTable } from './operation.js';
import { listQuery, portionOf } from './portions.js';

/** Officers' acts on requests for identifiers (plan step 13), and the reserve behind them. */

export type IdentifierRequest = z.infer<typeof emission>;

const params = z.object({ guid });

export const requestOperations = controlTable('Identifier requests', {
  listRequests: {
    method: 'GET',
    path: '/control/v1/counterparties/{guid}/emissions',
    summary: "The counterparty's requests for identifiers, newest first",
    source: 'D PLAN',
    params,
    query: listQuery({}),
    answer: portionOf({ history: z.array(emission) }),
  },
  getRequest: {
    method: 'GET',
    path: '/control/v1/emissions/{guid}',
    summary: 'One request for identifiers',
    source: 'A',
    params,
    answer: emission,
  },
  confirmRequest: {
    method: 'POST',
    path: '/control/v1/emissions/{guid}/confirm',
    summary: 'Plan step 13: confirms a request for identifiers and makes both payments',
    source: 'D PLAN',
    params,
    body: empty,
    answer: emission,
  },
  cancelRequest: {
    method: 'POST',
    path: '/control/v1/emissions/{guid}/cancel',
    summary: 'Cancels a request for identifiers',
    source: 'D UG-ID',
    params,
    body: empty,
    answer: emission,
  },
  grantIdentifiers: {
    method: 'POST',
    path: '/control/v1/counterparties/{guid}/emissions',
    names: ['guid'],
    summary:
      'Creates identifiers without a request from the bank, to prepare a test; recorded as a confirmed request',
    source: 'A',
    params,
    body: z.object({ amount: z.number() }),
    answer: emission,
  },
  getReserve: {
    method: 'GET',
    path: '/control/v1/counterparties/{guid}/reserve',
    summary:
      'The reserve condition with its figures: the reserve must be at least created minus deleted plus the open request',
    source: 'D UG-ID',
    params,
    answer: z.object({
      /** Without a declared reserve the condition is skipped under the option `reserve: lenient`. */
      declared: z.boolean(),
      rule: z.enum(['lenient', 'strict']),
      reserve: hryvnias,
      created: hryvnias,
      deleted: hryvnias,
      /** Created minus deleted. */
      circulation: hryvnias,
      open: z
        .object({ guid, direction: z.enum(emissionDirections), amount: hryvnias, created_at: timestamp })
        .optional(),
      /** In circulation once the open request is confirmed. */
      after: hryvnias,
      /** Reserve minus that. */
      remains: hryvnias,
      holds: z.boolean(),
    }),
  },
});
