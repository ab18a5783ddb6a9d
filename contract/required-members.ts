import type { Operations } from './operations/index.js';

/**
 * Members of request bodies that are refused when they are left out. The documented schemas have nearly every member
 * optional; of createCustomer the page says Required (CUS), of transfers the table of errors refuses what has no ids (ERR).
 */

const role = ['role_name'] as const;
const rolePermission = ['permission_guid', 'role_name'] as const;
const roleUser = ['role_name', 'user_guid'] as const;
const asset = ['asset_code', 'asset_issuer'] as const;
const payment = ['amount', 'receiver_id', 'sender_id'] as const;
const guid = ['guid'] as const;

const members: Partial<Record<keyof Operations, readonly string[]>> = {
  submitLogin: ['method', 'password'],
  submitRecovery: ['method'],
  submitSettings: ['method', 'password'],
  createEmployee: ['email'],
  addRolePermission: rolePermission,
  removeRolePermission: rolePermission,
  createRole: role,
  deleteRole: role,
  addUserToRole: roleUser,
  removeUserFromRole: roleUser,
  createCustomer: asset,
  createCustomerAccount: asset,
  updateSegment: ['account_type_guid', 'segment_name'],
  issueIdentifiers: ['amount'],
  burnIdentifiers: ['amount'],
  confirmEmission: guid,
  cancelEmission: guid,
  createPayment: payment,
  confirmPayment: guid,
  createCategory: ['name'],
  setCustomerAmountLimit: ['customer_guid', 'max', 'period'],
  setCustomerPaymentLimit: ['customer_guid'],
  setSegmentPaymentLimit: ['segment_name'],
  setSegmentAmountLimit: ['max', 'period', 'segment_name'],
  updateRecon: ['status'],
  createBranch: ['name'],
  addBranchRolePermission: ['branch_guid', ...rolePermission],
  removeBranchRolePermission: ['branch_guid', ...rolePermission],
  createBranchRole: ['branch_guid', ...role],
  checkBranchPermission: ['branches_access', 'permission', 'user_guid'],
  deleteBranchRole: role,
  addUserToBranchRole: roleUser,
  removeUserFromBranchRole: roleUser,
  createBranchPayment: payment,
  confirmBranchPayment: guid,
};

/** Those of an operation; none for what is no operation of DCM. */
export const requiredMembers = (id: string): readonly string[] => members[id as keyof Operations] ?? [];
