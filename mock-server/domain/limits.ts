import type { Period } from '../../contract/operations/limits.js';
import { allowedAsset } from './assets.js';
import { confinedTo, inReach } from './branches.js';
import type { Call } from './call.js';
import type { Center } from './center.js';
import type { Counterparty } from './counterparties-collection.js';
import { customers } from './customers-collection.js';
import type { Account } from './entities-collection.js';
import { type Limit, limits } from './limits-collection.js';
import { amountOf, toHryvnias } from './money.js';
import type { Outgoing } from './outgoing.js';
import { Refusal } from './refusal.js';
import type { Segments } from './segments.js';
import type { ReadTransaction } from './store.js';
import { uuidOf } from './uuid.js';

/** Days of the periods (U-35); a custom one has its own. */
const daysOf: Readonly<Record<Exclude<Period, 'custom'>, number>> = { day: 1, week: 7, month: 30, year: 365 };
const longestCustom = 3660;

const none = -1n;

export interface LimitOrder {
  readonly account_type_guid?: string | undefined;
  readonly asset_code?: string | undefined;
  readonly asset_issuer?: string | undefined;
  readonly customer_guid?: string | undefined;
  readonly segment_name?: string | undefined;
  readonly max?: number | undefined;
  readonly min?: number | undefined;
  readonly period?: Period | undefined;
  readonly period_key?: number | undefined;
}

type Kind = 'operation' | 'period';

const invalid = (member: string, problem: string) => new Refusal('invalid-member', { member, problem });

