import { z } from 'zod';
import { guid, hryvnias, timestamp } from '../schemas.js';
import { controlTable } from './operation.js';

/** The simulated ledger and the money invariant. */

export const ledgerOperations = controlTable('Ledger', {
  getTransaction: {
    method: 'GET',
    path: '/control/v1/transactions/{hash}',
    summary: 'A transaction of the simulated ledger with its signed envelope',
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
  },
  getInvariant: {
    method: 'GET',
    path: '/control/v1/invariant',
    summary: 'The money invariant: created minus deleted equals the sum of all balances, none below zero',
    source: 'A',
    answer: z.object({
      holds: z.boolean(),
      created: hryvnias,
      deleted: hryvnias,
      balances: hryvnias,
      below_zero: z.array(guid),
    }),
  },
});
