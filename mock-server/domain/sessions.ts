import { hash } from 'node:crypto';
import type { Center } from './center.js';
import { type Employee, employeeRows } from './employees-collection.js';
import { type EndedSessions, instant } from './ended-sessions.js';
import { type Bounds, keepNewest } from './newest.js';
import { Refusal } from './refusal.js';
import { type Session, sessionRows } from './sessions-collection.js';
import { sizeOf } from './size.js';
import type { WriteTransaction } from './store.js';

/** What was issued to an employee is valid as long as this stays the same. */
export const accessOf = ({ access = 0 }: Pick<Employee, 'access'>): number => access;

/** Whether something issued at `access` is still valid. */
export const opens = (employee: Employee, given: Pick<Employee, 'access'>): boolean =>
  !employee.is_disabled && accessOf(employee) === accessOf(given);

/** Number of sessions that are kept, of all employees and of each; beyond that the oldest ends. */
export const mostSessions = {
  all: { rows: 10_000, bytes: 8 * 1024 * 1024 },
  each: { rows: 1000, bytes: 1024 * 1024 },
} as const;
/** Number of expired sessions that are removed when one begins. */
const mostSwept = 20;

/** Makes room for one more session: the expired ones are dropped, and the oldest if there are too many. */
async function makeRoom(tx: WriteTransaction, session: Session, nowMs: number): Promise<void> {
  const oldest = await tx.page(sessionRows, { limit: mostSwept });
  const expired = oldest.rows.filter((row) => row.expires_ms <= nowMs);
  for (const session of expired) await tx.remove(sessionRows, session.token_hash);
  const beside = ({ rows, bytes }: Bounds) => ({ rows: rows - 1, bytes: bytes - sizeOf(session) });
  const ofEmployee = { index: 'employee', key: session.employee_guid };
  await keepNewest(tx, sessionRows, beside(mostSessions.each), ofEmployee);
  await keepNewest(tx, sessionRows, beside(mostSessions.all));
}

const hashOf = (token: string) => hash('sha256', token, 'base64url');

/**
 * Keeps some sessions of an employee whose `access` was raised, and ends the others.
 * @param ended called with each that ends
 */
export async function passOn(
  tx: WriteTransaction,
  row: Employee,
  keeps: (session: Session) => boolean,
  ended: (session: Session) => void,
) {
  for (const session of (await tx.page(sessionRows, { index: 'employee', key: row.guid })).rows) {
    if (keeps(session)) await tx.put(sessionRows, { ...session, access: accessOf(row) });
    else {
      await tx.remove(sessionRows, session.token_hash);
      ended(session);
    }
  }
}

/** Sessions of employees. */
export function createSessions(
  { store, chance, wallClock, profile }: Pick<Center, 'store' | 'chance' | 'wallClock' | 'profile'>,
  endings: EndedSessions,
) {
  return {
    /**
     * Begins a session; the token is known to the caller alone.
     * @param employee as it was when it was authenticated
     * @throws {Refusal} `session` if it was disabled meanwhile, or got another password
     */
    async beginSession(employee: Employee): Promise<{ token: string; session: Session }> {
      const token = `ory_st_${Buffer.from(chance.bytes('session-token', 24)).toString('base64url')}`;
      const issued = wallClock.now();
      const session: Session = {
        token_hash: hashOf(token),
        guid: chance.uuid('session', 'v4'),
        employee_guid: employee.guid,
        issued_ms: issued,
        expires_ms: issued + profile().session_ttl_s * 1000,
        access: accessOf(employee),
      };
      await store.write(async (tx) => {
        const row = await tx.get(employeeRows, employee.guid);
        if (!row || !opens(row, session)) throw new Refusal('session-ended-meanwhile');
        await makeRoom(tx, session, issued);
        await tx.put(sessionRows, session);
      });
      endings.begun(session);
      return { token, session };
    },

    /** Whose session a token is; undefined when it is unknown, has ended or expired, or is no longer valid. */
    async sessionOf(token: string): Promise<{ employee: Employee; session: Session } | undefined> {
      return store.read(async (tx) => {
        const session = await tx.get(sessionRows, hashOf(token));
        if (!session || session.ended || session.expires_ms <= wallClock.now()) return undefined;
        const employee = await tx.get(employeeRows, session.employee_guid);
        return employee && opens(employee, session) ? { employee, session } : undefined;
      });
    },

    /** Why a token is not that of a valid session. */
    async whyNoSession(token: string): Promise<Refusal> {
      const tokenHash = hashOf(token);
      const session = await store.read((tx) => tx.get(sessionRows, tokenHash));
      if (!session) return endings.why(tokenHash);
      if (session.ended) return new Refusal('session-logged-out');
      return session.expires_ms <= wallClock.now()
        ? new Refusal('session-expired', { at: instant(session.expires_ms) })
        : new Refusal('session-ended-meanwhile');
    },

    endAllSessions: (): Promise<number> =>
      store.write(async (tx) => {
        const { rows } = await tx.page(sessionRows);
        for (const row of rows) {
          await tx.remove(sessionRows, row.token_hash);
          endings.ended('session-by-officer', row);
        }
        return rows.filter(({ ended }) => !ended).length;
      }),

    /** Ends a session; it is remembered as ended, so that it can be ended again. False if it never existed. */
    endSession: (token: string): Promise<boolean> =>
      store.write(async (tx) => {
        const session = await tx.get(sessionRows, hashOf(token));
        if (session && !session.ended) await tx.put(sessionRows, { ...session, ended: true });
        return session !== undefined;
      }),
  };
}