/** Limits of outgoing transfers (LIM): set and enforced (U-33, U-35, U-36). */
export function createLimits(center: Center, segments: Segments, outgoing: Outgoing) {
  const { store, chance, ledger } = center;

  const of = async (tx: ReadTransaction, counterparty: string, scope: Limit['scope'], subject: string) =>
    (await tx.page(limits, { index: 'subject', key: `${counterparty} ${scope} ${subject}` })).rows;

  /** The page shows one body for both kinds, without `min`; that a period has none is an assumption (U-33). */
  function noteSurplus(call: Call, kind: Kind, order: LimitOrder): void {
    if (kind === 'period' && order.min !== undefined) call.note('LIMIT-02', 'min: no part of this limit');
  }

  function boundsOf(kind: Kind, order: LimitOrder): Pick<Limit, 'period' | 'period_key' | 'min' | 'max'> {
    const bound = (value: number | undefined) => (value ? amountOf(value) : none);
    if (kind === 'operation') {
      if (!order.max && !order.min) throw invalid('max', 'required, or min');
      const [min, max] = [bound(order.min), bound(order.max)];
      if (min !== none && max !== none && min >= max) throw invalid('max', 'expected more than min');
      return { period: '', period_key: 0, min, max };
    }
    if (order.period === undefined) throw invalid('period', 'required');
    if (!order.max) throw invalid('max', 'required');
    const days = order.period === 'custom' ? (order.period_key ?? 0) : 0;
    if (order.period === 'custom' && (days <= 1 || days > longestCustom)) {
      throw invalid('period_key', `expected days, more than 1 and at most ${longestCustom}`);
    }
    return { period: order.period, period_key: days, min: none, max: bound(order.max) };
  }

  async function subjectOf(
    tx: ReadTransaction,
    call: Call,
    counterparty: string,
    scope: Limit['scope'],
    order: LimitOrder,
  ) {
    if (scope === 'segment') {
      if (!order.segment_name) throw invalid('segment_name', 'required');
      return order.segment_name;
    }
    const found = await tx.get(customers, uuidOf(order.customer_guid));
    if (found?.counterparty_guid !== counterparty || !inReach(call, found.branch_guid)) {
      throw new Refusal('not-found', { thing: 'customer' });
    }
    return found.guid;
  }

  /** Limits that bind an entity: individual before standard, kind by kind and period by period. */
  async function binding(tx: ReadTransaction, sender: Account): Promise<Limit[]> {
    const fits = (limit: Limit) =>
      limit.account_type_guid === '' || limit.account_type_guid === sender.account_type_guid;
    const counterparty = sender.counterparty_guid;
    const individual = (await of(tx, counterparty, 'customer', sender.customer_guid)).filter(fits);
    const segment = await segments.segmentOf(tx, sender.account_type_guid);
    const standard = segment === '' ? [] : (await of(tx, counterparty, 'segment', segment)).filter(fits);
    const covered = new Set(individual.map(({ period }) => period));
    return [...individual, ...standard.filter(({ period }) => !covered.has(period))];
  }

  const whose = ({ scope, subject }: Limit) =>
    scope === 'customer' ? 'of the customer' : `of segment ${subject}`;

  function exceeded(limit: Limit, what: string, bound: string, would: bigint): Refusal {
    const text = `${what} ${whose(limit)}, ${bound}, would be ${toHryvnias(would)}`;
    return new Refusal('limit-exceeded', { what: text });
  }

  return {
    /** Sets one limit; one of the same subject and period is replaced. @throws {Refusal} */
    async set(
      call: Call,
      counterparty: Counterparty,
      scope: Limit['scope'],
      kind: Kind,
      order: LimitOrder,
    ): Promise<void> {
      await allowedAsset(center, order);
      noteSurplus(call, kind, order);
      const bounds = boundsOf(kind, order);
      await store.write(async (tx) => {
        const subject = await subjectOf(tx, call, counterparty.guid, scope, order);
        const type = order.account_type_guid
          ? (await segments.named(tx, counterparty.guid, order.account_type_guid)).guid
          : '';
        const present = (await of(tx, counterparty.guid, scope, subject)).find(
          (one) => one.account_type_guid === type && one.period === bounds.period,
        );
        const now = ledger.timestamp();
        await tx.put(limits, {
          guid: present?.guid ?? chance.uuid('limit', 'v4'),
          counterparty_guid: counterparty.guid,
          scope,
          subject,
          account_type_guid: type,
          ...bounds,
          created_at: present?.created_at ?? now,
          updated_at: now,
        });
      });
    },

    /** Limits of a kind that the caller sees, oldest first; of one subject, or of all. */
    list: (call: Call, counterparty: string, scope: Limit['scope'], kind: Kind, subject?: string) =>
      store.read(async (tx): Promise<Limit[]> => {
        const rows =
          subject === undefined
            ? (await tx.page(limits, { index: 'scope', key: `${counterparty} ${scope}` })).rows
            : await of(tx, counterparty, scope, subject);
        const ofKind = rows.filter(({ period }) => (period === '') === (kind === 'operation'));
        if (scope === 'segment' || confinedTo(call) === '') return ofKind;
        const near = await Promise.all(ofKind.map((row) => tx.get(customers, row.subject)));
        return ofKind.filter((_row, index) => inReach(call, near[index]?.branch_guid ?? ''));
      }),

    /** The bounds of one transfer; both are exclusive. @throws {Refusal} `limit-exceeded` */
    async checkOne(tx: ReadTransaction, sender: Account, amount: bigint): Promise<void> {
      if (sender.account_kind !== 'customer') return;
      for (const limit of await binding(tx, sender)) {
        if (limit.period !== '') continue;
        const { min, max } = limit;
        if (max !== none && amount >= max)
          throw exceeded(limit, 'maximum of one transfer', `below ${toHryvnias(max)}`, amount);
        if (min !== none && amount <= min)
          throw exceeded(limit, 'minimum of one transfer', `above ${toHryvnias(min)}`, amount);
      }
    },

    /** The maxima of the windows that end now, this transfer included. @throws {Refusal} `limit-exceeded` */
    async checkWindows(tx: ReadTransaction, sender: Account, amount: bigint): Promise<void> {
      if (sender.account_kind !== 'customer') return;
      for (const limit of await binding(tx, sender)) {
        const { period, period_key, max } = limit;
        if (period === '') continue;
        const days = period === 'custom' ? period_key : daysOf[period];
        const would = (await outgoing.within(tx, sender.guid, days)) + amount;
        const name = period === 'custom' ? `${days} days` : period;
        if (would >= max) throw exceeded(limit, `maximum of the ${name}`, `below ${toHryvnias(max)}`, would);
      }
    },
  };
}

export type Limits = ReturnType<typeof createLimits>;
