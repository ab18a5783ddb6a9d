import { administrator } from '../../contract/operations/roles.js';
import { inReach } from './branches.js';
import type { Call } from './call.js';
import type { Center } from './center.js';
import { type Employee, employeeRows } from './employees-collection.js';
import type { Permissions } from './permissions.js';
import { Refusal } from './refusal.js';
import { type Role, roleRows } from './roles-collection.js';
import type { ReadTransaction, WriteTransaction } from './store.js';
import { uuidOf } from './uuid.js';

/** Where a role belongs: the counterparty as a whole, or one of its branches. */
export interface Place {
  readonly counterparty: string;
  /** Empty for roles with permissions for endpoints. */
  readonly branch: string;
}

const kindOf = ({ branch }: Place) => (branch === '' ? 'endpoint' : 'branch');

export interface PermissionOrder {
  readonly role_name?: string | undefined;
  readonly permission_guid?: string | undefined;
}

export interface UserOrder {
  readonly role_name?: string | undefined;
  readonly user_guid?: string | undefined;
}

const without = (held: readonly string[], name: string): readonly string[] =>
  held.filter((other) => other !== name);

/** The name of a role in an order. @throws {Refusal} `invalid-member` */
const named = (text: string | undefined): string => {
  const name = text?.trim() ?? '';
  if (name === '') throw new Refusal('member-missing', { member: 'role_name', problem: 'required' });
  return name;
};

/** A role by its name; `ofBranch` says of which kind it must be. @throws {Refusal} `not-found` */
async function find(
  tx: ReadTransaction,
  counterparty: string,
  name: string,
  ofBranch: boolean,
  call?: Call,
): Promise<Role> {
  const found = await tx.first(roleRows, 'name', `${counterparty} ${name}`);
  if (!found) throw new Refusal('role-unknown', { thing: 'role', role: name });
  if ((found.branch_guid !== '') !== ofBranch || (call && ofBranch && !inReach(call, found.branch_guid)))
    throw new Refusal('role-of-other-kind', { thing: 'role', role: name });
  return found;
}

/** An employee of the counterparty, in the reach of the caller. @throws {Refusal} `not-found` */
async function user(
  tx: ReadTransaction,
  call: Call,
  counterparty: string,
  guid: string | undefined,
): Promise<Employee> {
  const found = await tx.get(employeeRows, uuidOf(guid, 'user_guid'));
  if (found?.counterparty_guid !== counterparty || !inReach(call, found.branch_guid))
    throw new Refusal('user-unknown', { thing: 'user' });
  return found;
}

/**
 * Names that an employee may be given.
 * @param branch the branch that the caller is confined to; empty for none
 * @throws {Refusal} `not-found`
 */
async function requireRoles(
  tx: ReadTransaction,
  counterparty: string,
  names: readonly string[],
  branch = '',
): Promise<void> {
  for (const name of names) {
    if (name === administrator) continue;
    const found = await tx.first(roleRows, 'name', `${counterparty} ${name}`);
    if (!found || (branch !== '' && found.branch_guid !== '' && found.branch_guid !== branch)) {
      throw new Refusal('role-unknown', { thing: `role ${name}`, role: name });
    }
  }
}

/** Roles of a place, oldest first. */
const rolesAt = (tx: ReadTransaction, { counterparty, branch }: Place): Promise<readonly Role[]> =>
  tx.page(roleRows, { index: 'place', key: `${counterparty} ${branch}` }).then(({ rows }) => rows);

/** Roles (ROLE, BR-ACC). `Administrator` is not a row: every counterparty has it, with every permission (U-18). */
export function createRoles({ store, chance, ledgerClock }: Center, permissions: Permissions) {
  const withRoles = (tx: WriteTransaction, row: Employee, names: readonly string[]) =>
    tx.put(employeeRows, { ...row, roles: names, updated_at: ledgerClock.timestamp() });

  const grant = (
    place: Place,
    order: PermissionOrder,
    change: (held: readonly string[], guid: string) => readonly string[],
  ): Promise<void> =>
    store.write(async (tx) => {
      const name = named(order.role_name);
      if (name === administrator && place.branch === '') throw new Refusal('administrator-fixed');
      const title = await permissions.find(
        tx,
        uuidOf(order.permission_guid, 'permission_guid'),
        kindOf(place),
      );
      const role = await find(tx, place.counterparty, name, place.branch !== '');
      if (role.branch_guid !== place.branch)
        throw new Refusal('role-of-other-kind', { thing: 'role', role: name });
      const held = change(role.permissions, title.guid);
      await tx.put(roleRows, { ...role, permissions: held, updated_at: ledgerClock.timestamp() });
    });

  const assign = (
    call: Call,
    counterparty: string,
    order: UserOrder,
    ofBranch: boolean,
    change: (held: readonly string[], name: string) => readonly string[],
  ): Promise<void> =>
    store.write(async (tx) => {
      const name = named(order.role_name);
      if (name !== administrator || ofBranch) await find(tx, counterparty, name, ofBranch, call);
      const row = await user(tx, call, counterparty, order.user_guid);
      await withRoles(tx, row, change(row.roles, name));
    });

  return {
    /** @throws {Refusal} `role-exists` */
    create: (place: Place, roleName: string | undefined): Promise<void> =>
      store.write(async (tx) => {
        const name = named(roleName);
        const taken =
          name === administrator || (await tx.first(roleRows, 'name', `${place.counterparty} ${name}`));
        if (taken) throw new Refusal('role-exists', { name });
        const now = ledgerClock.timestamp();
        await tx.put(roleRows, {
          guid: chance.uuid('role', 'v4'),
          counterparty_guid: place.counterparty,
          name,
          branch_guid: place.branch,
          permissions: [],
          created_at: now,
          updated_at: now,
        });
      }),

    /** Its users lose it. @throws {Refusal} `administrator-fixed`, `not-found` */
    remove: (
      call: Call,
      counterparty: string,
      roleName: string | undefined,
      ofBranch: boolean,
    ): Promise<void> =>
      store.write(async (tx) => {
        const name = named(roleName);
        if (name === administrator) throw new Refusal('administrator-fixed');
        const role = await find(tx, counterparty, name, ofBranch, call);
        await tx.remove(roleRows, role.guid);
        const { rows } = await tx.page(employeeRows, { index: 'role', key: `${counterparty} ${name}` });
        for (const row of rows) {
          await withRoles(tx, row, without(row.roles, name));
        }
      }),

    addPermission: (place: Place, order: PermissionOrder): Promise<void> =>
      grant(place, order, (held, guid) => [...new Set([...held, guid])]),

    removePermission: (place: Place, order: PermissionOrder): Promise<void> => grant(place, order, without),

    addUser: (call: Call, counterparty: string, order: UserOrder, ofBranch: boolean): Promise<void> =>
      assign(call, counterparty, order, ofBranch, (held, name) => [...new Set([...held, name])]),

    removeUser: (call: Call, counterparty: string, order: UserOrder, ofBranch: boolean): Promise<void> =>
      assign(call, counterparty, order, ofBranch, without),

    require: requireRoles,
    at: rolesAt,
  };
}

export type Roles = ReturnType<typeof createRoles>;
