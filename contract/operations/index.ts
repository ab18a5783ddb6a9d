import { table } from '../operation.js';
import * as authentication from './authentication.js';
import * as categories from './categories.js';
import * as customers from './customers.js';
import * as employees from './employees.js';
import * as entities from './entities.js';
import * as identifiers from './identifiers.js';
import * as jwks from './jwks.js';
import * as transfers from './transfers.js';

/** Every operation that DCM serves to banks, by id. */
export const operations = table(
  authentication.createLoginFlow,
  authentication.submitLogin,
  authentication.createRecoveryFlow,
  authentication.submitRecovery,
  authentication.createSettingsFlow,
  authentication.submitSettings,
  authentication.logout,
  authentication.getDcmJwks,
  jwks.registerJwk,
  jwks.listJwks,
  jwks.updateJwk,
  jwks.authenticateJwt,
  employees.listEmployees,
  customers.createCustomer,
  customers.listCustomers,
  customers.getCustomerAccounts,
  entities.createAccount,
  entities.listAccounts,
  entities.getAccount,
  identifiers.issueIdentifiers,
  identifiers.burnIdentifiers,
  identifiers.listEmissionHistory,
  transfers.createPayment,
  transfers.confirmPayment,
  transfers.getPayment,
  transfers.listPayments,
  categories.listCategories,
);

export type Operations = typeof operations;
