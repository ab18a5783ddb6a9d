import { allowedAsset } from './assets.js';
import { type Call, subjectOf } from './call.js';
import type { Center } from './center.js';
import type { Counterparty } from './counterparties-collection.js';
import type { EmissionBalances } from './emission-balances.js';
import { createEmissionRequest, type EmissionOrder, wantedOf } from './emission-request.js';
import { requireOpen, type Settlement } from './emission-settlement.js';
import { type Emission, emissionBalances, emissions } from './emissions-collection.js';
import { finerThanKopiyka } from './money.js';
import type { Network } from './network.js';
import { Refusal } from './refusal.js';
import type { ReadTransaction } from './store.js';

/** @throws {Refusal} `not-found` */
const find = async (tx: ReadTransaction, guid: string): Promise<Emission> => {
  const found = await tx.get(emissions, guid);
  if (!found) throw new Refusal('not-found', { thing: 'emission request' });
  return found;
};

/** Requests to create and delete identifiers (ID): the bank requests, an officer of DCM confirms or cancels. */
export function createEmissions(
  center: Center,
  balances: EmissionBalances,
  settlement: Settlement,
  network: Network,
) {
  const { store, ledger, eras } = center;
  const { decide, draft, authorize } = createEmissionRequest(center, balances, network);

  async function confirm(call: Call, guid: string): Promise<Emission> {
    for (;;) {
      const emission = await store.read((tx) => find(tx, guid));
      requireOpen(emission);
      const done = await settlement.settle(call, emission);
      if (done) return done;
    }
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
      direction: Emission['direction'],
      order: EmissionOrder,
    ): Promise<Emission> {
      await allowedAsset(center, order);
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
        await tx.put(emissionBalances, { ...decided.balance, updated_at: row.created_at });
        await tx.put(emissions, row);
      });
      // Under JWT by Bank only auto-confirmation is available (JWTA, U-73).
      const byBank = call.actor.kind === 'bank';
      const automatic = byBank || (direction === 'issue' ? counterparty.auto_issue : counterparty.auto_burn);
      return automatic ? confirm(call, row.guid) : row;
    },

    /** An officer's act. @throws {Refusal} `request-finished` */
    cancel: (call: Call, guid: string): Promise<Emission> =>
      store.write(async (tx) => {
        const emission = await find(tx, guid);
        requireOpen(emission);
        const row: Emission = {
          ...emission,
          status: 'cancelled',
          authorization: '',
          updated_by: subjectOf(call),
          updated_at: ledger.timestamp(),
        };
        await tx.put(emissions, row);
        return row;
      }),

    /** Identifiers without a request of the bank: an officer prepares a test. @throws {Refusal} `request-open` */
    async grant(call: Call, counterpartyGuid: string, hryvnias: number): Promise<Emission> {
      const wanted = wantedOf(counterpartyGuid, 'issue', { amount: hryvnias });
      const row = draft(call, wanted, '');
      await store.write(async (tx) => {
        eras.require(call);
        await balances.identification(tx, counterpartyGuid);
        if (await tx.first(emissions, 'open', counterpartyGuid)) throw new Refusal('request-open');
        await tx.put(emissions, row);
      });
      return confirm(call, row.guid);
    },
  };
}

export type Emissions = ReturnType<typeof createEmissions>;
