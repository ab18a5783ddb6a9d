import type { Call } from '../domain/call.js';
import { timestampOf } from '../domain/dated.js';
import { leastStroops, mostStroops } from '../domain/money.js';
import type { Condition, Query } from '../domain/store.js';
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

/** A list query as clients ask it: paging, and conditions that all have to hold (undefined ones do not count). */
export function listQuery<Row>(
  { order, offset, limit }: Asked,
  place: Place | undefined,
  conditions: readonly (Holds<Row> | undefined)[] = [],
): Query<Row> {
  const where = all(conditions.filter((one) => one !== undefined));
  return { ...place, order, offset, limit, ...(where && { where }) };
}

/** As `listQuery`, for lists of many rows: the conditions are of columns; `keys` are guids, when there are some to choose from. */
export function columnQuery<Row>(
  { order, offset, limit }: Asked,
  place: Place,
  conditions: readonly (Condition | undefined)[],
  keys: readonly string[] | undefined,
): Query<Row> {
  const match = conditions.filter((one) => one !== undefined);
  return { ...place, order, offset, limit, match, ...(keys && { keys }) };
}

type Holds<Row> = (row: Row) => boolean;

/** All conditions as one, which a list of many rows asks of each of them. */
function all<Row>([first, second, ...others]: readonly Holds<Row>[]): Holds<Row> | undefined {
  if (first === undefined || second === undefined) return first;
  const rest = all([second, ...others]);
  return (row) => first(row) && rest?.(row) === true;
}

/** Where the rows are that the caller sees: those of the counterparty, or of one branch when it is given. */
export const placeOf = (call: Call, branch: string): Place =>
  branch === '' ? { index: 'counterparty', key: callerOf(call).guid } : { index: 'branch', key: branch };

/** The condition that a column has one of the texts asked for; undefined when none are. */
export const columnAmong = (
  column: string,
  wanted: string | readonly string[] | undefined,
): Condition | undefined => (wanted === undefined ? undefined : { column, among: [wanted].flat() });

/** The condition that a column of amounts is within bounds in hryvnias; undefined when there are none. */
export const columnAmounts = (column: string, least?: number, most?: number): Condition | undefined =>
  within(
    column,
    least === undefined ? undefined : leastStroops(least),
    most === undefined ? undefined : mostStroops(most),
  );

/** The condition that a column of milliseconds since 1970 is within bounds in RFC 3339; undefined when there are none. */
export const columnDates = (column: string, least?: string, most?: string): Condition | undefined =>
  within(
    column,
    least === undefined ? undefined : Date.parse(least),
    most === undefined ? undefined : Date.parse(most),
  );

const within = <Value extends number | bigint>(
  column: string,
  least: Value | undefined,
  most: Value | undefined,
): Condition | undefined => (least === undefined && most === undefined ? undefined : { column, least, most });

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
 * As `between`, for dates: bounds in any form of RFC 3339, values as the ledger clock writes them. Their texts are in
 * the order of time, so that nothing has to be parsed row by row.
 */
export function betweenDates<Row>(
  least: string | undefined,
  most: string | undefined,
  value: (row: Row) => string,
): ((row: Row) => boolean) | undefined {
  const at = (date: string | undefined) => (date === undefined ? undefined : timestampOf(Date.parse(date)));
  return between<Row, string>(at(least), at(most), value);
}
