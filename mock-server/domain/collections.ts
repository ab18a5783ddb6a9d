import { branches } from './branches-collection.js';
import { categories } from './categories-collection.js';
import { counterparties } from './counterparties-collection.js';
import { customers } from './customers-collection.js';
import { deliveries } from './deliveries-collection.js';
import { emissionBalances, emissions } from './emissions-collection.js';
import { employees } from './employees-collection.js';
import { accounts } from './entities-collection.js';
import { infrastructures } from './infrastructures-collection.js';
import { jwks } from './jwks-collection.js';
import { ledgerAccounts, ledgerTransactions } from './ledger-collection.js';
import { limits, sentOnDays } from './limits-collection.js';
import { mails } from './mailbox-collection.js';
import { payments } from './payments-collection.js';
import { permissionTitles } from './permissions-collection.js';
import { netPositions, pairDays, recons } from './recons-collection.js';
import { roles } from './roles-collection.js';
import { accountTypes } from './segments-collection.js';
import { sessions } from './sessions-collection.js';
import { settings } from './settings-collection.js';

/**
 * Everything that DCM stores. The rows of a noun are declared in `<noun>-collection.ts`, beside its rules. Dates are
 * RFC 3339 on the ledger clock, amounts stroops.
 */
export const allCollections = [
  counterparties,
  infrastructures,
  employees,
  sessions,
  jwks,
  mails,
  customers,
  accounts,
  emissionBalances,
  emissions,
  payments,
  ledgerAccounts,
  ledgerTransactions,
  categories,
  deliveries,
  permissionTitles,
  roles,
  branches,
  accountTypes,
  limits,
  sentOnDays,
  recons,
  pairDays,
  netPositions,
  settings,
] as const;
