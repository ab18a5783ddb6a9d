import type { Page, Query } from '../domain/store.js';
import { compare, countTo, type Entry } from './bucket.js';
import type { Overlay } from './overlay.js';
import type { Table } from './table.js';

type Order = 'asc' | 'desc';

/** A table as a transaction sees it: the rows of the base, except where the overlay says otherwise. */
export interface View {
  readonly base: Table;
  readonly overlay: Overlay | undefined;
}

export function getRow({ base, overlay }: View, key: string): object | undefined {
  const rows = overlay?.masked.has(key) ? overlay.rows : base;
  return rows.get(key)?.row;
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
 * A page of a bucket: O(limit) without `where` (O(offset + limit + changes) inside a transaction that has
 * changed the collection), a scan of the bucket with it. `after` is found by bisection where nothing is overlaid.
 */
export function pageOf(view: View, query: Query<never>): Page<object> {
  const { index, key, where, order = 'asc', after, limit = Number.POSITIVE_INFINITY } = query;
  const offset = Math.max(0, query.offset ?? 0);
  const end = offset + Math.max(0, limit);
  if (where === undefined && view.overlay === undefined) {
    return slice(view.base.bucket(index, key), order, after, offset, end);
  }
  const rows: object[] = [];
  const total = where === undefined && after === undefined ? count(view, index, key) : undefined;
  let matches = 0;
  eachEntry(view, index, key, order, ({ row, sort }) => {
    if (total !== undefined && matches >= end) return false;
    if (after !== undefined && !(order === 'asc' ? sort > after : sort < after)) return true;
    if (where !== undefined && !where(row as never)) return true;
    if (matches >= offset && matches < end) rows.push(row);
    matches++;
    return true;
  });
  return { rows, total: total ?? matches };
}

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
  return { rows: cut.map(({ row }) => row), total: stop - begin };
}

/** Shows the entries of a bucket one after the other, until `look` says false; nothing is copied. */
function eachEntry(
  { base, overlay }: View,
  index: string | undefined,
  key: string | undefined,
  order: Order,
  look: (entry: Entry) => boolean,
): void {
  const below = base.bucket(index, key);
  if (overlay !== undefined) {
    for (const entry of merge(below, overlay.rows.bucket(index, key), overlay.masked, order))
      if (!look(entry)) return;
    return;
  }
  const step = order === 'asc' ? 1 : -1;
  let at = order === 'asc' ? 0 : below.length - 1;
  for (let entry = below[at]; entry !== undefined; entry = below[at]) {
    if (!look(entry)) return;
    at += step;
  }
}

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

/** The number of rows in a bucket: those of both sides without the base's rows that are masked. */
function count({ base, overlay }: View, index?: string, key?: string): number {
  const bucket = base.bucket(index, key);
  if (overlay === undefined) return bucket.length;
  const { masked, rows } = overlay;
  let hidden = 0;
  if (bucket.length < masked.size) {
    for (const entry of bucket) if (masked.has(entry.key)) hidden++;
  } else {
    for (const changed of masked) {
      const entry = base.get(changed);
      if (entry !== undefined && base.belongs(entry, index, key)) hidden++;
    }
  }
  return bucket.length - hidden + rows.bucket(index, key).length;
}
