import type { employeeOperations } from '../../contract/operations/employees.js';
import { confinedTo, inReach } from '../domain/branches.js';
import { employeeRows as collection, type Employee } from '../domain/employees-collection.js';
import type { Domain } from '../domain/index.js';
import { Refusal } from '../domain/refusal.js';
import { callerOf, type Handlers } from './handler.js';
import { among, equal, listQuery } from './page.js';

/** Employees of a bank (EMP). */
export function employeeHandlers({
  center,
  employees,
  branches,
}: Domain): Handlers<typeof employeeOperations> {
  return {
    createEmployee: async ({ body }, { call }) => {
      const { guid } = callerOf(call);
      const email = address('email', body.email);
      const branch_guid = await branches.forMember(call, guid, body.branch_guid);
      const roles = body.roles ?? [];
      const made = await employees.invite(guid, { ...body, email, roles, branch_guid }, confinedTo(call));
      // As in the published example; the invitation is sent all the same (U-17).
      return { employee_guid: made.guid, verified: true };
    },

    updateEmployee: async ({ params, body }, { call }) => {
      const { guid } = callerOf(call);
      const change = { ...body };
      if (body.login !== undefined) change.login = address('login', body.login);
      if (body.branch_guid !== undefined)
        change.branch_guid = await branches.forMember(call, guid, body.branch_guid);
      await employees.update(guid, params.employee_guid, change, (row) => inReach(call, row.branch_guid));
      return { guid: params.employee_guid };
    },

    listEmployees: async ({ query }, { call }) => {
      const page = await center.store.read((tx) =>
        tx.page(
          collection,
          listQuery<Employee>(query, { index: 'counterparty', key: callerOf(call).guid }, [
            query.include_disabled ? undefined : (row) => !row.is_disabled,
            among(query.guids, (row) => row.guid),
            among(query.logins, (row) => row.email),
            among(query.names, (row) => row.name),
            among(query.branch_guids, (row) => row.branch_guid),
            equal(confinedTo(call) || undefined, (row) => row.branch_guid),
          ]),
        ),
      );
      return { employees: page.rows.map(view), total: page.total };
    },
  };
}

/** Characters of an e-mail address (RFC 5321). */
const longestAddress = 254;

/** Something before and after an `@`, and no spaces. */
const isAddress = (text: string): boolean => !/\s/.test(text) && text.slice(1, -1).includes('@');

/** @throws {Refusal} `invalid-member` */
function address(member: string, given: string | undefined): string {
  if (given && given.length <= longestAddress && isAddress(given)) return given;
  throw new Refusal('invalid-member', { member, problem: 'expected an e-mail address' });
}

const view = ({
  password: _password,
  access: _access,
  counterparty_guid: _counterparty,
  roles,
  ...members
}: Employee) => ({
  ...members,
  login: members.email,
  roles: [...roles],
});
