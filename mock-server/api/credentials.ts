import type { Operation } from '../../contract/operation.js';
import { confinedTo } from '../domain/branches.js';
import type { Call } from '../domain/call.js';
import { counterpartyRows } from '../domain/counterparties-collection.js';
import { dcmItself } from '../domain/employees.js';
import type { Domain } from '../domain/index.js';
import { Refusal } from '../domain/refusal.js';
import { actByBankToken } from './bank-token.js';
import { callerOf } from './handler.js';
import type { LoginFlows } from './login-flows.js';
import { strayHeader } from './stray-session.js';

type Headers = Readonly<Record<string, string>>;

/** What may be told of an Authorization that is not a session: its first word may be a secret. */
const knownSchemes: ReadonlySet<string> = new Set([
  'basic',
  'digest',
  'token',
  'jwt',
  'apikey',
  'negotiate',
  'dpop',
]);

/** The session token of a request (AUTH). @throws {Refusal} `credential` */
export function sessionToken(authorization: string, call: Call, flows: Pick<LoginFlows, 'isFlow'>): string {
  const [, scheme = '', token = ''] = /^(\S+)\s+(\S+)$/.exec(authorization) ?? [];
  if (flows.isFlow(token || authorization)) {
    call.explain('REQUEST-03', 'Authorization carries the id of a flow; send the session_token of the login');
  }
  if (/^bearer$/i.test(authorization)) {
    const why = 'the csrf_token of a flow for native applications is empty';
    call.explain(
      'REQUEST-03',
      `Authorization carries no token (${why}); send the session_token of the login`,
    );
    throw new Refusal('token-missing');
  }
  if (scheme.toLowerCase() === 'bearer') return token;
  if (authorization === '') throw new Refusal('no-credential');
  call.explain('LOGIN-02', 'Authorization is not of the form: bearer <session_token>');
  const [first = '', ...others] = authorization.trim().split(/\s+/);
  if (flows.isFlow(authorization)) throw new Refusal('flow-as-token');
  if (others.length === 0) throw new Refusal('scheme-missing');
  if (/^bearer$/i.test(first)) throw new Refusal('authorization-form');
  throw new Refusal('scheme-other', {
    scheme: knownSchemes.has(first.toLowerCase()) ? first : '[not shown]',
  });
}

/**
 * Who calls (U-02, U-07, U-09): the employee behind a session token, allowed to do this, or the bank behind its own
 * token, whose permissions are up to the bank (JWTA); both only within their own counterparty.
 * @throws {Refusal} `credential`, `session`, `permission`
 */
export async function authorize(
  domain: Domain,
  flows: LoginFlows,
  operation: Operation,
  headers: Headers,
  params: Readonly<Record<string, string>>,
  call: Call,
): Promise<void> {
  const authorization = headers.authorization ?? '';
  const own = headers['cx-authorization'] ?? '';
  if (authorization !== '' && own !== '') {
    call.explain('BANKJWT-04', 'both Authorization and CX-Authorization are filled');
    throw new Refusal('two-credentials');
  }
  if (own === '') await actBySession(domain, flows, operation, headers, call);
  else await actByBankToken(domain, own, call);
  if (operation.caller === 'officer') {
    if (call.actor.kind === 'bank') throw new Refusal('officer-by-bank-token');
    if (call.actor.kind !== 'officer') throw new Refusal('officer-needed');
    return;
  }
  if (call.actor.kind === 'officer') throw new Refusal('officer-elsewhere');
  const { guid } = callerOf(call);
  const asked = params.counterparty_guid;
  if (asked !== undefined && asked.toLowerCase() !== guid)
    throw new Refusal('other-counterparty', { asked, own: guid });
  const { actor } = call;
  const { permission, method, path } = operation;
  if (actor.kind !== 'employee' || permission === undefined) return;
  const { scope, reach } = permission;
  const confined = confinedTo(call);
  if (confined !== '' && reach === 'common' && method !== 'GET')
    throw new Refusal('confined-to-branch', { own: confined });
  const branch = path.includes('/branch/{branch_guid}/') ? (params.branch_guid ?? '') : '';
  if (await domain.access.allows(actor.employee, { scope, verb: method }, branch.toLowerCase())) return;
  const missing = { permission: `${scope}:${method}`, roles: actor.employee.roles.join(', ') || '-' };
  throw branch === ''
    ? new Refusal('permission-missing', missing)
    : new Refusal('branch-permission-missing', { ...missing, branch });
}

/** Why a token is not that of a valid session. */
async function noSession(domain: Domain, flows: Pick<LoginFlows, 'isFlow'>, token: string): Promise<Refusal> {
  if (flows.isFlow(token)) return new Refusal('flow-as-session');
  const ended = await domain.employees.whyNoSession(token);
  return ended.because.cause === 'session-unknown' && /^ey[\w-]+\.[\w-]+\./.test(token)
    ? new Refusal('jwt-as-session')
    : ended;
}

async function actBySession(
  domain: Domain,
  flows: LoginFlows,
  operation: Operation,
  headers: Headers,
  call: Call,
): Promise<void> {
  if (operation.caller === 'bank') {
    call.explain('BANKJWT-01', `${operation.id} checks the token in CX-Authorization; there is none`);
    throw new Refusal('bank-token-needed');
  }
  const { authorization = '' } = headers;
  const header = authorization === '' ? strayHeader(headers) : undefined;
  if (header !== undefined) throw new Refusal('session-elsewhere', { header });
  const token = sessionToken(authorization, call, flows);
  const session = await domain.employees.sessionOf(token);
  if (!session) throw await noSession(domain, flows, token);
  const { employee } = session;
  if (employee.counterparty_guid === dcmItself) {
    call.actor = { kind: 'officer', subject: employee.email };
    return;
  }
  const counterparty = await domain.center.store.read((tx) =>
    tx.get(counterpartyRows, employee.counterparty_guid),
  );
  // It was there when the session was found: the state has been replaced since.
  if (!counterparty) throw new Refusal('session-unknown');
  if (!counterparty.schemes.includes('dcm')) {
    call.explain('REQUEST-03', 'the scheme JWT by DCM is not enabled for this counterparty');
    throw new Refusal('scheme-dcm-off');
  }
  call.actor = { kind: 'employee', subject: employee.email, employee, counterparty };
}
