import type { Sender } from '../../contract/control/requests.js';
import { credentialHeaders } from '../../contract/gaps.js';
import type { Domain } from '../domain/index.js';
import { Refusal } from '../domain/refusal.js';
import type { Kept } from '../journal/entry.js';

/** Sessions that are kept in memory, one for each employee; the oldest is forgotten. */
const mostSessions = 100;

type Headers = Readonly<Record<string, string>>;

/** Who sends a request that a person orders. Credentials stay in this process: no response has any of them. */
export function createSenders({ employees }: Domain) {
  const sessions = new Map<string, string>();

  /** A session of an employee: the one that was begun for an earlier request, if it is still valid. */
  async function sessionFor(guid: string): Promise<string> {
    const employee = await employees.get(guid);
    if (!employee) throw new Refusal('control-unknown', { thing: 'employee' });
    if (employee.is_disabled)
      throw new Refusal('control-conflict', { problem: 'the employee is disabled and has no session' });
    const known = sessions.get(guid);
    if (known !== undefined && (await employees.sessionOf(known))) return known;
    const { token } = await employees.beginSession(employee);
    sessions.delete(guid);
    sessions.set(guid, token);
    for (const oldest of sessions.keys()) {
      if (sessions.size <= mostSessions) break;
      sessions.delete(oldest);
    }
    return token;
  }

  function original({ entry, credentials }: Kept): Headers {
    const had = credentialHeaders.some((name) => entry.request.headers[name] !== undefined);
    if (had && credentials === undefined)
      throw new Refusal('control-conflict', {
        problem: 'the credential of this request is no longer known: choose another sender',
      });
    return credentials ?? {};
  }

  /** Pages of the login take a session in a header of their own. */
  async function chosen(sender: Exclude<Sender, { as: 'original' }>, ofLogin: boolean): Promise<Headers> {
    if (sender.as === 'nobody') return {};
    if (sender.as === 'bank') return { 'cx-authorization': sender.token };
    const token = await sessionFor(sender.guid);
    return ofLogin ? { 'x-session-token': token } : { authorization: `bearer ${token}` };
  }

  return {
    /** Of a request that is sent again. @throws {Refusal} `control-unknown`, `control-conflict` */
    headersOf: async (sender: Sender, kept: Kept): Promise<Headers> =>
      sender.as === 'original'
        ? original(kept)
        : chosen(sender, kept.entry.request.headers['x-session-token'] !== undefined),

    /** Of a request of its own. @throws {Refusal} `control-unknown`, `control-conflict` */
    async headersFor(sender: Sender, url: string): Promise<Headers> {
      if (sender.as === 'original')
        throw new Refusal('control-conflict', {
          problem: 'a request without seq has no original: choose another sender',
        });
      return chosen(sender, url.startsWith('/kratos/'));
    },
  };
}
