import type { Change } from './change.js';
import { reasonOf } from './errors.js';
import { decodeRow, encodeRow, isRecord } from './row-codec.js';
import { type Collections, named, type Tables } from './tables.js';

/** What a line of the change log says: a whole transaction and its number. */
export interface LoggedCommit {
  readonly sequence: number;
  readonly changes: readonly unknown[];
}

type WrittenChange = ['put', string, object] | ['remove', string, string] | ['clear'];

/** A transaction as one line of JSON. Throws on a row that JSON cannot hold, such as an undeclared bigint. */
export function encodeCommit(collections: Collections, sequence: number, changes: readonly Change[]): string {
  const written = changes.map((change): WrittenChange => {
    if (change.kind === 'clear') return ['clear'];
    if (change.kind === 'remove') return ['remove', change.collection, change.key];
    return ['put', change.collection, encodeRow(named(collections, change.collection), change.row)];
  });
  try {
    return `${JSON.stringify({ sequence, changes: written })}\n`;
  } catch (error) {
    const advice = 'members of type bigint are named in the bigints of their collection';
    throw new Error(`The transaction cannot be written as JSON (${reasonOf(error)}); ${advice}`, {
      cause: error,
    });
  }
}

/** Throws when the line is not a transaction. */
export function parseCommit(line: string): LoggedCommit {
  const value: unknown = JSON.parse(line);
  if (!isRecord(value) || !Number.isSafeInteger(value.sequence) || !Array.isArray(value.changes)) {
    throw new Error('not a line of a change log');
  }
  return { sequence: value.sequence as number, changes: value.changes };
}

/** Applies a logged transaction. Throws on an unknown change. */
export function applyCommit(tables: Tables, { changes }: LoggedCommit): void {
  for (const change of changes) {
    const [kind, collection, subject] = Array.isArray(change) ? change : [];
    if (kind === 'clear') {
      for (const table of tables.values()) table.clear();
      continue;
    }
    const table = named(tables, String(collection));
    if (kind === 'put') table.put(table.entry(decodeRow(table.collection, subject)));
    else if (kind === 'remove' && typeof subject === 'string') table.remove(subject);
    else throw new Error(`an unknown kind of change: ${JSON.stringify(kind)}`);
  }
}
