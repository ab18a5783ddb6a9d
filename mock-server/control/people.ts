import type { peopleOperations } from '../../contract/control/people.js';
import type { Handlers } from '../api/handler.js';
import type { LoginFlows } from '../api/login-flows.js';
import type { Domain } from '../domain/index.js';

/** Employees of banks, officers of DCM, their sessions and flows. */
export function peopleHandlers({ employees }: Domain, flows: LoginFlows): Handlers<typeof peopleOperations> {
  return {
    inviteEmployee: async ({ params, body }) => ({
      employee_guid: (await employees.invite(params.guid, body)).guid,
    }),
    inviteOfficer: async ({ body }) => ({ guid: (await employees.inviteOfficer(body.email)).guid }),
    endSessions: async () => ({ ended: await employees.endAllSessions() }),
    expireFlows: async () => ({ expired: flows.expireAll() }),
  };
}
