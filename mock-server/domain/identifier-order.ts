import { burnIdentifiers, issueIdentifiers } from '../../contract/operations/identifiers.js';
import { type Call, subjectOf } from './call.js';
import type { Center } from './center.js';
import type { Counterparty } from './counterparties-collection.js';
import type { DigitalEntity } from './entities-collection.js';
import { changeBy, type IdentifierBalances, reserveCovers } from './identifier-balances.js';
import {
  type IdentifierBalance,
  type IdentifierRequest,
  identifierRequestRows,
} from './identifier-requests-collection.js';
import { amountOf, requireBalance, toHryvnias } from './money.js';
import type { Network } from './network.js';
import { askOwner } from './owner.js';
import { Refusal } from './refusal.js';
import type { ReadTransaction } from './store.js';

/** What a bank orders. */
export interface IdentifierOrder {
  readonly amount?: number | undefined;
  readonly asset_code?: string | undefined;
  readonly asset_issuer?: string | undefined;
  /** Hryvnias on the reserve account, as the bank declares them. */
  readonly reserve_balance?: number | undefined;
}

/** What that comes to, in stroops. */
export interface Wanted {
  readonly counterparty_guid: string;
  readonly direction: IdentifierRequest['direction'];
  readonly amount: bigint;
  /** Undefined when the bank declares none. */
  readonly reserve?: bigint | undefined;
}

export function wantedOf(
  counterparty_guid: string,
  direction: IdentifierRequest['direction'],
  { amount, reserve_balance }: Pick<IdentifierOrder, 'amount' | 'reserve_balance'>,
): Wanted {
  const reserve = reserve_balance === undefined ? undefined : reserveOf(reserve_balance);
  return { counterparty_guid, direction, amount: amountOf(amount), reserve };
}

function reserveOf(hryvnias: number): bigint {
  return hryvnias === 0 ? 0n : amountOf(hryvnias);
}

/** The checks before a request for identifiers is stored. */
export function createIdentifierOrder(center: Center, balances: IdentifierBalances, network: Network) {
  const { chance, ledgerClock, stellar, keys, profile } = center;

  return {
    /** Whether a request may be made now; checked before the reverse calls and again when it is stored. */
    async decide(
      tx: ReadTransaction,
      { counterparty_guid, direction, amount, reserve }: Wanted,
    ): Promise<{ entity: DigitalEntity; balance: IdentifierBalance }> {
      const entity = await balances.identification(tx, counterparty_guid);
      if (await tx.first(identifierRequestRows, 'open', counterparty_guid)) throw new Refusal('request-open');
      const stored = await balances.of(tx, counterparty_guid);
      const balance = reserve === undefined ? stored : { ...stored, reserve, reserve_declared: true };
      const change = changeBy({ direction, amount });
      if (!reserveCovers(balance, change, profile().reserve))
        throw new Refusal('reserve-insufficient', {
          reserve: toHryvnias(balance.reserve),
          needed: toHryvnias(balance.created - balance.deleted + change),
        });
      if (direction === 'burn') requireBalance(entity, amount);
      return { entity, balance };
    },

    /** The row of a request, not yet stored. */
    draft(call: Call, wanted: Wanted, authorization: string): IdentifierRequest {
      const now = ledgerClock.timestamp();
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
    },

    /**
     * Calls the bank; for a deletion its secret opens the seed, which DCM encrypts for itself until the request ends.
     */
    async authorize(
      call: Call,
      counterparty: Counterparty,
      entity: DigitalEntity,
      { direction }: Wanted,
    ): Promise<string> {
      const { reverseCalls: questions } = direction === 'issue' ? issueIdentifiers : burnIdentifiers;
      const secret = await askOwner(center, call, counterparty, entity.owner_external_id, questions);
      if (secret === undefined) return '';
      return stellar.seal(
        network.openSeed(call, counterparty, entity, secret),
        keys.secret,
        chance.bytes('seal-iv', 12),
      );
    },
  };
}
