import { refuseOtherAsset } from './assets.js';
import { type Call, subjectOf } from './call.js';
import type { Center } from './center.js';
import type { Counterparty } from './counterparties-collection.js';
import type { IdentifierBalances } from './identifier-balances.js';
import { createIdentifierOrder, type IdentifierOrder, wantedOf } from './identifier-order.js';
import {
  type IdentifierRequest,
  identifierBalanceRows,
  identifierRequestRows,
} from './identifier-requests-collection.js';
import { requireOpen, type Settlement } from './identifier-settlement.js';
import { finerThanKopiyka } from './money.js';
import type { Network } from './network.js';
import { Refusal } from './refusal.js';
import type { ReadTransaction } from './store.js';
import { createTurns, inTurn } from './turns.js';

/** @throws {Refusal} `not-found` */
const find = async (tx: ReadTransaction, guid: string): Promise<IdentifierRequest> => {
  const found = await tx.get(identifierRequestRows, guid);
  if (!found) throw new Refusal('emission-unknown', { thing: 'emission request' });
  return found;
};

/** Requests to create and delete identifiers (ID): the bank requests, an officer of DCM confirms or cancels. */
export function createIdentifierRequests(
  center: Center,
  balances: IdentifierBalances,
  settlement: Settlement,
  network: Network,
) {
  const { store, ledgerClock, eras } = center;
  const { decide, draft, authorize } = createIdentifierOrder(center, balances, network);

  const grants = createTurns();

  async function confirm(call: Call, guid: string): Promise<IdentifierRequest> {
    for (;;) {
      const request = await store.read((tx) => find(tx, guid));
      requireOpen(request);
      const done = await settlement.settle(call, request);
      if (done) return done;
    }
  }

  /** As `confirm`; nothing is left to do if an officer was faster. */
  async function confirmOnce(call: Call, guid: string): Promise<IdentifierRequest> {
    return confirm(call, guid).catch(async (error: unknown) => {
      if (error instanceof Refusal && error.code === 'request-finished')
        return store.read((tx) => find(tx, guid));
      throw error;
    });
  }

  return {
    /** An officer's act (plan step 13). @throws {Refusal} `request-finished`, `insufficient-balance` */
    confirm,

    /**
     * A request of the bank (plan step 12).
     * @throws {Refusal} `request-open`, `reserve-insufficient`, `insufficient-balance`, or the bank's refusal
     */
    async request(
      call: Call,
      counterparty: Counterparty,
      direction: IdentifierRequest['direction'],
      order: IdentifierOrder,
    ): Promise<IdentifierRequest> {
      await refuseOtherAsset(center, order);
      const wanted = wantedOf(counterparty.guid, direction, order);
      if (finerThanKopiyka(wanted.amount)) call.note('TRANSFER-08', 'amount has more than 2 decimal places');
      const { entity, balance } = await store.read((tx) => decide(tx, wanted));
      if (!balance.reserve_declared) {
        call.note('EMISSION-03', 'no reserve_balance declared so far: the reserve condition is skipped');
      }
      const row = draft(call, wanted, await authorize(call, counterparty, entity, wanted));
      await store.write(async (tx) => {
        eras.require(call);
        const decided = await decide(tx, wanted);
        await tx.put(identifierBalanceRows, { ...decided.balance, updated_at: row.created_at });
        await tx.put(identifierRequestRows, row);
      });
      // Under JWT by Bank only auto-confirmation is available (JWTA, U-73).
      const byBank = call.actor.kind === 'bank';
      const automatic = byBank || (direction === 'issue' ? counterparty.auto_issue : counterparty.auto_burn);
      return automatic ? confirmOnce(call, row.guid) : row;
    },

    /** An officer's act. @throws {Refusal} `request-finished` */
    cancel: (call: Call, guid: string): Promise<IdentifierRequest> =>
      store.write(async (tx) => {
        const request = await find(tx, guid);
        requireOpen(request);
        const row: IdentifierRequest = {
          ...request,
          status: 'cancelled',
          authorization: '',
          updated_by: subjectOf(call),
          updated_at: ledgerClock.timestamp(),
        };
        await tx.put(identifierRequestRows, row);
        return row;
      }),

    /** Identifiers without a request of the bank: an officer prepares a test. @throws {Refusal} `request-open` */
    async grant(call: Call, counterpartyGuid: string, hryvnias: number): Promise<IdentifierRequest> {
      const wanted = wantedOf(counterpartyGuid, 'issue', { amount: hryvnias });
      const row = draft(call, wanted, '');
      // Only what a bank has ordered may be in the way, not another grant that is under way.
      return inTurn(grants.of(counterpartyGuid), async () => {
        await store.write(async (tx) => {
          eras.require(call);
          await balances.identification(tx, counterpartyGuid);
          if (await tx.first(identifierRequestRows, 'open', counterpartyGuid))
            throw new Refusal('request-open');
          await tx.put(identifierRequestRows, row);
        });
        return confirmOnce(call, row.guid);
      });
    },
  };
}

export type IdentifierRequests = ReturnType<typeof createIdentifierRequests>;
