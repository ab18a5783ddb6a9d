import { type AnyCollection, Table } from './table.js';

/** The collections that a store was opened with, by name. */
export type Collections = ReadonlyMap<string, AnyCollection>;

/** One table per collection, by name. */
export type Tables = ReadonlyMap<string, Table>;

/** Throws when two collections share a name. */
export function byName(collections: readonly AnyCollection[]): Collections {
  const named = new Map<string, AnyCollection>();
  for (const collection of collections) {
    if (named.has(collection.name)) throw new Error(`Two collections are named ${collection.name}`);
    named.set(collection.name, collection);
  }
  return named;
}

export function createTables(collections: Collections): Tables {
  return new Map([...collections].map(([name, collection]) => [name, new Table(collection)]));
}

/** What belongs to a name of a collection. Throws on a collection that the store was not opened with. */
export function named<Value>(values: ReadonlyMap<string, Value>, name: string): Value {
  const value = values.get(name);
  if (value !== undefined) return value;
  const known = [...values.keys()].join(', ') || 'none';
  throw new Error(`The store has no collection "${name}" (declared: ${known})`);
}
