import { type Branch, branchRows } from './branches-collection.js';
import type { Call } from './call.js';
import type { Center } from './center.js';
import { Refusal } from './refusal.js';
import type { ReadTransaction } from './store.js';
import { uuidOf } from './uuid.js';

/** The branch that the caller is confined to, under JWT by DCM; empty for everyone else (BR). */
export const confinedTo = ({ actor }: Call): string =>
  actor.kind === 'employee' ? actor.employee.branch_guid : '';

/** Whether the caller sees what belongs to this branch. */
export const inReach = (call: Call, branch: string): boolean => {
  const own = confinedTo(call);
  return own === '' || own === branch;
};

/** @throws {Refusal} `permission` for any branch but the caller's, whether it exists or not */
export function requireReach(call: Call, branch: string): void {
  if (!inReach(call, branch)) throw new Refusal('other-branch', { asked: branch, own: confinedTo(call) });
}

/** Branches (BR). */
export function createBranches({ store, chance, ledgerClock }: Center) {
  /** A branch of the counterparty that is in use. @throws {Refusal} `not-found` */
  async function open(tx: ReadTransaction, counterparty: string, guid: string): Promise<Branch> {
    const found = await tx.get(branchRows, guid);
    if (found?.counterparty_guid !== counterparty || found.is_deleted) {
      throw new Refusal('branch-unknown', { thing: 'branch' });
    }
    return found;
  }

  return {
    open,

    get: (counterparty: string, guid: string): Promise<Branch> =>
      store.read(async (tx) => {
        const found = await tx.get(branchRows, guid);
        if (found?.counterparty_guid !== counterparty)
          throw new Refusal('branch-unknown', { thing: 'branch' });
        return found;
      }),

    /**
     * The branch of a new member: the given one, or else the caller's.
     * @throws {Refusal} `not-found`, also for a branch other than the caller's
     */
    async forMember(call: Call, counterparty: string, named: string | undefined): Promise<string> {
      const own = confinedTo(call);
      if (!named) return own;
      const guid = uuidOf(named, 'branch_guid');
      if (!inReach(call, guid)) throw new Refusal('branch-out-of-reach', { thing: 'branch', own });
      return (await store.read((tx) => open(tx, counterparty, guid))).guid;
    },

    create: (counterparty: string, name: string | undefined): Promise<Branch> =>
      store.write(async (tx) => {
        if (!name?.trim()) throw new Refusal('member-missing', { member: 'name', problem: 'required' });
        const now = ledgerClock.timestamp();
        const row: Branch = {
          guid: chance.uuid('branch', 'v4'),
          counterparty_guid: counterparty,
          name,
          is_deleted: false,
          created_at: now,
          updated_at: now,
        };
        await tx.put(branchRows, row);
        return row;
      }),

    update: (
      counterparty: string,
      guid: string,
      change: { readonly name?: string | undefined; readonly is_deleted?: boolean | undefined },
    ): Promise<void> =>
      store.write(async (tx) => {
        const found = await tx.get(branchRows, guid);
        if (found?.counterparty_guid !== counterparty)
          throw new Refusal('branch-unknown', { thing: 'branch' });
        const name = change.name ?? found.name;
        const is_deleted = change.is_deleted ?? found.is_deleted;
        await tx.put(branchRows, { ...found, name, is_deleted, updated_at: ledgerClock.timestamp() });
      }),
  };
}

export type Branches = ReturnType<typeof createBranches>;
