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

/** Members of a body and their values. */
const match = z.record(
  z.string().min(1).max(200),
  z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()]),
);
export type FaultMatch = z.infer<typeof match>;

/** Faults of a request to DCM, or of the response to it. */
export const requestFaults = [
  ...(['delay', 'hold', 'answer', 'close'] as const),
  ...(['lose-response', 'fail-response', 'late-response'] as const),
] as const satisfies readonly (typeof faultKinds)[number][];

const matchable: readonly string[] = [...requestFaults, 'lose-callback'];

const base = z.object({
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
  /** Faults of a request, `lose-callback`: only for a body with these members and values. */
  match: match.optional(),
  ms: z.int().min(1).max(60_000).default(1000),
  status: z.int().min(400).max(599).default(503),
  /** `answer`, `fail-response`: seconds in the header Retry-After. */
  retry_after_s: z.int().min(0).max(3600).optional(),
  times: z.int().min(1).max(1000).default(1),
});

const order = base.refine((given) => given.match === undefined || matchable.includes(given.kind), {
  path: ['match'],
  error: 'only faults of a request and lose-callback can match a body',
});
export type FaultOrder = z.infer<typeof order>;

const fault = base.extend({
  guid,
  /** How often it is still to happen. */
  times: z.int().min(0),
  /** How often it has happened. */
  happened: z.int(),
  /** Journal numbers of the newest requests that it happened to; of a lost callback, the request that caused it. */
  hits: z.array(z.int()),
});
export type Fault = z.infer<typeof fault>;

const endedFault = fault.extend({ ended: z.enum(['used-up', 'removed']) });
export type EndedFault = z.infer<typeof endedFault>;

export const faultOperations = controlTable('Faults', {
  addFault: {
    method: 'POST',
    path: '/control/v1/faults',
    names: ['kind', 'guid'],
    summary: 'Orders a fault for the next request that matches it',
    source: 'A',
    body: order,
    answer: fault,
  },
  listFaults: {
    method: 'GET',
    path: '/control/v1/faults',
    summary: 'Faults that are still to happen, oldest first, and those that are over, newest first',
    source: 'A',
    answer: z.object({
      faults: z.array(fault),
      /** Only those that have happened at least once, and only the newest. */
      ended: z.array(endedFault),
      /** Requests that are held now. */
      held: z.int(),
    }),
  },
  awaitHeld: {
    method: 'POST',
    path: '/control/v1/faults/held',
    viewers: true,
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
  removeFault: {
    method: 'DELETE',
    path: '/control/v1/faults/{guid}',
    summary: 'Removes one fault that is still to happen',
    source: 'A',
    params: z.object({ guid }),
    answer: empty,
  },
  clearFaults: {
    method: 'DELETE',
    path: '/control/v1/faults',
    summary: 'Removes all faults',
    source: 'A',
    answer: empty,
  },
});
