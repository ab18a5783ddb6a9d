import type { Condition } from '../domain/store.js';
import { type Entry, grown } from './bucket.js';
import type { AnyCollection } from './table.js';

/** What a condition says of a row, looked up in the row itself. @throws {Error} on a column that is not declared */
export function rowTest(
  { columns, name }: AnyCollection,
  condition: Condition,
): (entry: { readonly row: object }) => boolean {
  if ('among' in condition) {
    const value = declared(columns?.texts, condition.column, name);
    const wanted = new Set(condition.among);
    return ({ row }) => wanted.has(value(row as never));
  }
  const value = declared(columns?.numbers, condition.column, name);
  const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = condition;
  return ({ row }) => value(row as never) >= least && value(row as never) <= most;
}

function declared<Value>(columns: Readonly<Record<string, Value>> = {}, column: string, collection: string) {
  const found = columns[column];
  if (found !== undefined) return found;
  const known = Object.keys(columns).join(', ') || 'none';
  throw new Error(`Collection ${collection} has no such column "${column}" (declared: ${known})`);
}

/**
 * The columns of a collection, apart from its rows and each in one piece of memory: to look through 100,000 rows costs
 * their reading, and rows lie scattered.
 */
export class Columns {
  readonly #collection: AnyCollection;
  readonly #texts: ReadonlyMap<string, Texts>;
  readonly #numbers: ReadonlyMap<string, Numbers>;
  readonly #entries: Entry[] = [];
  readonly #free: number[] = [];

  constructor(collection: AnyCollection) {
    this.#collection = collection;
    const { texts = {}, numbers = {} } = collection.columns ?? {};
    this.#texts = new Map(Object.entries(texts).map(([name, value]) => [name, new Texts(value)]));
    this.#numbers = new Map(Object.entries(numbers).map(([name, value]) => [name, new Numbers(value)]));
  }

  /** Gives an entry its place in the columns. */
  add(entry: Entry): void {
    entry.slot = this.#free.pop() ?? this.#entries.length;
    this.#entries[entry.slot] = entry;
    this.set(entry);
  }

  /** Writes what the entry's row says now. */
  set({ slot, row }: Entry): void {
    for (const column of this.#texts.values()) column.set(slot, row);
    for (const column of this.#numbers.values()) column.set(slot, row);
  }

  remove({ slot }: Entry): void {
    this.#free.push(slot);
  }

  clear(): void {
    this.#free.length = 0;
    this.#entries.length = 0;
  }

  /** The entries among the first `length` slots that meet all conditions, as many as there are; what `slots` holds is lost. */
  narrow(slots: Int32Array, length: number, conditions: readonly Condition[]): Int32Array {
    let left = length;
    for (const condition of conditions) left = this.#keep(slots, left, condition);
    return slots.subarray(0, left);
  }

  entry(slot: number): Entry | undefined {
    return this.#entries[slot];
  }

  /** Moves the slots that meet a condition to the front. @throws {Error} on a column that is not declared */
  #keep(slots: Int32Array, length: number, condition: Condition): number {
    const ofRow = rowTest(this.#collection, condition);
    if ('among' in condition)
      return this.#texts.get(condition.column)?.keep(slots, length, condition.among) ?? length;
    const { column, least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = condition;
    const asked = (slot: number) => {
      const entry = this.#entries[slot];
      return entry !== undefined && ofRow(entry);
    };
    return this.#numbers.get(column)?.keep(slots, length, Number(least), Number(most), asked) ?? length;
  }
}

/** Texts as numbers: equal texts have the same. */
class Texts {
  readonly #value: (row: never) => string;
  readonly #codes = new Map<string, number>();
  #slots = new Int32Array(16);

  constructor(value: (row: never) => string) {
    this.#value = value;
  }

  set(slot: number, row: object): void {
    const text = this.#value(row as never);
    let code = this.#codes.get(text);
    if (code === undefined) {
      code = this.#codes.size;
      this.#codes.set(text, code);
    }
    if (slot >= this.#slots.length) this.#slots = grown(this.#slots, new Int32Array(slot * 2));
    this.#slots[slot] = code;
  }

  keep(slots: Int32Array, length: number, wanted: readonly string[]): number {
    const codes = this.#slots;
    const kept = new Uint8Array(this.#codes.size);
    for (const text of wanted) {
      const code = this.#codes.get(text);
      if (code !== undefined) kept[code] = 1;
    }
    let left = 0;
    for (let at = 0; at < length; at++) {
      const slot = slots[at] as number;
      if (kept[codes[slot] as number] === 1) slots[left++] = slot;
    }
    return left;
  }
}

/** Numbers as far as they are exact. */
class Numbers {
  readonly #value: (row: never) => number | bigint;
  #slots = new Float64Array(16);

  constructor(value: (row: never) => number | bigint) {
    this.#value = value;
  }

  set(slot: number, row: object): void {
    const number = Number(this.#value(row as never));
    if (slot >= this.#slots.length) this.#slots = grown(this.#slots, new Float64Array(slot * 2));
    this.#slots[slot] = Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : Number.NaN;
  }

  /** What is too large to be kept exactly is not kept: there `asked` looks into the row. */
  keep(
    slots: Int32Array,
    length: number,
    least: number,
    most: number,
    asked: (slot: number) => boolean,
  ): number {
    const numbers = this.#slots;
    let left = 0;
    for (let at = 0; at < length; at++) {
      const slot = slots[at] as number;
      const number = numbers[slot] as number;
      const meets = Number.isNaN(number) ? asked(slot) : number >= least && number <= most;
      if (meets) slots[left++] = slot;
    }
    return left;
  }
}
