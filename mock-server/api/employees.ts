import type { operations } from '../../contract/operations/index.js';
import { type Employee, employees } from '../domain/collections.js';
import type { Domain } from '../domain/index.js';
import { callerOf, type Handlers } from './handler.js';
import { among, listQuery } from './page.js';

/** Employees of a bank (EMP). */
export function employeeHandlers({ center }: Domain): Handlers<Pick<typeof operations, 'listEmployees'>> {
  return {
    listEmployees: async ({ query }, { call }) => {
      const page = await center.store.read((tx) =>
        tx.page(
          employees,
          listQuery<Employee>(query, 'counterparty', callerOf(call).guid, [
            query.include_disabled ? undefined : (row) => !row.is_disabled,
            among(query.guids, (row) => row.guid),
            among(query.logins, (row) => row.email),
            among(query.names, (row) => row.name),
            among(query.branch_guids, (row) => row.branch_guid),
          ]),
        ),
      );
      return { employees: page.rows.map(view), total: page.total };
    },
  };
}

const view = ({ password: _password, counterparty_guid: _counterparty, roles, ...members }: Employee) => ({
  ...members,
  login: members.email,
  roles: [...roles],
});
