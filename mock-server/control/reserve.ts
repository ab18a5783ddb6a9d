import type { z } from 'zod';
import type { requestOperations } from '../../contract/control/identifier-requests.js';
import { changeBy, nothingYet, reserveCovers } from '../domain/identifier-balances.js';
import { identifierBalanceRows, identifierRequestRows } from '../domain/identifier-requests-collection.js';
import type { Domain } from '../domain/index.js';
import { toHryvnias } from '../domain/money.js';

type Reserve = z.infer<(typeof requestOperations.getReserve)['answer']>;

/** The reserve condition of a counterparty with its figures. */
export async function reserveOf({ counterparties: banks, center }: Domain, guid: string): Promise<Reserve> {
  await banks.get(guid);
  const { balance, open } = await center.store.read(async (tx) => ({
    balance: (await tx.get(identifierBalanceRows, guid)) ?? nothingYet,
    open: await tx.first(identifierRequestRows, 'open', guid),
  }));
  const circulation = balance.created - balance.deleted;
  const change = open ? changeBy(open) : 0n;
  const rule = center.profile().reserve;
  return {
    declared: balance.reserve_declared,
    rule,
    reserve: toHryvnias(balance.reserve),
    created: toHryvnias(balance.created),
    deleted: toHryvnias(balance.deleted),
    circulation: toHryvnias(circulation),
    ...(open
      ? {
          open: {
            guid: open.guid,
            direction: open.direction,
            amount: toHryvnias(open.amount),
            created_at: open.created_at,
          },
        }
      : {}),
    after: toHryvnias(circulation + change),
    remains: toHryvnias(balance.reserve - circulation - change),
    holds: reserveCovers(balance, change, rule),
  };
}
