import type { Operation } from '../../contract/operation.js';
import type { Call } from '../domain/call.js';
import type { Employee } from '../domain/collections.js';
import { administrator } from '../domain/employees.js';
import type { Domain } from '../domain/index.js';
import { Refusal } from '../domain/refusal.js';
import type { LoginFlows } from './login-flows.js';

type Headers = Readonly<Record<string, string>>;

/** The session token of a request (AUTH). @throws {Refusal} `credential` */
function sessionToken(headers: Headers, call: Call, flows: LoginFlows): string {
  const authorization = headers.authorization ?? '';
  const own = headers['cx-authorization'] ?? '';
  if (authorization !== '' && own !== '') {
    call.explain('REQUEST-03', 'both Authorization and CX-Authorization are filled');
    throw new Refusal('credential');
  }
  if (own !== '') {
    call.explain(
      'REQUEST-03',
      'CX-Authorization: the scheme JWT by Bank is not switched on for this counterparty',
    );
    throw new Refusal('credential');
  }
  const [, scheme = '', token = ''] = /^(\S+)\s+(\S+)$/.exec(authorization) ?? [];
  if (flows.isCsrfToken(token || authorization)) {
    call.explain('REQUEST-03', 'Authorization carries a csrf_token; send the session_token of the login');
  }
  if (scheme.toLowerCase() === 'bearer') return token;
  if (authorization !== '') {
    call.explain('LOGIN-02', 'Authorization is not of the form: bearer <session_token>');
  }
  throw new Refusal('credential');
}

function permitted(employee: Employee, operation: Operation): boolean {
  return operation.permission === undefined || employee.roles.includes(administrator);
}

/**
 * Who calls: the employee behind the session token, allowed to do this in this counterparty (U-02, U-09).
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
  const session = await domain.employees.sessionOf(sessionToken(headers, call, flows));
  if (!session) throw new Refusal('session');
  const { employee } = session;
  const counterparty = await domain.banks.get(employee.counterparty_guid);
  call.actor = { kind: 'employee', subject: employee.email, employee, counterparty };
  const asked = params.counterparty_guid;
  if (asked !== undefined && asked.toLowerCase() !== counterparty.guid) throw new Refusal('permission');
  if (!permitted(employee, operation)) throw new Refusal('permission');
}
