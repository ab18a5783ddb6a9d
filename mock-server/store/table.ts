import type { Collection } from '../domain/store.js';
import { Bucket, type Entry, eachKey, includesKey, type Keys } from './bucket.js';

/** A collection of any row type; its functions get the rows as they were put. */
export type AnyCollection = Collection<never>;

const NOTHING = new Bucket();

/**
 * The rows of one collection: by key, in sort order, and in sort order under every key of every index.
 *
 * An insertion costs a binary search per index (none at the end). A replacement under the same sort and
 * the same keys touches no bucket at all, because all buckets share the entry.
 */
export class Table {
  readonly collection: AnyCollection;
  readonly all = new Bucket();
  readonly #byKey = new Map<string, Entry>();
  readonly #names: readonly string[];
  readonly #indexes: readonly Map<string, Bucket>[];

  constructor(collection: AnyCollection) {
    this.collection = collection;
    this.#names = Object.keys(collection.indexes);
    this.#indexes = this.#names.map(() => new Map());
  }

  /** Everything derived from a row, computed once; errors of the collection's functions surface here. */
  entry(row: object): Entry {
    const { key, sort, indexes, bytes } = this.collection;
    const given = row as never;
    return {
      key: key(given),
      sort: sort(given),
      row,
      bytes: bytes?.(given) ?? 0,
      under: this.#names.map((name) => distinct(indexes[name]?.(given))),
    };
  }

  get(key: string): Entry | undefined {
    return this.#byKey.get(key);
  }

  put(entry: Entry): void {
    const old = this.#byKey.get(entry.key);
    if (old?.sort === entry.sort) this.#replace(old, entry);
    else {
      if (old !== undefined) this.remove(old.key);
      this.#add(entry);
    }
  }

  #add(entry: Entry): void {
    this.#byKey.set(entry.key, entry);
    this.all.insert(entry);
    for (let index = 0; index < this.#indexes.length; index++) this.#enter(index, entry.under[index], entry);
  }

  remove(key: string): void {
    const entry = this.#byKey.get(key);
    if (entry === undefined) return;
    this.#byKey.delete(key);
    this.all.discard(entry);
    for (let index = 0; index < this.#indexes.length; index++) this.#leave(index, entry.under[index], entry);
  }

  clear(): void {
    this.all.clear();
    this.#byKey.clear();
    for (const buckets of this.#indexes) buckets.clear();
  }

  /** The entries under a key of an index; all entries without an index. Throws on an unknown index. */
  bucket(index?: string, key?: string): Bucket {
    if (index === undefined && key === undefined) return this.all;
    if (index === undefined || key === undefined) {
      throw new Error(
        `Collection ${this.collection.name}: a query names both an index and a key, or neither`,
      );
    }
    return this.#indexes[this.#position(index)]?.get(key) ?? NOTHING;
  }

  /** Whether an entry of this collection belongs to the bucket of the same arguments. */
  belongs(entry: Entry, index?: string, key?: string): boolean {
    if (index === undefined || key === undefined) return true;
    return includesKey(entry.under[this.#position(index)], key);
  }

  #position(index: string): number {
    const found = this.#names.indexOf(index);
    if (found >= 0) return found;
    const known = this.#names.join(', ') || 'none';
    throw new Error(`Collection ${this.collection.name} has no index "${index}" (declared: ${known})`);
  }

  #replace(old: Entry, entry: Entry): void {
    for (let index = 0; index < this.#indexes.length; index++) {
      const before = old.under[index];
      const after = entry.under[index];
      if (!same(before, after)) {
        this.#leave(index, before, old);
        this.#enter(index, after, old);
      }
      this.#weigh(index, after, entry.bytes - old.bytes);
    }
    this.all.bytes += entry.bytes - old.bytes;
    old.bytes = entry.bytes;
    old.row = entry.row;
    old.under = entry.under;
  }

  #enter(index: number, keys: Keys, entry: Entry): void {
    const buckets = this.#indexes[index];
    for (const key of eachKey(keys)) {
      const bucket = buckets?.get(key);
      if (bucket !== undefined) bucket.insert(entry);
      else buckets?.set(key, bucketOf(entry));
    }
  }

  /** An entry of these buckets has become larger. */
  #weigh(index: number, keys: Keys, more: number): void {
    if (more === 0) return;
    for (const key of eachKey(keys)) {
      const bucket = this.#indexes[index]?.get(key);
      if (bucket !== undefined) bucket.bytes += more;
    }
  }

  #leave(index: number, keys: Keys, entry: Entry): void {
    const buckets = this.#indexes[index];
    for (const key of eachKey(keys)) {
      const bucket = buckets?.get(key);
      if (bucket === undefined) continue;
      bucket.discard(entry);
      if (bucket.entries.length === 0) buckets?.delete(key);
    }
  }
}

function bucketOf(entry: Entry): Bucket {
  const bucket = new Bucket();
  bucket.insert(entry);
  return bucket;
}

function distinct(keys: Keys): Keys {
  return typeof keys === 'object' ? [...new Set(keys)] : keys;
}

function same(a: Keys, b: Keys): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  return a.length === b.length && a.every((key, at) => key === b[at]);
}
