import { administrator } from '../../contract/operations/roles.js';
import type { Center } from './center.js';
import type { Counterparties } from './counterparties.js';
import { type Employee, employeeRows } from './employees-collection.js';
import { createEndedSessions } from './ended-sessions.js';
import { given } from './given.js';
import { createLogins } from './logins.js';
import type { Mailbox } from './mailbox.js';
import { Refusal } from './refusal.js';
import type { Roles } from './roles.js';
import { accessOf, createSessions, passOn } from './sessions.js';
import type { Session } from './sessions-collection.js';
import type { WriteTransaction } from './store.js';

interface Personal {
  readonly name?: string | undefined;
  readonly surname?: string | undefined;
  readonly paternal_name?: string | undefined;
  readonly phone?: string | undefined;
  readonly branch_guid?: string | undefined;
}

export interface NewEmployee extends Personal {
  readonly email: string;
  readonly roles?: readonly string[] | undefined;
}

export interface EmployeeChange extends Personal {
  readonly login?: string | undefined;
  readonly is_disabled?: boolean | undefined;
}

/** Counterparty of DCM's own employees, the officers. */
export const dcmItself = '';

/** Employees of banks, their passwords and sessions. */
export function createEmployees(
  center: Center,
  counterparties: Counterparties,
  mailbox: Mailbox,
  roles: Roles,
) {
  const { store, chance, ledgerClock } = center;
  const endings = createEndedSessions(center);

  async function add(tx: WriteTransaction, counterpartyGuid: string, wanted: NewEmployee): Promise<Employee> {
    if (await tx.first(employeeRows, 'email', wanted.email.toLowerCase()))
      throw new Refusal('employee-exists');
    const now = ledgerClock.timestamp();
    const row: Employee = {
      guid: chance.uuid('employee', 'v4'),
      counterparty_guid: counterpartyGuid,
      email: wanted.email,
      name: wanted.name ?? '',
      surname: wanted.surname ?? '',
      paternal_name: wanted.paternal_name ?? '',
      phone: wanted.phone ?? '',
      branch_guid: wanted.branch_guid ?? '',
      is_disabled: false,
      roles: [...new Set(wanted.roles)],
      password: '',
      created_at: now,
      updated_at: now,
    };
    await tx.put(employeeRows, row);
    return row;
  }

  const welcome = (tx: WriteTransaction, { email }: Employee, host: string): Promise<void> =>
    mailbox.send(tx, {
      to: email,
      kind: 'invitation',
      subject: 'Invitation to DCM',
      text: `Set your password: https://${host}/reset-password/?email=${encodeURIComponent(email)}`,
      code: '',
    });

  return {
    ...createSessions(center, endings),
    ...createLogins(center, endings),

    get: (guid: string): Promise<Employee | undefined> => store.read((tx) => tx.get(employeeRows, guid)),

    list: (counterpartyGuid: string) =>
      store.read(
        async (tx) =>
          (await tx.page(employeeRows, { index: 'counterparty', key: counterpartyGuid, order: 'desc' })).rows,
      ),

    /** Plan step 9. @throws {Refusal} `employee-exists`, `not-found` for an unknown role */
    invite: (counterpartyGuid: string, wanted: NewEmployee, confinedTo = ''): Promise<Employee> =>
      store.write(async (tx) => {
        const { alias } = await counterparties.find(tx, counterpartyGuid);
        await roles.require(tx, counterpartyGuid, wanted.roles ?? [], confinedTo);
        const present = await tx.page(employeeRows, {
          index: 'counterparty',
          key: counterpartyGuid,
          limit: 1,
        });
        const first = present.total === 0 ? [administrator] : [];
        const row = await add(tx, counterpartyGuid, { ...wanted, roles: wanted.roles ?? first });
        await welcome(tx, row, `backoffice-${alias}-integrate.dcmapis.com`);
        return row;
      }),

    /** An officer of DCM; logs in as employees of banks do (U-74). @throws {Refusal} `employee-exists` */
    inviteOfficer: (email: string): Promise<Employee> =>
      store.write(async (tx) => {
        const row = await add(tx, dcmItself, { email, roles: [] });
        await welcome(tx, row, 'backoffice-dcm.dcmapis.com');
        return row;
      }),

    /**
     * A disabled employee loses sessions and recovery codes; one with a new e-mail address loses only recovery codes.
     * @param inReach whether the caller may see the employee: a caller confined to a branch sees only that branch's
     * employees
     * @throws {Refusal} `not-found`, `employee-exists`
     */
    update: (
      counterpartyGuid: string,
      guid: string,
      change: EmployeeChange,
      inReach: (row: Employee) => boolean,
    ): Promise<Employee> =>
      store.write(async (tx) => {
        const found = await tx.get(employeeRows, guid);
        if (found?.counterparty_guid !== counterpartyGuid || !inReach(found))
          throw new Refusal('employee-unknown', { thing: 'employee' });
        const { login, ...rest } = given(change);
        const email = login ?? found.email;
        const other = await tx.first(employeeRows, 'email', email.toLowerCase());
        if (other && other.guid !== guid) throw new Refusal('employee-exists');
        const ended = rest.is_disabled === true;
        const access = accessOf(found) + (ended || email !== found.email ? 1 : 0);
        const row: Employee = { ...found, ...rest, email, access, updated_at: ledgerClock.timestamp() };
        await tx.put(employeeRows, row);
        const keeps = (session: Session) => !row.is_disabled && accessOf(session) === accessOf(found);
        await passOn(tx, row, keeps, (session) => endings.ended('session-disabled', session));
        return row;
      }),
  };
}
