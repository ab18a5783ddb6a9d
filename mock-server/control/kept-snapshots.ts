import { allCollections } from '../domain/collections.js';
import type { Rows } from '../domain/rows.js';
import { type Kept, noHandover } from '../handover.js';
import { decodeRow, encodeRow } from '../store/row-codec.js';
import type { AnyCollection } from '../store/table.js';

export interface Snapshot {
  readonly name: string;
  readonly taken_at: string;
  readonly tables: Rows;
}

/** A snapshot as JSON holds it: rows by the names of their collections. */
interface WrittenSnapshot {
  readonly name: string;
  readonly taken_at: string;
  readonly tables: Readonly<Record<string, readonly unknown[]>>;
}

const collections: readonly AnyCollection[] = allCollections;

const written = ({ tables, ...about }: Snapshot): WrittenSnapshot => ({
  ...about,
  tables: Object.fromEntries(
    collections.map((collection, index) => [
      collection.name,
      (tables[index] ?? []).map((row) => encodeRow(collection, row)),
    ]),
  ),
});

const read = ({ tables, ...about }: WrittenSnapshot): Snapshot => ({
  ...about,
  tables: collections.map((collection) =>
    (tables[collection.name] ?? []).map((row) => decodeRow(collection, row)),
  ),
});

/** The snapshots of a world, by name, the oldest first. */
export interface Snapshots {
  readonly all: () => readonly Snapshot[];
  readonly get: (name: string) => Snapshot | undefined;
  /** Adds one; one of the same name is replaced. */
  readonly put: (snapshot: Snapshot) => void;
  /** Drops one, or all; false if there is none of that name. */
  readonly drop: (name?: string) => boolean;
}

/** @param kept where they are for the next process, and those of an earlier one are found */
export async function createSnapshots(kept: Kept = noHandover.of('snapshots')): Promise<Snapshots> {
  const left = (await kept.left()) as readonly WrittenSnapshot[];
  const snapshots = new Map(left.map((snapshot) => [snapshot.name, read(snapshot)]));
  return {
    all: () => [...snapshots.values()],
    get: (name) => snapshots.get(name),
    put(snapshot) {
      snapshots.delete(snapshot.name);
      snapshots.set(snapshot.name, snapshot);
      kept.drop(snapshot.name);
      kept.put(snapshot.name, () => written(snapshot));
    },
    drop(name) {
      if (name === undefined) snapshots.clear();
      else if (!snapshots.delete(name)) return false;
      kept.drop(name);
      return true;
    },
  };
}
