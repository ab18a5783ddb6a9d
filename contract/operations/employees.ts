import { z } from 'zod';
import { noUuid } from '../errors.js';
import { operation, table } from '../operation.js';
import { flag, guid, guidInPath, listOf, ofCounterparty, paging, timestamp } from '../schemas.js';

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

const personal = {
  name: z.string().optional(),
  surname: z.string().optional(),
  paternal_name: z.string().optional(),
  phone: z.string().optional(),
  branch_guid: z.string().optional(),
};

const createEmployee = operation({
  id: 'createEmployee',
  method: 'POST',
  path: '/api/v1/counterparty/{counterparty_guid}/employees',
  summary: 'Creates an employee, assigns the given roles and sends the invitation',
  caller: 'employee',
  permission: { scope: 'employees', reach: 'branch' },
  source: 'D EMP',
  params: ofCounterparty,
  body: z.object({ email: z.string().optional(), ...personal, roles: z.array(z.string()).optional() }),
  answer: z.object({ employee_guid: guid, verified: z.boolean() }),
  required: ['email'],
  refuses: ['employee-exists', 'not-found', ...noUuid],
});

const updateEmployee = operation({
  id: 'updateEmployee',
  method: 'PUT',
  path: '/api/v1/counterparty/{counterparty_guid}/employees/{employee_guid}',
  summary: 'Changes an employee; a disabled employee is logged out at once',
  caller: 'employee',
  permission: { scope: 'employees', reach: 'branch' },
  source: 'D EMP',
  pathSource: 'O OLD-EMP',
  params: ofCounterparty.extend({ employee_guid: guidInPath }),
  body: z.object({ login: z.string().optional(), is_disabled: z.boolean().optional(), ...personal }),
  answer: z.object({ guid }),
  assumed: {
    'body.branch_guid': 'A',
    'body.is_disabled': 'O OLD-EMP',
    'body.login': 'O OLD-EMP',
    'answer.guid': 'O OLD-EMP',
  },
  refuses: ['employee-exists', 'not-found', ...noUuid],
});

const listEmployees = operation({
  id: 'listEmployees',
  method: 'GET',
  path: '/api/v1/counterparty/{counterparty_guid}/employees',
  summary: "The counterparty's employees; disabled ones only on request",
  caller: 'employee',
  permission: { scope: 'employees', reach: 'branch' },
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
  assumed: {
    'answer.employees': 'A',
    'answer.total': 'A',
    'query.guids': 'A',
    'query.logins': 'A',
    'query.names': 'A',
    'query.include_disabled': 'A',
    'query.branch_guids': 'A',
    'query.order': 'A',
    'query.offset': 'A',
    'query.limit': 'A',
  },
});

export const employeeOperations = table(createEmployee, updateEmployee, listEmployees);
