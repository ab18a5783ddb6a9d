import type { ledgerOperations } from '../../contract/control/ledger.js';
import type { Handlers } from '../api/handler.js';
import type { Domain } from '../domain/index.js';
import { toHryvnias } from '../domain/money.js';

/** The simulated ledger and the money invariant. */
export function ledgerHandlers(domain: Domain): Handlers<typeof ledgerOperations> {
  return {
    getTransaction: async ({ params }) => {
      const {
        destination: _destination,
        position: _position,
        sequence,
        ...row
      } = await domain.ledger.transaction(params.hash);
      return { ...row, sequence: String(sequence) };
    },
    getInvariant: async () => {
      const { holds, created, deleted, balances, below_zero } = await domain.invariant();
      return {
        holds,
        created: toHryvnias(created),
        deleted: toHryvnias(deleted),
        balances: toHryvnias(balances),
        below_zero: [...below_zero],
      };
    },
  };
}
