import type { Page, Query } from '../domain/store.js';
import { type Bucket, compare, countTo, type Entry } from './bucket.js';
import type { Overlay } from './overlay.js';
import type { Table } from './table.js';

type Order = 'asc' | 'desc';

/** A table as a transaction sees it: the rows of the base, except where the overlay says otherwise. */
export interface View {
  readonly base: Table;
  readonly overlay: Overlay | undefined;
}

export const getRow = (view: View, key: string): object | undefined => getEntry(view, key)?.row;

function getEntry({ base, overlay }: View, key: string): Entry | undefined {
  const rows = overlay?.masked.has(key) ? overlay.rows : base;
  return rows.get(key);
}

export function firstRow(view: View, index: string, key: string): object | undefined {
  let first: object | undefined;
  eachEntry(view, index, key, 'asc', ({ row }) => {
    first = row;
    return false;
  });
  return first;
}

/**
 * A page of a bucket: O(limit) without conditions (O(offset + limit + changes) inside a transaction that has changed
 * the collection), O(keys) with `keys`; a scan of the rows with `where`. `after` is found by bisection where nothing is
 * overlaid and nothing else asked.
 */
export function pageOf(view: View, query: Query<never>): Page<object> {
  const { index, key, keys, where, order = 'asc', after, limit = Number.POSITIVE_INFINITY } = query;
  const offset = Math.max(0, query.offset ?? 0);
  const end = offset + Math.max(0, limit);
  const all = keys === undefined && where === undefined;
  if (all && view.overlay === undefined)
    return slice(view.base.bucket(index, key).entries, order, after, offset, end);
  const rows: object[] = [];
  const total = all && after === undefined ? count(view, index, key) : undefined;
  const enough = total !== undefined ? end : after !== undefined ? end + 1 : Number.POSITIVE_INFINITY;
  let matches = 0;
  const each = keys === undefined ? eachEntry : eachOf(keys);
  each(view, index, key, order, (entry) => {
    if (matches >= enough) return false;
    if (after !== undefined && !(order === 'asc' ? entry.sort > after : entry.sort < after)) return true;
    if (where !== undefined && !where(entry.row as never)) return true;
    if (matches >= offset && matches < end) rows.push(entry.row);
    matches++;
    return true;
  });
  return { rows, total: total ?? counted(matches, after, end) };
}

/** After a position, one more than the page reaches is enough. */
const counted = (matches: number, after: string | undefined, end: number): number =>
  after === undefined ? matches : Math.min(matches, end + 1);

function slice(
  bucket: readonly Entry[],
  order: Order,
  after: string | undefined,
  offset: number,
  end: number,
): Page<object> {
  const begin = after === undefined || order === 'desc' ? 0 : countTo(bucket, after, true);
  const stop = after === undefined || order === 'asc' ? bucket.length : countTo(bucket, after, false);
  const cut =
    order === 'asc'
      ? bucket.slice(begin + offset, begin + end)
      : bucket.slice(Math.max(0, stop - end), Math.max(0, stop - offset)).reverse();
  return { rows: cut.map(({ row }) => row), total: counted(stop - begin, after, end) };
}

/** Shows the entries of a bucket one after the other, until `look` says false; nothing is copied. */
function eachEntry(
  { base, overlay }: View,
  index: string | undefined,
  key: string | undefined,
  order: Order,
  look: (entry: Entry) => boolean,
): void {
  const below = base.bucket(index, key).entries;
  if (overlay !== undefined) {
    const above = overlay.rows.bucket(index, key).entries;
    for (const entry of merge(below, above, overlay.masked, order)) if (!look(entry)) return;
    return;
  }
  const step = order === 'asc' ? 1 : -1;
  let at = order === 'asc' ? 0 : below.length - 1;
  for (let entry = below[at]; entry !== undefined; entry = below[at]) {
    if (!look(entry)) return;
    at += step;
  }
}

/** As `eachEntry`, of the entries with these keys. */
const eachOf =
  (keys: readonly string[]): typeof eachEntry =>
  (view, index, key, order, look) => {
    const step = order === 'asc' ? 1 : -1;
    const found = [...new Set(keys)]
      .map((key) => getEntry(view, key))
      .filter((entry) => entry !== undefined && view.base.belongs(entry, index, key)) as Entry[];
    for (const entry of found.sort((a, b) => compare(a, b) * step)) if (!look(entry)) return;
  };

function* merge(
  below: readonly Entry[],
  above: readonly Entry[],
  masked: ReadonlySet<string>,
  order: Order = 'asc',
): Generator<Entry> {
  const step = order === 'asc' ? 1 : -1;
  let low = order === 'asc' ? 0 : below.length - 1;
  let high = order === 'asc' ? 0 : above.length - 1;
  for (;;) {
    const lower = below[low];
    const upper = above[high];
    if (lower !== undefined && masked.has(lower.key)) {
      low += step;
    } else if (lower !== undefined && (upper === undefined || compare(lower, upper) * step < 0)) {
      yield lower;
      low += step;
    } else if (upper !== undefined) {
      yield upper;
      high += step;
    } else {
      return;
    }
  }
}

/** The number of rows in a bucket. */
const count = (view: View, index?: string, key?: string): number =>
  sum(
    view,
    ({ entries }) => entries.length,
    () => 1,
    index,
    key,
  );

/** Memory that the rows of a bucket take. */
export const bytesOf = (view: View, index?: string, key?: string): number =>
  sum(
    view,
    ({ bytes }) => bytes,
    ({ bytes }) => bytes,
    index,
    key,
  );

/** A sum over a bucket: of both sides, without the base's rows that are masked. */
function sum(
  { base, overlay }: View,
  ofAll: (bucket: Bucket) => number,
  ofOne: (entry: Entry) => number,
  index?: string,
  key?: string,
): number {
  const bucket = base.bucket(index, key);
  if (overlay === undefined) return ofAll(bucket);
  const { masked, rows } = overlay;
  let hidden = 0;
  if (bucket.entries.length < masked.size) {
    for (const entry of bucket.entries) if (masked.has(entry.key)) hidden += ofOne(entry);
  } else {
    for (const changed of masked) {
      const entry = base.get(changed);
      if (entry !== undefined && base.belongs(entry, index, key)) hidden += ofOne(entry);
    }
  }
  return ofAll(bucket) - hidden + ofAll(rows.bucket(index, key));
}
