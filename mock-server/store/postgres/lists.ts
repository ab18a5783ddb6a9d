import { createHash } from 'node:crypto';
import type { AnyCollection } from '../table.js';
import { type Collections, named } from '../tables.js';

/** The number of a list in the database: all rows of a collection, or those of one of its indexes. */
export type List = number;

/** The lists of a collection. */
export interface ListsOf {
  readonly list: List;
  /** By name of the index. */
  readonly indexes: ReadonlyMap<string, List>;
}

export interface Lists {
  /** Throws on a collection that the store was not opened with. */
  of(collection: { readonly name: string }): ListsOf;
  /** Throws on an unknown index. */
  index(collection: AnyCollection, index: string): List;
}

/** What a list is called in the database. */
export const nameOf = (collection: AnyCollection, index?: string): string =>
  index === undefined ? collection.name : `${collection.name}.${index}`;

/** The names of all lists of a collection, its own first. */
export const namesOf = (collection: AnyCollection): string[] => [
  nameOf(collection),
  ...Object.keys(collection.indexes).map((index) => nameOf(collection, index)),
];

/**
 * What the derived columns of a collection were made by: if it changes, they have to be made anew.
 *
 * @param program the version of the program, because functions call others
 */
export function shapeOf(collection: AnyCollection, program: string): string {
  const { key, sort, bytes, indexes } = collection;
  const made = [key, sort, bytes, ...Object.entries(indexes).flat()].map(String);
  return createHash('sha256')
    .update([program, ...made].join('\n'))
    .digest('hex');
}

/** The lists of declared collections, by their numbers in the database. */
export function createLists(declared: Collections, numbers: ReadonlyMap<string, List>): Lists {
  const number = (name: string): List => named(numbers, name);
  const all = new Map(
    [...declared].map(([name, collection]): [string, ListsOf] => [
      name,
      {
        list: number(nameOf(collection)),
        indexes: new Map(
          Object.keys(collection.indexes).map((index) => [index, number(nameOf(collection, index))]),
        ),
      },
    ]),
  );
  return {
    of: ({ name }) => named(all, name),
    index(collection, index) {
      const { indexes } = named(all, collection.name);
      const found = indexes.get(index);
      if (found !== undefined) return found;
      const known = [...indexes.keys()].join(', ') || 'none';
      throw new Error(`Collection ${collection.name} has no index "${index}" (declared: ${known})`);
    },
  };
}
