import type { Operation } from '../../contract/operation.js';
import { confinedTo } from '../domain/branches.js';
import type { Call } from '../domain/call.js';
import { dcmItself } from '../domain/employees.js';
import type { Domain } from '../domain/index.js';
import { Refusal } from '../domain/refusal.js';
import { actByBankToken } from './bank-token.js';
import { callerOf } from './handler.js';
import type { LoginFlows } from './login-flows.js';

type Headers = Readonly<Record<string, string>>;

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
    throw new Refusal('credential');
  }
  if (scheme.toLowerCase() === 'bearer') return token;
  if (authorization !== '') {
    call.explain('LOGIN-02', 'Authorization is not of the form: bearer <session_token>');
  }
  throw new Refusal('credential');
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
    throw new Refusal('credential');
  }
  if (own === '') await actBySession(domain, flows, operation, authorization, call);
  else await actByBankToken(domain, own, call);
  if (operation.caller === 'officer') {
    if (call.actor.kind !== 'officer') throw new Refusal('permission');
    return;
  }
  if (call.actor.kind === 'officer') throw new Refusal('permission');
  const { guid } = callerOf(call);
  const asked = params.counterparty_guid;
  if (asked !== undefined && asked.toLowerCase() !== guid) throw new Refusal('permission');
  const { actor } = call;
  const { permission, method, path } = operation;
  if (actor.kind !== 'employee' || permission === undefined) return;
  const { scope, reach } = permission;
  if (confinedTo(call) !== '' && reach === 'common' && method !== 'GET') throw new Refusal('permission');
  const branch = path.includes('/branch/{branch_guid}/') ? (params.branch_guid ?? '') : '';
  if (!(await domain.access.allows(actor.employee, { scope, verb: method }, branch.toLowerCase()))) {
    throw new Refusal('permission');
  }
}

async function actBySession(
  domain: Domain,
  flows: LoginFlows,
  operation: Operation,
  authorization: string,
  call: Call,
): Promise<void> {
  if (operation.caller === 'bank') {
    call.explain('BANKJWT-01', `${operation.id} checks the token in CX-Authorization; there is none`);
    throw new Refusal('credential');
  }
  const session = await domain.employees.sessionOf(sessionToken(authorization, call, flows));
  if (!session) throw new Refusal('session');
  const { employee } = session;
  if (employee.counterparty_guid === dcmItself) {
    call.actor = { kind: 'officer', subject: employee.email };
    return;
  }
  const counterparty = await domain.counterparties.get(employee.counterparty_guid);
  if (!counterparty.schemes.includes('dcm')) {
    call.explain('REQUEST-03', 'the scheme JWT by DCM is not enabled for this counterparty');
    throw new Refusal('credential');
  }
  call.actor = { kind: 'employee', subject: employee.email, employee, counterparty };
}
