import { authenticationOperations } from './authentication.js';
import { branchAccessOperations } from './branch-access.js';
import { branchMemberOperations } from './branch-members.js';
import { branchOperations } from './branches.js';
import { categoryOperations } from './categories.js';
import { counterpartyOperations } from './counterparties.js';
import { customerOperations } from './customers.js';
import { employeeOperations } from './employees.js';
import { entityOperations } from './entities.js';
import { identifierOperations } from './identifiers.js';
import { jwkOperations } from './jwks.js';
import { limitOperations } from './limits.js';
import { permissionOperations } from './permissions.js';
import { reconOperations } from './recons.js';
import { recoveryOperations } from './recovery.js';
import { roleOperations } from './roles.js';
import { segmentOperations } from './segments.js';
import { transferOperations } from './transfers.js';

/** Every operation that DCM serves to banks, by id. */
export const operations = {
  ...authenticationOperations,
  ...recoveryOperations,
  ...jwkOperations,
  ...counterpartyOperations,
  ...employeeOperations,
  ...roleOperations,
  ...permissionOperations,
  ...customerOperations,
  ...segmentOperations,
  ...entityOperations,
  ...identifierOperations,
  ...transferOperations,
  ...categoryOperations,
  ...limitOperations,
  ...reconOperations,
  ...branchOperations,
  ...branchAccessOperations,
  ...branchMemberOperations,
};

export type Operations = typeof operations;
