import { z } from 'zod';
import { empty, guid } from '../schemas.js';
import { controlTable } from './operation.js';

/** Who logs in: employees of banks and officers of DCM. */

const email = z.email().max(254);

export const peopleOperations = controlTable('Employees and officers', {
  inviteEmployee: {
    method: 'POST',
    path: '/control/v1/counterparties/{guid}/employees',
    names: ['employee_guid'],
    summary: 'Plan step 9: creates an employee of the counterparty and sends the invitation',
    source: 'D PLAN',
    params: z.object({ guid }),
    body: z.object({
      email,
      name: z.string().optional(),
      surname: z.string().optional(),
      roles: z.array(z.string()).optional(),
    }),
    answer: z.object({ employee_guid: guid }),
  },
  inviteOfficer: {
    method: 'POST',
    path: '/control/v1/officers',
    names: ['guid'],
    summary: 'Creates an officer of DCM, who sets a password and logs in like an employee (U-74)',
    source: 'A',
    body: z.object({ email }),
    answer: z.object({ guid }),
  },
  endSessions: {
    method: 'POST',
    path: '/control/v1/sessions/end',
    summary: 'Ends all login sessions, as if they had expired',
    source: 'A',
    body: empty,
    answer: z.object({ ended: z.int() }),
  },
  expireFlows: {
    method: 'POST',
    path: '/control/v1/flows/expire',
    summary: 'Ends all flows of login, recovery and settings, as if their hour had passed',
    source: 'A',
    body: empty,
    answer: z.object({ expired: z.int() }),
  },
});
