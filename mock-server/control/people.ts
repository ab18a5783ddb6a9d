import type { peopleOperations } from '../../contract/control/people.js';
import type { Handlers } from '../api/handler.js';
import type { Domain } from '../domain/index.js';

/** Employees of banks, officers of DCM, and their sessions. */
export function peopleHandlers({ employees }: Domain): Handlers<typeof peopleOperations> {
  return {
    inviteEmployee: async ({ params, body }) => ({
      employee_guid: (await employees.invite(params.guid, body)).guid,
    }),
    inviteOfficer: async ({ body }) => ({ guid: (await employees.inviteOfficer(body.email)).guid }),
    endSessions: async () => ({ ended: await employees.endAllSessions() }),
  };
}
