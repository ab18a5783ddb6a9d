import type { Period } from '../../contract/operations/limits.js';
import type { Call } from './call.js';
import type { Limit } from './limits-collection.js';
import { amountOf } from './money.js';
import { Refusal } from './refusal.js';

/** A limit as the bank orders it (LIM), and what it means. */
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

/** The bounds of one transfer, or a maximum for all transfers of a period. */
export type Kind = 'operation' | 'period';

export const invalid = (member: string, problem: string) =>
  problem === 'required'
    ? new Refusal('member-missing', { member, problem })
    : new Refusal('invalid-member', { member, problem });

const longestCustom = 3660;

/** Stands for a bound that is not set. */
export const none = -1n;

/** The page shows one body for both kinds, without `min`; that a period has none is an assumption (U-33). */
export function noteSurplus(call: Call, kind: Kind, order: LimitOrder): void {
  if (kind === 'period' && order.min !== undefined) call.note('LIMIT-02', 'min: not part of this limit');
}

/** Period and bounds of an order. @throws {Refusal} `invalid-member` */
export function boundsOf(
  kind: Kind,
  order: LimitOrder,
): Pick<Limit, 'period' | 'period_key' | 'min' | 'max'> {
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
