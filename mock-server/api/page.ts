import type { Call } from '../domain/call.js';
import { timestampOf } from '../domain/dated.js';
import { leastStroops, mostStroops } from '../domain/money.js';
import type { Query } from '../domain/store.js';
import { callerOf } from './handler.js';

interface Place {
  readonly index: string;
  readonly key: string;
}

interface Asked {
  readonly order: 'asc' | 'desc';
  readonly offset: number;
  readonly limit: number;
}

/**
 * A list query of a client: paging, and conditions that must all hold (undefined ones are ignored); with `keys`, only
 * rows with these guids.
 */
export function listQuery<Row>(
  { order, offset, limit }: Asked,
  place: Place | undefined,
  conditions: readonly (Holds<Row> | undefined)[] = [],
  keys?: readonly string[],
): Query<Row> {
  const where = all(conditions.filter((condition) => condition !== undefined));
  return { ...place, order, offset, limit, ...(where && { where }), ...(keys && { keys }) };
}

type Holds<Row> = (row: Row) => boolean;

/** All conditions as one, which is applied to each row of a long list. */
function all<Row>([first, second, ...others]: readonly Holds<Row>[]): Holds<Row> | undefined {
  if (first === undefined || second === undefined) return first;
  const rest = all([second, ...others]);
  return (row) => first(row) && rest?.(row) === true;
}

/** Where to find the rows that the caller sees: those of the counterparty, or of one branch if it is given. */
export const placeOf = (call: Call, branch: string): Place =>
  branch === '' ? { index: 'counterparty', key: callerOf(call).guid } : { index: 'branch', key: branch };

/** The condition that a value is among the requested ones; undefined if there are none. */
export function among<Row>(
  wanted: readonly string[] | undefined,
  value: (row: Row) => string,
): ((row: Row) => boolean) | undefined {
  if (wanted === undefined) return undefined;
  const set = new Set(wanted);
  return (row) => set.has(value(row));
}

/** The condition that a value equals the requested one; undefined if there is none. */
export function equal<Row>(
  wanted: string | undefined,
  value: (row: Row) => string,
): ((row: Row) => boolean) | undefined {
  return wanted === undefined ? undefined : (row) => value(row) === wanted;
}

/** The condition that a value is within the requested bounds; undefined if there are none. */
export function between<Row, Value extends bigint | number | string>(
  least: Value | undefined,
  most: Value | undefined,
  value: (row: Row) => Value,
): ((row: Row) => boolean) | undefined {
  if (least === undefined) return most === undefined ? undefined : (row) => value(row) <= most;
  if (most === undefined) return (row) => value(row) >= least;
  return (row) => value(row) >= least && value(row) <= most;
}

/** As `between`, for amounts: bounds in hryvnias, values in stroops. */
export function betweenAmounts<Row>(
  least: number | undefined,
  most: number | undefined,
  value: (row: Row) => bigint,
): ((row: Row) => boolean) | undefined {
  return between<Row, bigint>(
    least === undefined ? undefined : leastStroops(least),
    most === undefined ? undefined : mostStroops(most),
    value,
  );
}

/**
 * As `between`, for dates: bounds in any form of RFC 3339, values as the ledger clock writes them. Their strings sort
 * by time, so that no row has to be parsed.
 */
export function betweenDates<Row>(
  least: string | undefined,
  most: string | undefined,
  value: (row: Row) => string,
): ((row: Row) => boolean) | undefined {
  const at = (date: string | undefined) => (date === undefined ? undefined : timestampOf(Date.parse(date)));
  return between<Row, string>(at(least), at(most), value);
}
