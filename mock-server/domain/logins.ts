import type { Center } from './center.js';
import { type Employee, employeeRows } from './employees-collection.js';
import type { EndedSessions } from './ended-sessions.js';
import { hashPassword, passwordMatches } from './passwords.js';
import { Refusal } from './refusal.js';
import { accessOf, opens, passOn } from './sessions.js';
import { type Session, sessionRows } from './sessions-collection.js';

type LoginProblem = 'login-email' | 'login-disabled' | 'login-no-password' | 'login-password';

/** E-mail addresses and passwords of employees. */
export function createLogins({ store, chance, ledgerClock }: Center, endings: EndedSessions) {
  const byEmail = (email: string): Promise<Employee | undefined> =>
    store.read((tx) => tx.first(employeeRows, 'email', email.toLowerCase()));

  return {
    byEmail,

    /**
     * Ends every other session of the employee, and recovery codes in progress.
     * @param by the session that sets it
     * @throws {Refusal} `session` if it has ended meanwhile
     */
    async setPassword(guid: string, password: string, by?: Session): Promise<void> {
      const hash = await hashPassword(password, chance.bytes('password-salt', 16));
      await store.write(async (tx) => {
        const row = await tx.get(employeeRows, guid);
        const present = by && (await tx.get(sessionRows, by.token_hash));
        if (!row || (by && !(present && opens(row, present)))) throw new Refusal('session-ended-meanwhile');
        const changed = {
          ...row,
          password: hash,
          access: accessOf(row) + 1,
          updated_at: ledgerClock.timestamp(),
        };
        await tx.put(employeeRows, changed);
        const keeps = ({ token_hash }: Session) => token_hash === by?.token_hash;
        await passOn(tx, changed, keeps, (session) => endings.ended('session-new-password', session));
      });
    },

    /** Why these credentials are not right; only after `authenticate` has said that they are not. */
    async whyNotAuthentic(email: string): Promise<LoginProblem> {
      const employee = await byEmail(email);
      if (!employee) return 'login-email';
      if (employee.is_disabled) return 'login-disabled';
      return employee.password === '' ? 'login-no-password' : 'login-password';
    },

    /** The employee with these credentials; undefined if anything is wrong with them. */
    async authenticate(email: string, password: string): Promise<Employee | undefined> {
      const employee = await byEmail(email);
      if (!employee || employee.is_disabled) return undefined;
      return (await passwordMatches(password, employee.password)) ? employee : undefined;
    },
  };
}
