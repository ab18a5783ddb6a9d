import type { Center } from './center.js';
import { entityRows } from './entities-collection.js';
import { identifierBalanceRows } from './identifier-requests-collection.js';

export interface Invariant {
  readonly holds: boolean;
  /** Stroops. */
  readonly created: bigint;
  readonly deleted: bigint;
  readonly balances: bigint;
  readonly below_zero: readonly string[];
}

/** Identifiers created minus deleted equal the sum of all balances, and no balance is below zero. */
export function checkInvariant({ store }: Center): Promise<Invariant> {
  return store.read(async (tx) => {
    let created = 0n;
    let deleted = 0n;
    for (const row of (await tx.page(identifierBalanceRows)).rows) {
      created += row.created;
      deleted += row.deleted;
    }
    const all = (await tx.page(entityRows)).rows;
    const balances = all.reduce((sum, row) => sum + row.balance, 0n);
    const below_zero = all.filter((row) => row.balance < 0n).map((row) => row.guid);
    const holds = created - deleted === balances && below_zero.length === 0;
    return { holds, created, deleted, balances, below_zero };
  });
}
