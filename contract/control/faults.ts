import { z } from 'zod';
import { type Operations, operations } from '../operations/index.js';
import { empty, guid } from '../schemas.js';
import { controlTable } from './operation.js';

/** Faults that happen once, or `times` times; reset removes them. */

export const faultKinds = [
  'hide-payment',
  'delay',
  'hold',
  'answer',
  'close',
  'lose-response',
  'fail-response',
  'late-response',
  'no-keys',
  'sign-malformed',
  'sign-foreign',
  'secret-changed',
  'lose-callback',
] as const;

const operationId = z.enum(Object.keys(operations) as [keyof Operations, ...(keyof Operations)[]]);

const order = z.object({
  /**
   * `hide-payment`: getPayment does not find a draft; under multisignature only once /sign was called about it ·
   * `delay`: DCM answers `ms` later · `hold`: it waits for releaseHeld, at most `ms` · `answer`: DCM answers `status`
   * and does nothing · `close`: DCM closes the connection and does nothing · `lose-response`: DCM does what is asked and
   * closes the connection instead of responding · `fail-response`: DCM does it and responds with `status` ·
   * `late-response`: DCM does it and responds `ms` later · `no-keys`: the JWKS has no keys · `sign-malformed`: /sign is
   * called
   * with a broken envelope · `sign-foreign`: with an address that is not the bank's · `secret-changed`: DCM cannot
   * open the sender's seed, as if the bank's secret had changed · `lose-callback`: a callback that was not
   * tried before fails on the way and is tried again on the ledger clock.
   */
  kind: z.enum(faultKinds),
  /** Operation of the faults of a request or of its response; any if left out. */
  operation: operationId.optional(),
  ms: z.int().min(1).max(60_000).default(1000),
  status: z.int().min(400).max(599).default(503),
  /** `answer`, `fail-response`: seconds in the header Retry-After. */
  retry_after_s: z.int().min(0).max(3600).optional(),
  times: z.int().min(1).max(1000).default(1),
});
export type FaultOrder = z.infer<typeof order>;

const fault = order.extend({ guid });

export const faultOperations = controlTable('Faults', {
  addFault: {
    method: 'POST',
    path: '/control/v1/faults',
    summary: 'Orders a fault for the next request that matches it',
    source: 'A',
    body: order,
    answer: fault,
  },
  listFaults: {
    method: 'GET',
    path: '/control/v1/faults',
    summary: 'Faults that have not happened yet',
    source: 'A',
    answer: z.object({ faults: z.array(fault) }),
  },
  awaitHeld: {
    method: 'POST',
    path: '/control/v1/faults/held',
    summary: 'Waits until a request is held, at most `timeout_ms`; returns how many are held',
    source: 'A',
    body: z.object({ timeout_ms: z.int().min(0).max(30_000).default(2000) }),
    answer: z.object({ held: z.int() }),
  },
  releaseHeld: {
    method: 'POST',
    path: '/control/v1/faults/release',
    summary: 'Releases all requests that are held',
    source: 'A',
    body: empty,
    answer: z.object({ released: z.int() }),
  },
  clearFaults: {
    method: 'DELETE',
    path: '/control/v1/faults',
    summary: 'Removes all faults',
    source: 'A',
    answer: empty,
  },
});
