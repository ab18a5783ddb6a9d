import { z } from 'zod';
import { controlTable } from './operation.js';
import { listQuery, notNext, portionOf } from './portions.js';

/** Who may do what with the control API, and what was done. */

/**
 * As whom a request is served: `operator` the control token of the whole mock · `sandbox` that of a sandbox · `viewer`
 * a token that only reads · `loopback` this machine, without a token · `process` the program that runs the mock ·
 * `nobody` none of them: refused.
 */
export const callers = ['operator', 'sandbox', 'viewer', 'loopback', 'process', 'nobody'] as const;
export type Caller = (typeof callers)[number];

const act = z.object({
  /** Its number in this list, from 1. */
  seq: z.int(),
  /** Wall clock. */
  at: z.string(),
  who: z.enum(callers),
  /** The other end of the connection; empty for the program that runs the mock. */
  address: z.string(),
  /** `X-Forwarded-For` as it was sent: a proxy says it, but so can anybody. */
  forwarded_for: z.string(),
  operation: z.string(),
  /** Parameters of the path; long ones are cut. */
  params: z.record(z.string(), z.string()),
  /** Names of what was made or meant, from the query, the body or the response; long ones are cut. */
  names: z.record(z.string(), z.string()),
  status: z.int(),
  request_id: z.string(),
});
export type Act = z.infer<typeof act>;

export const accessOperations = controlTable('Access', {
  getAccess: {
    method: 'GET',
    path: '/control/v1/access',
    summary: 'As whom this request is served, and whether it may only read',
    source: 'A',
    answer: z.object({ who: z.enum(callers), reads_only: z.boolean() }),
  },
  listAudit: {
    method: 'GET',
    path: '/control/v1/audit',
    summary:
      'What was done through this API, newest first: requests that change or reveal something, and those that were refused for their caller; names of what was made or meant, never a body or a secret',
    source: 'A',
    query: listQuery({}, z.string(notNext).regex(/^\d{1,15}$/, notNext)),
    answer: portionOf({ acts: z.array(act) }),
  },
});
