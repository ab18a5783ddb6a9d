import { createHash } from 'node:crypto';
import type { Center } from './center.js';
import { type Employee, employees, type Session, sessions } from './collections.js';
import type { Counterparties } from './counterparties.js';
import type { Mailbox } from './mailbox.js';
import { hashPassword, passwordMatches } from './passwords.js';
import { Refusal } from './refusal.js';

export interface NewEmployee {
  readonly email: string;
  readonly name?: string | undefined;
  readonly surname?: string | undefined;
  readonly roles?: readonly string[] | undefined;
}

/** Holds every permission and goes to the first employee (U-18). */
export const administrator = 'Administrator';

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');

/** Employees of banks, their passwords and sessions. */
export function createEmployees(center: Center, banks: Counterparties, mailbox: Mailbox) {
  const { store, chance, ledger, wall, profile } = center;

  const byEmail = (email: string): Promise<Employee | undefined> =>
    store.read((tx) => tx.first(employees, 'email', email.toLowerCase()));

  return {
    byEmail,

    get: (guid: string): Promise<Employee | undefined> => store.read((tx) => tx.get(employees, guid)),

    list: (counterpartyGuid: string) =>
      store.read(
        async (tx) =>
          (await tx.page(employees, { index: 'counterparty', key: counterpartyGuid, order: 'desc' })).rows,
      ),

    /** Plan step 9. @throws {Refusal} `employee-exists` */
    invite: (counterpartyGuid: string, wanted: NewEmployee): Promise<Employee> =>
      store.write(async (tx) => {
        const { alias } = await banks.find(tx, counterpartyGuid);
        if (await tx.first(employees, 'email', wanted.email.toLowerCase())) {
          throw new Refusal('employee-exists');
        }
        const now = ledger.timestamp();
        const first =
          (await tx.page(employees, { index: 'counterparty', key: counterpartyGuid, limit: 1 })).total === 0;
        const row: Employee = {
          guid: chance.uuid('employee', 'v4'),
          counterparty_guid: counterpartyGuid,
          email: wanted.email,
          name: wanted.name ?? '',
          surname: wanted.surname ?? '',
          paternal_name: '',
          phone: '',
          branch_guid: '',
          is_disabled: false,
          roles: wanted.roles ?? (first ? [administrator] : []),
          password: '',
          created_at: now,
          updated_at: now,
        };
        await tx.put(employees, row);
        await mailbox.send(tx, {
          to: wanted.email,
          kind: 'invitation',
          subject: 'Invitation to DCM',
          text: `Set your password: https://backoffice-${alias}-integrate.dcmapis.com/reset-password/?email=${encodeURIComponent(wanted.email)}`,
          code: '',
        });
        return row;
      }),

    async setPassword(guid: string, password: string): Promise<void> {
      const hash = await hashPassword(password, chance.bytes('password-salt', 16));
      await store.write(async (tx) => {
        const row = await tx.get(employees, guid);
        if (row) await tx.put(employees, { ...row, password: hash, updated_at: ledger.timestamp() });
      });
    },

    /** The employee with these credentials; undefined when anything is wrong with them. */
    async authenticate(email: string, password: string): Promise<Employee | undefined> {
      const employee = await byEmail(email);
      if (!employee || employee.is_disabled) return undefined;
      return (await passwordMatches(password, employee.password)) ? employee : undefined;
    },

    /** Begins a session; the token is known to the caller alone. */
    async beginSession(employee: Employee): Promise<{ token: string; session: Session }> {
      const token = `ory_st_${Buffer.from(chance.bytes('session-token', 24)).toString('base64url')}`;
      const issued = wall.now();
      const session: Session = {
        token_hash: hashOf(token),
        guid: chance.uuid('session', 'v4'),
        employee_guid: employee.guid,
        issued_ms: issued,
        expires_ms: issued + profile().session_ttl_s * 1000,
      };
      await store.write((tx) => tx.put(sessions, session));
      return { token, session };
    },

    /** Whose session a token is; undefined when it is unknown, has expired, or the employee is disabled. */
    async sessionOf(token: string): Promise<{ employee: Employee; session: Session } | undefined> {
      return store.read(async (tx) => {
        const session = await tx.get(sessions, hashOf(token));
        if (!session || session.expires_ms <= wall.now()) return undefined;
        const employee = await tx.get(employees, session.employee_guid);
        return employee && !employee.is_disabled ? { employee, session } : undefined;
      });
    },

    endAllSessions: (): Promise<number> =>
      store.write(async (tx) => {
        const { rows } = await tx.page(sessions);
        for (const row of rows) await tx.remove(sessions, row.token_hash);
        return rows.length;
      }),

    endSession: (token: string): Promise<void> => store.write((tx) => tx.remove(sessions, hashOf(token))),
  };
}
