import { authorizationAnswers, authorizationLimitMs } from '../../contract/bank-service.js';
import type { OperationFigures } from '../../contract/drift.js';
import { groupedBy, type Seen } from './seen.js';
import { claimsOf } from './tokens.js';

/** Figures of each operation: statuses, times, and what it made DCM ask the bank. */

/** The smallest value that so large a share of all does not exceed; 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

const byCount = <One extends { readonly count: number }>(all: readonly One[]): One[] =>
  all.toSorted((a, b) => b.count - a.count);

type CausedCall = OperationFigures['calls'][number];

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function lifetimesOf(calls: readonly Seen[]): CausedCall['lifetime_s'] {
  const all = calls
    .map(claimsOf)
    .flatMap(({ iat, exp }) => (typeof iat === 'number' && typeof exp === 'number' ? [exp - iat] : []));
  return all.length === 0 ? null : { least: Math.min(...all), most: Math.max(...all) };
}

function callsOf(of: readonly Seen[]): CausedCall[] {
  const effects = of.flatMap((seen) => seen.effects);
  const groups = groupedBy(effects, (call) => `${call.exchange.operation} ${textOf(claimsOf(call).flow)}`);
  return [...groups.values()].flatMap((calls) => {
    const [first] = calls;
    if (!first) return [];
    const { flow, obj } = claimsOf(first);
    return [
      {
        call: first.exchange.operation,
        flow: textOf(flow),
        obj: textOf(obj),
        count: calls.length,
        lifetime_s: lifetimesOf(calls),
      },
    ];
  });
}

function ordersOf(of: readonly Seen[]): OperationFigures['orders'] {
  const asked = of.filter(({ effects }) => effects.length > 0);
  const groups = groupedBy(asked, ({ effects }) =>
    effects.map(({ exchange }) => exchange.operation).join(' '),
  );
  return byCount([...groups].map(([order, same]) => ({ order: order.split(' '), count: same.length })));
}

function figuresOf(of: readonly Seen[], { exchange: { operation, direction } }: Seen): OperationFigures {
  const times = of.map(({ exchange }) => exchange.ms);
  const isLimited = direction === 'out' && Object.hasOwn(authorizationAnswers, operation);
  const limit = isLimited ? authorizationLimitMs : null;
  const statuses = groupedBy(of, ({ exchange }) => exchange.status);
  return {
    operation,
    direction,
    count: of.length,
    statuses: byCount([...statuses].map(([status, same]) => ({ status, count: same.length }))),
    median_ms: percentile(times, 0.5),
    p95_ms: percentile(times, 0.95),
    limit_ms: limit,
    late: limit === null ? 0 : times.filter((ms) => ms > limit).length,
    calls: callsOf(of),
    orders: ordersOf(of),
  };
}

/** The operations that were seen, those of the bank first, each group by how often. */
export function operationsIn(all: readonly Seen[]): readonly OperationFigures[] {
  const known = all.filter(({ exchange }) => exchange.operation !== '');
  const groups = groupedBy(known, ({ exchange }) => `${exchange.direction} ${exchange.operation}`);
  const figures = [...groups.values()].flatMap((of) => (of[0] ? [figuresOf(of, of[0])] : []));
  return byCount(figures).toSorted((a, b) =>
    a.direction === b.direction ? 0 : a.direction === 'in' ? -1 : 1,
  );
}
