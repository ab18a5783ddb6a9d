import { burnIdentifiers, issueIdentifiers } from '../../contract/operations/identifiers.js';
import { allowedAsset } from './assets.js';
import { type Call, subjectOf } from './call.js';
import type { Center } from './center.js';
import type { Counterparty } from './counterparties-collection.js';
import { changeBy, type EmissionBalances, reserveCovers } from './emission-balances.js';
import { requireOpen, type Settlement } from './emission-settlement.js';
import { type Emission, type EmissionBalance, emissionBalances, emissions } from './emissions-collection.js';
import type { Account } from './entities-collection.js';
import { amountOf, finerThanKopiyka } from './money.js';
import type { Network } from './network.js';
import { askOwner } from './owner.js';
import { Refusal } from './refusal.js';
import type { ReadTransaction } from './store.js';

export interface EmissionOrder {
  readonly amount?: number | undefined;
  readonly asset_code?: string | undefined;
  readonly asset_issuer?: string | undefined;
  /** Hryvnias on the reserve account, as the bank declares them. */
  readonly reserve_balance?: number | undefined;
}

interface Wanted {
  readonly counterparty_guid: string;
  readonly direction: Emission['direction'];
  readonly amount: bigint;
  /** Undefined when the bank declares none. */
  readonly reserve?: bigint | undefined;
}

/** Requests to create and delete identifiers (ID): the bank requests, an officer of DCM confirms or cancels. */
export function createEmissions(
  center: Center,
  balances: EmissionBalances,
  settlement: Settlement,
  network: Network,
) {
  const { store, chance, ledger, stellar, bank, keys, eras } = center;

  const find = async (tx: ReadTransaction, guid: string): Promise<Emission> => {
    const found = await tx.get(emissions, guid);
    if (!found) throw new Refusal('not-found', { thing: 'emission request' });
    return found;
  };

  /** Whether a request may be made now; asked before the bank and again when it is stored. */
  async function decide(
    tx: ReadTransaction,
    { counterparty_guid, direction, amount, reserve }: Wanted,
  ): Promise<{ entity: Account; balance: EmissionBalance }> {
    const entity = await balances.identification(tx, counterparty_guid);
    if (await tx.first(emissions, 'open', counterparty_guid)) throw new Refusal('request-open');
    const stored = await balances.of(tx, counterparty_guid);
    const balance = reserve === undefined ? stored : { ...stored, reserve, reserve_declared: true };
    if (!reserveCovers(balance, changeBy({ direction, amount }), center.profile().reserve))
      throw new Refusal('reserve-insufficient');
    if (direction === 'burn' && entity.balance < amount) throw new Refusal('insufficient-balance');
    return { entity, balance };
  }

  function draft(call: Call, wanted: Wanted, authorization: string): Emission {
    const now = ledger.timestamp();
    return {
      guid: chance.uuid('emission', 'v4'),
      counterparty_guid: wanted.counterparty_guid,
      direction: wanted.direction,
      status: 'created',
      amount: wanted.amount,
      reserve: wanted.reserve ?? 0n,
      created_by: subjectOf(call),
      updated_by: subjectOf(call),
      issuer_payment_guid: '',
      issuer_payment_hash: '',
      emission_payment_guid: '',
      emission_payment_hash: '',
      authorization,
      created_at: now,
      updated_at: now,
    };
  }

  /** Asks the bank; for a deletion its secret opens the seed, which DCM seals for itself until the request ends. */
  async function authorize(call: Call, counterparty: Counterparty, entity: Account, { direction }: Wanted) {
    const { reverseCalls: questions } = direction === 'issue' ? issueIdentifiers : burnIdentifiers;
    const secret = await askOwner(bank, call, counterparty, entity.owner_external_id, questions);
    if (secret === undefined) return '';
    return stellar.seal(
      network.openSeed(counterparty, entity, secret),
      keys.secret,
      chance.bytes('seal-iv', 12),
    );
  }

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
      const wanted: Wanted = {
        counterparty_guid: counterparty.guid,
        direction,
        amount: amountOf(order.amount),
        reserve: order.reserve_balance === undefined ? undefined : reserveOf(order.reserve_balance),
      };
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
      const wanted: Wanted = {
        counterparty_guid: counterpartyGuid,
        direction: 'issue',
        amount: amountOf(hryvnias),
      };
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

function reserveOf(hryvnias: number): bigint {
  return hryvnias === 0 ? 0n : amountOf(hryvnias);
}

export type Emissions = ReturnType<typeof createEmissions>;
