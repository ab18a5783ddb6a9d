import { z } from 'zod';
import { operation, table } from '../operation.js';
import { empty, guid, guidInPath, hryvnias, listOf, ofCounterparty, paging, timestamp } from '../schemas.js';

/** Reconciliation of the transfers between two counterparties (REC). */

/** Statuses in their order (U-58). */
export const reconStatuses = ['calculated', 'confirmed', 'awaiting_payment', 'paid'] as const;

export const reconRoles = ['debtor', 'creditor', 'one_of'] as const;

const side = z.object({
  balance_after: hryvnias,
  balance_before: hryvnias,
  central_reserve: hryvnias,
  guid,
  is_blocked: z.boolean(),
  name: z.string(),
  saldo: hryvnias,
  total_in: hryvnias,
  total_out: hryvnias,
});

export const recon = z.object({
  asset: z.object({ asset_code: z.string(), asset_guid: guid, issuer: z.string() }),
  calculations: z.object({
    amount_reserve_account: hryvnias,
    reserve_acc_currency: z.string(),
    saldo: hryvnias,
    total_in: hryvnias,
    total_out: hryvnias,
  }),
  created_at: timestamp,
  creditor: side,
  debtor: side,
  end_date: timestamp,
  guid,
  overdue_days: z.int(),
  start_date: timestamp,
  status: z.enum(reconStatuses),
  updated_at: timestamp,
});

/** Unix seconds (U-60). */
const seconds = z.coerce.number().int();

const filters = {
  counterparty_role: z.enum(reconRoles),
  start_date: seconds.optional(),
  end_date: seconds.optional(),
  asset_guid: z.string().optional(),
  ...paging,
};

const path = '/api/v1/counterparty/{counterparty_guid}/recons';

const listRecons = operation({
  id: 'listRecons',
  method: 'GET',
  path,
  summary: 'Reconciliations in which the counterparty has this role',
  caller: 'employee',
  permission: { scope: 'recons', reach: 'common' },
  source: 'D REC',
  params: ofCounterparty,
  query: z.object({
    ...filters,
    participant_counterparty_guid: z.string().optional(),
    guid: listOf(guid).optional(),
    status: z.enum(reconStatuses).optional(),
  }),
  answer: z.object({ recons: z.array(recon), total: z.int() }),
});

const listReconParticipants = operation({
  id: 'listReconParticipants',
  method: 'GET',
  path: `${path}/participants`,
  summary: 'Counterparties on the other side of reconciliations',
  caller: 'employee',
  permission: { scope: 'recons', reach: 'common' },
  source: 'D REC',
  pathSource: 'A',
  params: ofCounterparty,
  query: z.object(filters),
  answer: z.object({ participants: z.array(z.object({ guid, name: z.string() })), total: z.int() }),
  assumed: {
    'query.counterparty_role': 'A',
    'query.start_date': 'A',
    'query.end_date': 'A',
    'query.asset_guid': 'A',
    'query.order': 'A',
    'query.offset': 'A',
    'query.limit': 'A',
    answer: 'A',
  },
});

const updateRecon = operation({
  id: 'updateRecon',
  method: 'PUT',
  path: `${path}/{recon_guid}`,
  summary: 'Confirms a reconciliation; only its status can be changed',
  caller: 'employee',
  permission: { scope: 'recons', reach: 'common' },
  source: 'D REC',
  pathSource: 'A',
  params: ofCounterparty.extend({ recon_guid: guidInPath }),
  body: z.object({ status: z.string().optional() }),
  answer: empty,
  withoutBody: 204,
  assumed: { 'body.status': 'A', answer: 'A' },
  required: ['status'],
  refuses: ['not-found', 'recon-order', 'recon-status'],
});

export const reconOperations = table(listRecons, listReconParticipants, updateRecon);
