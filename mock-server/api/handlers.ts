import type { Operations } from '../../contract/operations/index.js';
import type { Domain } from '../domain/index.js';
import type { DcmKeys } from '../keys.js';
import { authenticationHandlers } from './authentication.js';
import { branchAccessHandlers } from './branch-access.js';
import { branchMemberHandlers } from './branch-members.js';
import { branchHandlers } from './branches.js';
import { categoryHandlers } from './categories.js';
import { counterpartyHandlers } from './counterparties.js';
import { customerHandlers } from './customers.js';
import { employeeHandlers } from './employees.js';
import { entityHandlers } from './entities.js';
import type { Handlers } from './handler.js';
import { identifierHandlers } from './identifiers.js';
import { jwkHandlers } from './jwks.js';
import { limitHandlers } from './limits.js';
import type { LoginFlows } from './login-flows.js';
import { permissionHandlers } from './permissions.js';
import { reconHandlers } from './recons.js';
import { recoveryHandlers } from './recovery.js';
import { roleHandlers } from './roles.js';
import { segmentHandlers } from './segments.js';
import { transferHandlers } from './transfers.js';

/** A handler for every operation that DCM serves to banks. */
export function apiHandlers(domain: Domain, flows: LoginFlows, keys: DcmKeys): Handlers<Operations> {
  return {
    ...authenticationHandlers(domain, flows, keys),
    ...recoveryHandlers(domain, flows),
    ...employeeHandlers(domain),
    ...customerHandlers(domain),
    ...entityHandlers(domain),
    ...identifierHandlers(domain),
    ...transferHandlers(domain),
    ...jwkHandlers(domain),
    ...roleHandlers(domain),
    ...permissionHandlers(domain),
    ...counterpartyHandlers(domain),
    ...segmentHandlers(domain),
    ...categoryHandlers(domain),
    ...limitHandlers(domain),
    ...reconHandlers(domain),
    ...branchHandlers(domain),
    ...branchAccessHandlers(domain),
    ...branchMemberHandlers(domain),
  };
}
