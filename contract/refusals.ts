import type { ErrorCode } from './errors.js';
import type { Operation } from './operation.js';
import type { Operations } from './operations/index.js';

/**
 * Which refusals of the catalogue an operation may give. What follows from its declaration (credentials, permission, form
 * of the body) is derived; the others are declared here, and a refusal that is not is a fault of the mock.
 */

const uuid = ['uuid-length', 'uuid-format'] as const;
const asks = ['declined', 'bank-failed'] as const;
const draft = [
  ...['asset-not-found', 'invalid-amount', 'not-found', 'same-entity', 'iban-mismatch'],
  ...['insufficient-balance', 'limit-exceeded', ...uuid],
] as const satisfies readonly ErrorCode[];
const confirmation = [
  ...['not-found', 'payment-confirmed', 'payment-in-progress', 'bank-guid-missing', 'bank-guid-wrong'],
  ...['insufficient-balance', 'limit-exceeded', 'external-id-changed', 'seed-decryption'],
  ...['multisignature-stopped', ...uuid, ...asks],
] as const satisfies readonly ErrorCode[];
const rolePermission = ['administrator-fixed', 'not-found', ...uuid] as const;
const ofUser = ['not-found', ...uuid] as const;
const limit = ['asset-not-found', 'invalid-amount', 'not-found', ...uuid] as const;
const identifiers = [
  ...['asset-not-found', 'invalid-amount', 'request-open', 'reserve-insufficient', 'not-found'],
  ...['external-id-changed', ...asks],
] as const satisfies readonly ErrorCode[];

const own: Readonly<Record<keyof Operations, readonly ErrorCode[]>> = {
  createLoginFlow: [],
  submitLogin: [],
  createRecoveryFlow: [],
  submitRecovery: [],
  createSettingsFlow: [],
  submitSettings: [],
  whoami: [],
  logout: [],
  getDcmJwks: [],
  registerJwk: ['jwk-invalid', 'jwk-exists'],
  listJwks: [],
  updateJwk: ['jwk-invalid', 'jwk-exists', 'not-found'],
  authenticateJwt: [],
  createCounterparty: ['asset-not-found', 'guid-taken', 'no-key-keeper', 'counterparty-exists', ...asks],
  listCounterparties: [],
  updateCounterparty: ['counterparty-exists', 'not-found'],
  getCounterparty: ['not-found'],
  createEmployee: ['employee-exists', 'not-found', ...uuid],
  updateEmployee: ['employee-exists', 'not-found', ...uuid],
  listEmployees: [],
  getAvailablePermissions: [],
  addRolePermission: rolePermission,
  removeRolePermission: rolePermission,
  getRolePermissionTable: [],
  listRoles: [],
  createRole: ['role-exists'],
  deleteRole: ['administrator-fixed', 'not-found'],
  getScopes: [],
  listRoleUsers: [],
  addUserToRole: ofUser,
  removeUserFromRole: ofUser,
  listPermissionTitles: [],
  createKetoPermission: ['guid-taken', 'not-found', ...uuid],
  createCustomer: ['asset-not-found', 'customer-exists', 'not-found', ...uuid, ...asks],
  listCustomers: [],
  updateCustomer: ['not-found', ...uuid],
  getCustomer: ['not-found'],
  getCustomerAccounts: ['not-found'],
  createCustomerAccount: ['asset-not-found', 'not-found', 'external-id-changed', ...asks],
  getSegments: [],
  updateSegment: ['not-found', ...uuid],
  createAccount: ['entity-kind', 'entity-exists', 'no-key-keeper', 'not-found', ...uuid, ...asks],
  listAccounts: [],
  getAccount: ['not-found'],
  issueIdentifiers: identifiers,
  burnIdentifiers: [...identifiers, 'insufficient-balance', 'seed-decryption'],
  listEmissionHistory: [],
  confirmEmission: ['request-finished', 'insufficient-balance', 'not-found', ...uuid],
  cancelEmission: ['request-finished', 'not-found', ...uuid],
  createPayment: draft,
  confirmPayment: confirmation,
  getPayment: ['not-found'],
  listPayments: [],
  listCategories: [],
  createCategory: [],
  updateCategory: ['not-found'],
  deleteCategory: ['not-found'],
  getCustomerAmountLimit: uuid,
  setCustomerAmountLimit: limit,
  getCustomerPaymentLimit: uuid,
  setCustomerPaymentLimit: limit,
  getSegmentPaymentLimits: [],
  setSegmentPaymentLimit: limit,
  getSegmentAmountLimits: [],
  setSegmentAmountLimit: limit,
  listRecons: [],
  listReconParticipants: [],
  updateRecon: ['not-found', 'recon-order', 'recon-status'],
  listBranches: [],
  createBranch: [],
  getBranch: ['not-found'],
  updateBranch: ['not-found'],
  addBranchRolePermission: ofUser,
  removeBranchRolePermission: ofUser,
  getBranchPermissionTable: ofUser,
  createBranchRole: ['role-exists', ...ofUser],
  deleteBranchRole: ['administrator-fixed', 'not-found'],
  getBranchScopes: [],
  listBranchRoleUsers: [],
  addUserToBranchRole: ofUser,
  removeUserFromBranchRole: ofUser,
  checkBranchPermission: ofUser,
  listBranchAccounts: ['not-found'],
  createBranchAccount: ['entity-kind', 'no-key-keeper', 'not-found', ...asks],
  listBranchCustomers: ['not-found'],
  getBranchCustomerAccounts: ['not-found'],
  listBranchPayments: ['not-found'],
  createBranchPayment: draft,
  confirmBranchPayment: confirmation,
  getBranchPayment: ['not-found'],
};

