import { z } from 'zod';
import { recon } from '../operations/recons.js';
import { empty, guid } from '../schemas.js';
import { controlTable } from './operation.js';
import { listQuery, portionOf } from './portions.js';

/** Reconciliation: what counterparties owe each other for a day. */

const params = z.object({ guid });

export const reconOperations = controlTable('Reconciliations', {
  listAllRecons: {
    method: 'GET',
    path: '/control/v1/recons',
    summary: 'Reconciliations of all counterparties, newest first',
    source: 'A',
    query: listQuery({ counterparty_guid: guid.optional() }),
    answer: portionOf({ recons: z.array(recon) }),
  },
  getRecon: {
    method: 'GET',
    path: '/control/v1/recons/{guid}',
    summary: 'One reconciliation',
    source: 'A',
    params,
    answer: recon,
  },
  makeRecons: {
    method: 'POST',
    path: '/control/v1/recons',
    summary: 'Creates the reconciliations of all transfers so far, without waiting for the end of the day',
    source: 'A',
    body: empty,
    answer: z.object({ recons: z.array(recon) }),
  },
  payRecon: {
    method: 'POST',
    path: '/control/v1/recons/{guid}/pay',
    summary: 'Records that the debtor has paid the amount of a reconciliation',
    source: 'A',
    params,
    body: empty,
    answer: recon,
  },
});
