import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { ApiError, type Client } from '../../contract/client.js';
import type { Operation, Reach } from '../../contract/operation.js';
import { type Operations, operations } from '../../contract/operations/index.js';
import { createWorld, customer, draft, fundedCustomer, of, sessionOf, type World } from '../world.testing.js';

/** One confined to a branch, with every permission, against all that belongs to another branch or to all of them. */

interface There {
  readonly world: World;
  readonly api: Client<Operations>;
  readonly guid: { readonly counterparty_guid: string };
  readonly branch: string;
  readonly employee: string;
  readonly customer: string;
  readonly account: string;
  readonly payment: string;
  readonly permission: string;
}

const secretName = 'Of the south';
const createThere = async (): Promise<There> => {
  const world = await createWorld();
  const params = of(world);
  const branchOf = async (name: string) => (await world.api.createBranch({ params, body: { name } })).guid;
  const [north, south] = [await branchOf('North'), await branchOf(secretName)];
  const employ = async (email: string, branch_guid: string) => {
    const token = await sessionOf(world, world.guid, email, ['Administrator']);
    const { employees } = await world.api.listEmployees({ params, query: { logins: email } });
    const employee_guid = employees[0]?.guid ?? '';
    await world.api.updateEmployee({
      params: { ...params, employee_guid },
      body: { branch_guid, name: email },
    });
    return { token, employee_guid };
  };
  const { token } = await employ('north@bank1.test', north);
  const { employee_guid } = await employ('south@bank1.test', south);
  await world.api.createBranchRole({ params, body: { branch_guid: south, role_name: secretName } });
  await world.api.createRole({ params, body: { role_name: 'Common' } });
  const one = await fundedCustomer(world, world, 'southerner', 100);
  const there = { ...params, customer_guid: one.customer_guid };
  await world.api.updateCustomer({ params: there, body: { branch_guid: south, name: secretName } });
  await customer(world, 'northerner', { branch_guid: north });
  const limit = { customer_guid: one.customer_guid, max: 77 };
  await world.api.setCustomerPaymentLimit({ params, body: limit });
  await world.api.setCustomerAmountLimit({ params, body: { ...limit, period: 'day' } });
  const { guid: payment } = await draft(world, one.guid, world.processing, 1);
  const { permissions } = await world.api.listPermissionTitles({ params, query: { keto_kinds: 'branch' } });
  return {
    world,
    api: world.as(token),
    guid: params,
    branch: south,
    employee: employee_guid,
    customer: one.customer_guid,
    account: one.guid,
    payment,
    permission: permissions[0]?.guid ?? '',
  };
};

type Attempt = (there: There) => Promise<unknown>;

const at = (t: There) => ({ ...t.guid, branch_guid: t.branch });
const role = { role_name: secretName };

