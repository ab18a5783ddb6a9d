import { table } from '../operation.js';
import * as authentication from './authentication.js';
import * as branchAccess from './branch-access.js';
import * as branches from './branches.js';
import * as categories from './categories.js';
import * as counterparties from './counterparties.js';
import * as customers from './customers.js';
import * as employees from './employees.js';
import * as entities from './entities.js';
import * as identifiers from './identifiers.js';
import * as jwks from './jwks.js';
import * as limits from './limits.js';
import * as recons from './recons.js';
import * as roles from './roles.js';
import * as segments from './segments.js';
import * as transfers from './transfers.js';

/** Every operation that DCM serves to banks, by id. */
export const operations = table(
  authentication.createLoginFlow,
  authentication.submitLogin,
  authentication.createRecoveryFlow,
  authentication.submitRecovery,
  authentication.createSettingsFlow,
  authentication.submitSettings,
  authentication.whoami,
  authentication.logout,
  authentication.getDcmJwks,
  jwks.registerJwk,
  jwks.listJwks,
  jwks.updateJwk,
  jwks.authenticateJwt,
  counterparties.createCounterparty,
  counterparties.listCounterparties,
  counterparties.updateCounterparty,
  counterparties.getCounterparty,
  employees.createEmployee,
  employees.updateEmployee,
  employees.listEmployees,
  roles.getAvailablePermissions,
  roles.addRolePermission,
  roles.removeRolePermission,
  roles.getRolePermissionTable,
  roles.listRoles,
  roles.createRole,
  roles.deleteRole,
  roles.getScopes,
  roles.listRoleUsers,
  roles.addUserToRole,
  roles.removeUserFromRole,
  roles.listPermissionTitles,
  roles.createKetoPermission,
  customers.createCustomer,
  customers.listCustomers,
  customers.updateCustomer,
  customers.getCustomer,
  customers.getCustomerAccounts,
  customers.createCustomerAccount,
  segments.getSegments,
  segments.updateSegment,
  entities.createAccount,
  entities.listAccounts,
  entities.getAccount,
  identifiers.issueIdentifiers,
  identifiers.burnIdentifiers,
  identifiers.listEmissionHistory,
  identifiers.confirmEmission,
  identifiers.cancelEmission,
  transfers.createPayment,
  transfers.confirmPayment,
  transfers.getPayment,
  transfers.listPayments,
  categories.listCategories,
  categories.createCategory,
  categories.updateCategory,
  categories.deleteCategory,
  limits.getCustomerAmountLimit,
  limits.setCustomerAmountLimit,
  limits.getCustomerPaymentLimit,
  limits.setCustomerPaymentLimit,
  limits.getSegmentPaymentLimits,
  limits.setSegmentPaymentLimit,
  limits.getSegmentAmountLimits,
  limits.setSegmentAmountLimit,
  recons.listRecons,
  recons.listReconParticipants,
  recons.updateRecon,
  branches.listBranches,
  branches.createBranch,
  branches.getBranch,
  branches.updateBranch,
  branchAccess.addBranchRolePermission,
  branchAccess.removeBranchRolePermission,
  branchAccess.getBranchPermissionTable,
  branchAccess.createBranchRole,
  branchAccess.deleteBranchRole,
  branchAccess.getBranchScopes,
  branchAccess.listBranchRoleUsers,
  branchAccess.addUserToBranchRole,
  branchAccess.removeUserFromBranchRole,
  branchAccess.checkBranchPermission,
  branches.listBranchAccounts,
  branches.createBranchAccount,
  branches.listBranchCustomers,
  branches.getBranchCustomerAccounts,
  branches.listBranchPayments,
  branches.createBranchPayment,
  branches.confirmBranchPayment,
  branches.getBranchPayment,
);

export type Operations = typeof operations;
