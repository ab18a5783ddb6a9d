/** The place of a row in one index: its key or keys, or none. */
export type Keys = string | readonly string[] | undefined;

/** A stored row with everything that was derived from it when it was put. */
export interface Entry {
  readonly key: string;
  readonly sort: string;
  row: object;
  /** Memory of the row, if its collection counts it; otherwise 0. */
  bytes: number;
  /** Keys per index, in the order in which the collection declares its indexes. */
  under: readonly Keys[];
}

/** By sort, then by key, so that ties have one order in every engine and after every restart. */
export function compare(a: Entry, b: Entry): number {
  if (a.sort !== b.sort) return a.sort < b.sort ? -1 : 1;
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  return 0;
}

/** Entries in the order of `compare`, without duplicates. */
export class Bucket {
  readonly entries: Entry[] = [];
  /** Of all entries together. */
  bytes = 0;

  /** Inserts a new entry in order; at the end, the usual case, without a search. */
  insert(entry: Entry): void {
    const { entries } = this;
    const last = entries.at(-1);
    const at = last === undefined || compare(last, entry) < 0 ? entries.length : position(entries, entry);
    entries.splice(at, 0, entry);
    this.bytes += entry.bytes;
  }

  discard(entry: Entry): void {
    const at = position(this.entries, entry);
    if (this.entries[at]?.key !== entry.key) return;
    this.entries.splice(at, 1);
    this.bytes -= entry.bytes;
  }

  clear(): void {
    this.entries.length = 0;
    this.bytes = 0;
  }
}

/** The first position whose entry is not below the given one. */
const position = (bucket: readonly Entry[], entry: Entry): number =>
  bisect(bucket, (there) => compare(there, entry) < 0);

/** How many entries sort below `sort`; with `including`, those that sort at it count too. */
export const countTo = (bucket: readonly Entry[], sort: string, including: boolean): number =>
  bisect(bucket, (there) => there.sort < sort || (including && there.sort === sort));

/** The number of entries at the beginning for which `below` holds; it holds for none after them. */
function bisect(bucket: readonly Entry[], below: (entry: Entry) => boolean): number {
  let low = 0;
  let high = bucket.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = bucket[middle];
    if (there !== undefined && below(there)) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function includesKey(keys: Keys, key: string): boolean {
  return typeof keys === 'object' ? keys.includes(key) : keys === key;
}

export function eachKey(keys: Keys): readonly string[] {
  if (keys === undefined) return [];
  return typeof keys === 'string' ? [keys] : keys;
}
