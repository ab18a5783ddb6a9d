import { z } from 'zod';
import { operation } from '../operation.js';
import { recon } from '../operations/recons.js';
import { empty, guid } from '../schemas.js';

/** Further acts of DCM's people: officers who log in, and reconciliation. */

export const inviteOfficer = operation({
  id: 'inviteOfficer',
  method: 'POST',
  path: '/control/v1/officers',
  summary: 'Creates an officer of DCM, who sets a password and logs in as employees do (U-74)',
  caller: 'control',
  source: 'A',
  body: z.object({ email: z.email().max(254) }),
  answer: z.object({ guid }),
});

export const makeRecons = operation({
  id: 'makeRecons',
  method: 'POST',
  path: '/control/v1/recons',
  summary: 'Makes the reconciliations of all transfers up to now, without waiting for the end of the day',
  caller: 'control',
  source: 'A',
  body: empty,
  answer: z.object({ recons: z.array(recon) }),
});

export const listAllRecons = operation({
  id: 'listAllRecons',
  method: 'GET',
  path: '/control/v1/recons',
  summary: 'Reconciliations of all counterparties, the newest first',
  caller: 'control',
  source: 'A',
  answer: z.object({ recons: z.array(recon) }),
});

export const payRecon = operation({
  id: 'payRecon',
  method: 'POST',
  path: '/control/v1/recons/{guid}/pay',
  summary: 'Notes that the debtor has paid what a reconciliation came to',
  caller: 'control',
  source: 'A',
  params: z.object({ guid }),
  body: empty,
  answer: recon,
});
