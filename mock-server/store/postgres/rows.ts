import { eachKey } from '../bucket.js';
import { reasonOf } from '../errors.js';
import type { AnyCollection } from '../table.js';
import type { List, Lists } from './lists.js';
import { keyed, positioned } from './text.js';

/** A row as its columns are, and where it is found. */
export interface StoredRow {
  readonly list: List;
  readonly key: string;
  readonly position: string;
  readonly bytes: number;
  /** JSON of the row without its bigints. */
  readonly row: string;
  /** JSON of its bigints as numbers, which PostgreSQL holds as exact decimals; null without any. */
  readonly amounts: string | null;
  /** Indexes in which it is, each with the keys. */
  readonly places: readonly Place[];
}

export interface Place {
  readonly list: List;
  readonly value: string;
}

/** Throws on a row that JSON cannot hold, such as an undeclared bigint, and what functions of the collection throw. */
export function storedRow(lists: Lists, collection: AnyCollection, row: object): StoredRow {
  const { list, indexes } = lists.of(collection);
  const given = row as never;
  return {
    list,
    key: keyed(collection.key(given)),
    position: positioned(collection.sort(given)),
    bytes: collection.bytes?.(given) ?? 0,
    ...written(collection, row),
    places: [...indexes].flatMap(([name, list]) =>
      [...new Set(eachKey(collection.indexes[name]?.(given)))].map((value) => ({
        list,
        value: keyed(value),
      })),
    ),
  };
}

function written(collection: AnyCollection, row: object): Pick<StoredRow, 'row' | 'amounts'> {
  const rest: Record<string, unknown> = { ...row };
  const amounts: string[] = [];
  for (const member of collection.bigints) {
    if (typeof rest[member] !== 'bigint') continue;
    amounts.push(`${JSON.stringify(member)}:${rest[member]}`);
    delete rest[member];
  }
  try {
    return { row: JSON.stringify(rest), amounts: amounts.length === 0 ? null : `{${amounts.join(',')}}` };
  } catch (error) {
    const advice = 'members of type bigint are named in the bigints of their collection';
    throw new Error(`A row of ${collection.name} cannot be written as JSON (${reasonOf(error)}); ${advice}`, {
      cause: error,
    });
  }
}

const amount = /"(\w+)": ?(-?\d+)/g;

/** A row from its two columns. */
export function readRow([row, amounts]: readonly [object, string | null]): object {
  if (amounts === null) return row;
  const whole = row as Record<string, unknown>;
  for (const [, member = '', digits = ''] of amounts.matchAll(amount)) whole[member] = BigInt(digits);
  return whole;
}
