import { confinedTo } from '../domain/branches.js';
import type { Call } from '../domain/call.js';
import { type Employee, employeeRows } from '../domain/employees-collection.js';
import type { ReadTransaction } from '../domain/store.js';
import { callerOf } from './handler.js';

/** A page of employees whom the caller sees, of those with a role if it is given. */
export async function roleUsersOf(
  tx: ReadTransaction,
  call: Call,
  query: { readonly role_name?: string | undefined; readonly limit: number; readonly page_token: number },
) {
  const counterparty = callerOf(call).guid;
  const near = confinedTo(call);
  const where = near === '' ? {} : { where: (row: Employee) => row.branch_guid === near };
  const by =
    query.role_name === undefined
      ? { index: 'counterparty', key: counterparty }
      : { index: 'role', key: `${counterparty} ${query.role_name}` };
  const { rows, total } = await tx.page(employeeRows, {
    ...by,
    ...where,
    offset: query.page_token,
    limit: query.limit,
  });
  const next = query.page_token + rows.length;
  return { users: rows.map(userView), next_page_token: next < total ? next : 0 };
}

const userView = ({ guid, email, name }: Employee) => ({ guid, login: email, name });
