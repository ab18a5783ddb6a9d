import { z } from 'zod';
import { operation } from '../operation.js';
import { flag, guid, listOf, ofCounterparty, paging, timestamp } from '../schemas.js';

export const employee = z.object({
  guid,
  login: z.string(),
  email: z.string(),
  name: z.string(),
  surname: z.string(),
  paternal_name: z.string(),
  phone: z.string(),
  branch_guid: z.string(),
  is_disabled: z.boolean(),
  roles: z.array(z.string()),
  created_at: timestamp,
  updated_at: timestamp,
});

export const listEmployees = operation({
  id: 'listEmployees',
  method: 'GET',
  path: '/api/v1/counterparty/{counterparty_guid}/employees',
  summary: "The counterparty's employees; disabled ones only when asked for",
  caller: 'employee',
  permission: { scope: 'employees', verb: 'GET' },
  source: 'D EMP',
  pathSource: 'A',
  params: ofCounterparty,
  query: z.object({
    guids: listOf(guid).optional(),
    logins: listOf(z.string()).optional(),
    names: listOf(z.string()).optional(),
    include_disabled: flag.optional(),
    branch_guids: listOf(guid).optional(),
    ...paging,
  }),
  answer: z.object({ employees: z.array(employee), total: z.int() }),
  assumed: { 'answer.employees': 'A', 'query.guids': 'A', 'query.logins': 'A', 'query.names': 'A' },
});
