import { z } from 'zod';
import { operation, table } from '../operation.js';
import { empty, guid, guidInPath, listOf, ofCounterparty, paging, timestamp } from '../schemas.js';

/** Branches (BR): they divide employees, customers and digital entities of a counterparty. */

const branches = '/api/v1/counterparty/{counterparty_guid}/branches';

export const ofBranch = ofCounterparty.extend({ branch_guid: guidInPath });

export const listedBranch = z.object({
  counterparty_guid: guid,
  created_at: timestamp,
  guid,
  is_deleted: z.boolean(),
  name: z.string(),
  updated_at: timestamp,
});

const listBranches = operation({
  id: 'listBranches',
  method: 'GET',
  path: branches,
  summary: "The counterparty's branches; deleted ones are hidden",
  caller: 'employee',
  permission: { scope: 'branches', reach: 'branch' },
  source: 'D BR',
  params: ofCounterparty,
  query: z.object({ names: listOf(z.string()).optional(), guids: listOf(guid).optional(), ...paging }),
  answer: z.object({ list: z.array(listedBranch), total: z.int() }),
});

const createBranch = operation({
  id: 'createBranch',
  method: 'POST',
  path: branches,
  summary: 'Creates a branch',
  caller: 'employee',
  permission: { scope: 'branches', reach: 'common' },
  source: 'D BR',
  params: ofCounterparty,
  body: z.object({ name: z.string().optional() }),
  answer: z.object({ guid }),
  required: ['name'],
});

const getBranch = operation({
  id: 'getBranch',
  method: 'GET',
  path: `${branches}/{branch_guid}`,
  summary: 'One branch, even if it is deleted',
  caller: 'employee',
  permission: { scope: 'branches', reach: 'branch' },
  source: 'D BR',
  params: ofBranch,
  answer: listedBranch,
  refuses: ['not-found'],
});

const updateBranch = operation({
  id: 'updateBranch',
  method: 'PUT',
  path: `${branches}/{branch_guid}`,
  summary: 'Renames or deletes a branch; its members stay',
  caller: 'employee',
  permission: { scope: 'branches', reach: 'branch' },
  source: 'D BR',
  pathSource: 'A',
  params: ofBranch,
  body: z.object({ is_deleted: z.boolean().optional(), name: z.string().optional() }),
  answer: empty,
  refuses: ['not-found'],
});

export const branchOperations = table(listBranches, createBranch, getBranch, updateBranch);
