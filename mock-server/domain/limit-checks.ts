import type { Period } from '../../contract/operations/limits.js';
import type { DigitalEntity } from './entities-collection.js';
import { none } from './limit-order.js';
import { type Limit, limitRows } from './limits-collection.js';
import { toHryvnias } from './money.js';
import type { Outgoing } from './outgoing.js';
import { Refusal } from './refusal.js';
import type { Segments } from './segments.js';
import type { ReadTransaction } from './store.js';

/** Days of the periods (U-35); a custom one has its own. */
const daysOf: Readonly<Record<Exclude<Period, 'custom'>, number>> = { day: 1, week: 7, month: 30, year: 365 };

/** Limits of one subject, oldest first. */
export const limitsOf = async (
  tx: ReadTransaction,
  counterparty: string,
  scope: Limit['scope'],
  subject: string,
) => (await tx.page(limitRows, { index: 'subject', key: `${counterparty} ${scope} ${subject}` })).rows;

const whose = ({ scope, subject }: Limit) =>
  scope === 'customer' ? 'of the customer' : `of segment ${subject}`;

type Exceeded = 'limit-maximum' | 'limit-minimum' | 'limit-period';

function exceeded(cause: Exceeded, limit: Limit, what: string, bound: bigint, would: bigint): Refusal {
  const side = cause === 'limit-minimum' ? 'above' : 'below';
  const text = `${what} ${whose(limit)}, ${side} ${toHryvnias(bound)}, would be ${toHryvnias(would)}`;
  return new Refusal(cause, { what: text, bound: toHryvnias(bound) });
}

/** Enforces limits when a transfer is made (LIM, U-35, U-36). */
export function createLimitChecks(segments: Segments, outgoing: Outgoing) {
  /** Limits that bind an entity: individual before standard, kind by kind and period by period. */
  async function binding(tx: ReadTransaction, sender: DigitalEntity): Promise<Limit[]> {
    const fits = (limit: Limit) =>
      limit.account_type_guid === '' || limit.account_type_guid === sender.account_type_guid;
    const counterparty = sender.counterparty_guid;
    const individual = (await limitsOf(tx, counterparty, 'customer', sender.customer_guid)).filter(fits);
    const segment = await segments.segmentOf(tx, sender.account_type_guid);
    const standard =
      segment === '' ? [] : (await limitsOf(tx, counterparty, 'segment', segment)).filter(fits);
    const covered = new Set(individual.map(({ period }) => period));
    return [...individual, ...standard.filter(({ period }) => !covered.has(period))];
  }

  return {
    /** The bounds of one transfer; both are exclusive. @throws {Refusal} `limit-exceeded` */
    async checkOne(tx: ReadTransaction, sender: DigitalEntity, amount: bigint): Promise<void> {
      if (sender.account_kind !== 'customer') return;
      for (const limit of await binding(tx, sender)) {
        if (limit.period !== '') continue;
        const { min, max } = limit;
        if (max !== none && amount >= max)
          throw exceeded('limit-maximum', limit, 'maximum of one transfer', max, amount);
        if (min !== none && amount <= min)
          throw exceeded('limit-minimum', limit, 'minimum of one transfer', min, amount);
      }
    },

    /** The maxima of the windows that end now, this transfer included. @throws {Refusal} `limit-exceeded` */
    async checkWindows(tx: ReadTransaction, sender: DigitalEntity, amount: bigint): Promise<void> {
      if (sender.account_kind !== 'customer') return;
      for (const limit of await binding(tx, sender)) {
        const { period, period_key, max } = limit;
        if (period === '') continue;
        const days = period === 'custom' ? period_key : daysOf[period];
        const would = (await outgoing.within(tx, sender.guid, days)) + amount;
        const name = period === 'custom' ? `${days} days` : period;
        if (would >= max) throw exceeded('limit-period', limit, `maximum of the ${name}`, max, would);
      }
    },
  };
}
