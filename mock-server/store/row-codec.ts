import type { AnyCollection } from './table.js';

/** A row as JSON can hold it: the collection's bigints as decimal strings; the row itself if it has none. */
export function encodeRow(collection: AnyCollection, row: object): object {
  if (collection.bigints.length === 0) return row;
  const encoded: Record<string, unknown> = { ...row };
  for (const member of collection.bigints) {
    if (typeof encoded[member] === 'bigint') encoded[member] = String(encoded[member]);
  }
  return encoded;
}

/** The row that a parsed JSON value represents; the value is changed in place. Throws if it is not a row. */
export function decodeRow(collection: AnyCollection, value: unknown): object {
  if (!isRecord(value)) throw new Error(`a row of ${collection.name} is not an object`);
  for (const member of collection.bigints) {
    const written = value[member];
    if (written === undefined || written === null) continue;
    if (typeof written !== 'string' || !/^-?\d+$/.test(written)) {
      throw new Error(`${collection.name}.${member} is not a whole number in a string`);
    }
    value[member] = BigInt(written);
  }
  return value;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
