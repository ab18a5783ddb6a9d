import type { Call } from '../domain/call.js';
import type { Query } from '../domain/store.js';
import { callerOf } from './handler.js';

interface Asked {
  readonly order: 'asc' | 'desc';
  readonly offset: number;
  readonly limit: number;
}

/** A list query as clients ask it: paging, and conditions that all have to hold (undefined ones do not count). */
export function listQuery<Row>(
  { order, offset, limit }: Asked,
  place: { readonly index: string; readonly key: string } | undefined,
  conditions: readonly (((row: Row) => boolean) | undefined)[] = [],
): Query<Row> {
  const asked = conditions.filter((one) => one !== undefined);
  return {
    ...place,
    order,
    offset,
    limit,
    ...(asked.length > 0 ? { where: (row: Row) => asked.every((holds) => holds(row)) } : {}),
  };
}

/** Where the rows are that the caller sees: those of the counterparty, or of one branch when it is given. */
export const placeOf = (call: Call, branch: string): { readonly index: string; readonly key: string } =>
  branch === '' ? { index: 'counterparty', key: callerOf(call).guid } : { index: 'branch', key: branch };

/** The condition that a value is among those asked for; undefined when none are. */
export function among<Row>(
  wanted: readonly string[] | undefined,
  value: (row: Row) => string,
): ((row: Row) => boolean) | undefined {
  if (wanted === undefined) return undefined;
  const set = new Set(wanted);
  return (row) => set.has(value(row));
}

/** The condition that a value equals the one asked for; undefined when none is. */
export function equal<Row>(
  wanted: string | undefined,
  value: (row: Row) => string,
): ((row: Row) => boolean) | undefined {
  return wanted === undefined ? undefined : (row) => value(row) === wanted;
}

/** The condition that a value is not outside the bounds asked for; undefined when there are none. */
export function between<Row, Value extends bigint | number>(
  least: Value | undefined,
  most: Value | undefined,
  value: (row: Row) => Value,
): ((row: Row) => boolean) | undefined {
  if (least === undefined && most === undefined) return undefined;
  return (row) => (least === undefined || value(row) >= least) && (most === undefined || value(row) <= most);
}

/** As `between`, for RFC 3339 dates. */
export function betweenDates<Row>(
  least: string | undefined,
  most: string | undefined,
  value: (row: Row) => string,
): ((row: Row) => boolean) | undefined {
  const at = (date: string | undefined) => (date === undefined ? undefined : Date.parse(date));
  return between<Row, number>(at(least), at(most), (row) => Date.parse(value(row)));
}
