import { z } from 'zod';
import { callbackBody, callbackKinds } from '../bank-service.js';
import { empty, guid, timestamp } from '../schemas.js';
import { controlTable } from './operation.js';
import { listQuery, portionOf } from './portions.js';

/** Callbacks to the banks, each with its attempts. */

export const deliveryStatuses = ['pending', 'delivered', 'given-up'] as const;

const delivery = z.object({
  guid,
  kind: z.enum(callbackKinds),
  counterparty_guid: guid,
  transaction_id: guid,
  url: z.string(),
  status: z.enum(deliveryStatuses),
  /** What is sent. */
  body: callbackBody,
  attempts: z.array(
    z.object({
      at: timestamp,
      status: z.int(),
      error: z.string(),
      ms: z.number(),
      /** Its exchange in the journal; 0 if nothing was sent. */
      seq: z.int(),
    }),
  ),
  /** Journal number of the request that caused it. */
  cause: z.int(),
  /** When the attempt that no response has ended yet was sent; empty when there is none. */
  under_way_since: z.string(),
  /** Empty when no further attempt is due. */
  next_due: z.string(),
  created_at: timestamp,
});

const params = z.object({ guid });

export const callbackOperations = controlTable('Callbacks', {
  listDeliveries: {
    method: 'GET',
    path: '/control/v1/deliveries',
    summary: 'Callbacks with their attempts and the time of the next one, newest first',
    source: 'A',
    query: listQuery({
      counterparty_guid: guid.optional(),
      status: z.enum(deliveryStatuses).optional(),
      transaction_id: guid.optional(),
    }),
    answer: portionOf({ deliveries: z.array(delivery) }),
  },
  getDelivery: {
    method: 'GET',
    path: '/control/v1/deliveries/{guid}',
    summary: 'One callback',
    source: 'A',
    params,
    answer: delivery,
  },
  sendDeliveryAgain: {
    method: 'POST',
    path: '/control/v1/deliveries/{guid}/send',
    summary: 'Sends a callback that is waiting or was given up again, now',
    source: 'A',
    params,
    body: empty,
    answer: delivery,
  },
});
