import { branchRows } from './branches-collection.js';
import { categoryRows } from './categories-collection.js';
import { counterpartyRows } from './counterparties-collection.js';
import { customerRows } from './customers-collection.js';
import { deliveryRows } from './deliveries-collection.js';
import { employeeRows } from './employees-collection.js';
import { entityRows } from './entities-collection.js';
import { identifierBalanceRows, identifierRequestRows } from './identifier-requests-collection.js';
import { infrastructureRows } from './infrastructures-collection.js';
import { jwkRows } from './jwks-collection.js';
import { ledgerAccountRows, ledgerTransactionRows } from './ledger-collection.js';
import { limitRows, sentOnDayRows } from './limits-collection.js';
import { mailRows } from './mailbox-collection.js';
import { permissionTitleRows } from './permissions-collection.js';
import { netPositionRows, pairDayRows, reconRows } from './recons-collection.js';
import { roleRows } from './roles-collection.js';
import { accountTypeRows } from './segments-collection.js';
import { sessionRows } from './sessions-collection.js';
import { settingsRows } from './settings-collection.js';
import { transferRows } from './transfers-collection.js';

/**
 * Everything that DCM stores. The rows of a noun are declared in `<noun>-collection.ts`, beside its rules. Dates are
 * RFC 3339 on the ledger clock, amounts stroops.
 */
export const allCollections = [
  counterpartyRows,
  infrastructureRows,
  employeeRows,
  sessionRows,
  jwkRows,
  mailRows,
  customerRows,
  entityRows,
  identifierBalanceRows,
  identifierRequestRows,
  transferRows,
  ledgerAccountRows,
  ledgerTransactionRows,
  categoryRows,
  deliveryRows,
  permissionTitleRows,
  roleRows,
  branchRows,
  accountTypeRows,
  limitRows,
  sentOnDayRows,
  reconRows,
  pairDayRows,
  netPositionRows,
  settingsRows,
] as const;