/** A query member that takes any text, any number of times, cannot be wrong. */
export const canBeWrong = (schema: { safeParse(value: unknown): { success: boolean } }): boolean =>
  !schema.safeParse(['\u0000', '\u0000']).success;

/** The refusals of an operation under the default profile; none for what is no operation of DCM. */
export function refusalsOf(operation: Operation): readonly ErrorCode[] {
  const { id, caller, body, query } = operation;
  const declared = (own as Readonly<Record<string, readonly ErrorCode[]>>)[id];
  if (declared === undefined) return [];
  const derived: ErrorCode[] = [];
  if (caller !== 'public') derived.push('credential');
  // The check of a token has no session to look at.
  if (caller !== 'public' && id !== 'authenticateJwt') derived.push('session');
  if (caller !== 'public') derived.push('permission');
  if (body) derived.push('invalid-json', 'content-type', 'too-large');
  if (body || Object.values(query?.shape ?? {}).some(canBeWrong)) derived.push('invalid-member');
  return [...derived, ...declared];
}

/** What any request can be refused for, before it is looked at. */
const anyRequest: readonly ErrorCode[] = ['illegible'];

/** Refusals that only an option brings: `strict`, `declined_status`, `transfer_rules`, `reverse_check`. */
const byOption: readonly ErrorCode[] = ['strict-finding', 'declined-400', 'route-refused'];
/** What may befall any operation: its state file is on a full disk, or an officer resets the mock. */
const byCircumstance: readonly ErrorCode[] = ['not-kept', 'state-replaced'];
const byReverseCheck: readonly ErrorCode[] = ['declined', 'bank-failed', 'no-key-keeper'];

/** Whether an operation may be refused so, under whatever profile. */
export const mayRefuse = (operation: Operation, code: ErrorCode): boolean =>
  operation.caller === 'control' ||
  anyRequest.includes(code) ||
  byOption.includes(code) ||
  byCircumstance.includes(code) ||
  (operation.method !== 'GET' && byReverseCheck.includes(code)) ||
  refusalsOf(operation).includes(code);