/** Each operation, aimed at the other branch; `shown` ones list, and may not show it. */
const branchOnes: Partial<Record<keyof Operations, Attempt>> = {
  createEmployee: (t) =>
    t.api.createEmployee({ params: t.guid, body: { email: 'a@b.test', branch_guid: t.branch } }),
  updateEmployee: (t) =>
    t.api.updateEmployee({ params: { ...t.guid, employee_guid: t.employee }, body: { name: 'x' } }),
  listEmployees: (t) => t.api.listEmployees({ params: t.guid, query: { include_disabled: 'true' } }),
  listRoleUsers: (t) => t.api.listRoleUsers({ params: t.guid, query: {} }),
  addUserToRole: (t) =>
    t.api.addUserToRole({ params: t.guid, body: { role_name: 'Common', user_guid: t.employee } }),
  removeUserFromRole: (t) =>
    t.api.removeUserFromRole({ params: t.guid, body: { role_name: 'Administrator', user_guid: t.employee } }),
  createCustomer: (t) =>
    t.api.createCustomer({
      params: t.guid,
      body: { login: 'z', asset_code: 'UAH', asset_issuer: t.world.issuer, branch_guid: t.branch },
    }),
  listCustomers: (t) => t.api.listCustomers({ params: t.guid, query: {} }),
  updateCustomer: (t) =>
    t.api.updateCustomer({ params: { ...t.guid, customer_guid: t.customer }, body: { name: 'x' } }),
  getCustomer: (t) => t.api.getCustomer({ params: { ...t.guid, customer_guid: t.customer } }),
  getCustomerAccounts: (t) => t.api.getCustomerAccounts({ params: { ...t.guid, customer_guid: t.customer } }),
  createCustomerAccount: (t) =>
    t.api.createCustomerAccount({
      params: { ...t.guid, customer_guid: t.customer },
      body: { asset_code: 'UAH', asset_issuer: t.world.issuer },
    }),
  createAccount: (t) => t.api.createAccount({ params: t.guid, body: { branch_guid: t.branch } }),
  listAccounts: (t) => t.api.listAccounts({ params: t.guid, query: {} }),
  getAccount: (t) => t.api.getAccount({ params: { ...t.guid, account_guid: t.account } }),
  createPayment: (t) =>
    t.api.createPayment({
      params: t.guid,
      body: { sender_id: t.account, receiver_id: t.world.processing, amount: 1 },
    }),
  confirmPayment: (t) => t.api.confirmPayment({ params: t.guid, body: { guid: t.payment } }),
  getPayment: (t) => t.api.getPayment({ params: { ...t.guid, payment_guid: t.payment } }),
  listPayments: (t) => t.api.listPayments({ params: t.guid, query: {} }),
  getCustomerAmountLimit: (t) => t.api.getCustomerAmountLimit({ params: t.guid, query: {} }),
  setCustomerAmountLimit: (t) =>
    t.api.setCustomerAmountLimit({
      params: t.guid,
      body: { customer_guid: t.customer, max: 5, period: 'day' },
    }),
  getCustomerPaymentLimit: (t) =>
    t.api.getCustomerPaymentLimit({ params: t.guid, query: { customer_guid: t.customer } }),
  setCustomerPaymentLimit: (t) =>
    t.api.setCustomerPaymentLimit({ params: t.guid, body: { customer_guid: t.customer, max: 5 } }),
  listBranches: (t) => t.api.listBranches({ params: t.guid, query: {} }),
  getBranch: (t) => t.api.getBranch({ params: at(t) }),
  updateBranch: (t) => t.api.updateBranch({ params: at(t), body: { name: 'x', is_deleted: true } }),
  addBranchRolePermission: (t) =>
    t.api.addBranchRolePermission({
      params: t.guid,
      body: { branch_guid: t.branch, ...role, permission_guid: t.permission },
    }),
  removeBranchRolePermission: (t) =>
    t.api.removeBranchRolePermission({
      params: t.guid,
      body: { branch_guid: t.branch, ...role, permission_guid: t.permission },
    }),
  getBranchPermissionTable: (t) => t.api.getBranchPermissionTable({ params: at(t), query: {} }),
  createBranchRole: (t) =>
    t.api.createBranchRole({ params: t.guid, body: { branch_guid: t.branch, role_name: 'New' } }),
  deleteBranchRole: (t) => t.api.deleteBranchRole({ params: t.guid, body: role }),
  listBranchRoleUsers: (t) => t.api.listBranchRoleUsers({ params: t.guid, query: {} }),
  addUserToBranchRole: (t) =>
    t.api.addUserToBranchRole({ params: t.guid, body: { ...role, user_guid: t.employee } }),
  removeUserFromBranchRole: (t) =>
    t.api.removeUserFromBranchRole({ params: t.guid, body: { ...role, user_guid: t.employee } }),
  checkBranchPermission: (t) =>
    t.api.checkBranchPermission({
      params: t.guid,
      body: { branches_access: `${t.branch}-accounts`, permission: 'GET', user_guid: t.employee },
    }),
  listBranchAccounts: (t) => t.api.listBranchAccounts({ params: at(t), query: {} }),
  createBranchAccount: (t) => t.api.createBranchAccount({ params: at(t), body: {} }),
  listBranchCustomers: (t) => t.api.listBranchCustomers({ params: at(t), query: {} }),
  getBranchCustomerAccounts: (t) =>
    t.api.getBranchCustomerAccounts({ params: { ...at(t), customer_guid: t.customer } }),
  listBranchPayments: (t) => t.api.listBranchPayments({ params: at(t), query: {} }),
  createBranchPayment: (t) =>
    t.api.createBranchPayment({
      params: at(t),
      body: { sender_id: t.account, receiver_id: t.world.processing, amount: 1 },
    }),
  confirmBranchPayment: (t) => t.api.confirmBranchPayment({ params: at(t), body: { guid: t.payment } }),
  getBranchPayment: (t) => t.api.getBranchPayment({ params: { ...at(t), payment_guid: t.payment } }),
};

const employees = Object.values<Operation>(operations).filter(({ caller }) => caller === 'employee');
const idsOf = (reach: Reach) => employees.filter(({ permission }) => permission?.reach === reach);

describe('what belongs to another branch', () => {
  test('is tried with every operation about branches', () => {
    expect(Object.keys(branchOnes).sort()).toEqual(
      idsOf('branch')
        .map(({ id }) => id)
        .sort(),
    );
  });

  test('is neither shown nor changed by any of them', async () => {
    const x = await createThere();
    const marks = [secretName, x.branch, x.employee, x.customer, x.account, x.payment, 'south@bank1.test'];
    const before = x.world.rows();
    const seen = (text: string) => marks.filter((mark) => text.includes(mark));
    const problems: unknown[] = [];
    for (const [id, attempt] of Object.entries(branchOnes)) {
      const outcome = await outcomeOf(attempt(x));
      const refused = outcome instanceof ApiError;
      const text = refused ? outcome.message : JSON.stringify(outcome);
      if (refused ? ![400, 403].includes(outcome.status) : !/^(list|get)/.test(id)) problems.push([id, text]);
      if (seen(text).length > 0) problems.push([id, seen(text), text]);
      if (!isDeepStrictEqual(x.world.rows(), before)) problems.push([id, 'rows']);
    }
    expect(problems).toEqual([]);
  });
});

test('an employee of a branch cannot change what belongs to the whole counterparty', async () => {
  const x = await createThere();
  const before = x.world.rows();
  const served: unknown[] = [];
  const changes = idsOf('common').filter(({ method }) => method !== 'GET');
  for (const { id } of changes) {
    const guids = { branch_guid: x.branch, jwk_guid: x.branch, category_guid: x.branch, guid: x.branch };
    const params = { ...x.guid, ...guids, recon_guid: x.branch } as never;
    const outcome = await outcomeOf(x.api[id as 'createRole']({ params, body: {} }));
    if (!(outcome instanceof ApiError) || outcome.status !== 403) served.push([id, outcome]);
  }
  expect([changes.length > 10, served]).toEqual([true, []]);
  expect(x.world.rows()).toEqual(before);
});

const outcomeOf = (call: Promise<unknown>): Promise<unknown> => call.catch((error: unknown) => error);
