import type { List } from './lists.js';
import type { StoredRow } from './rows.js';

/** What a transaction does to one row: what is there before it, and after it; undefined for no row. */
export interface Change {
  readonly before: StoredRow | undefined;
  readonly after: StoredRow | undefined;
}

interface InIndex {
  readonly list: List;
  readonly value: string;
  readonly position: string;
  readonly key: string;
}

interface Count {
  readonly list: List;
  readonly value: string;
  rows: number;
  bytes: number;
}

/** The values of the statement that carries out some changes, after world and epoch. */
export interface Written {
  readonly values: readonly (readonly unknown[])[];
  /** Lists and keys of indexes that may have become empty. */
  readonly fewer: readonly [lists: readonly List[], values: readonly string[]];
}

const sameEntry = (a: InIndex) => (b: InIndex) =>
  a.list === b.list && a.value === b.value && a.position === b.position;

const entriesOf = (row: StoredRow | undefined): InIndex[] =>
  row === undefined
    ? []
    : row.places.map(({ list, value }) => ({ list, value, position: row.position, key: row.key }));

/** Entries, rows and counts that differ before and after. */
export function writtenOf(changes: Iterable<Change>): Written {
  const stored: StoredRow[] = [];
  const removed: StoredRow[] = [];
  const entered: InIndex[] = [];
  const taken: InIndex[] = [];
  const counts = new Map<string, Count>();

  function count(row: StoredRow | undefined, sign: 1 | -1): void {
    if (row === undefined) return;
    for (const { list, value } of [{ list: row.list, value: '' }, ...row.places]) {
      const id = `${list} ${value}`;
      const sum = counts.get(id) ?? { list, value, rows: 0, bytes: 0 };
      sum.rows += sign;
      sum.bytes += sign * row.bytes;
      counts.set(id, sum);
    }
  }

  for (const { before, after } of changes) {
    if (after !== undefined) stored.push(after);
    else if (before !== undefined) removed.push(before);
    const [former, next] = [entriesOf(before), entriesOf(after)];
    taken.push(...former.filter((one) => !next.some(sameEntry(one))));
    entered.push(...next.filter((one) => !former.some(sameEntry(one))));
    count(before, -1);
    count(after, 1);
  }
  const changed = [...counts.values()].filter(({ rows, bytes }) => rows !== 0 || bytes !== 0);
  const fewer = changed.filter(({ rows }) => rows < 0);
  return {
    values: [
      ...columnsOf(stored, ['list', 'key', 'position', 'bytes', 'row', 'amounts']),
      ...columnsOf(removed, ['list', 'key']),
      ...columnsOf(entered, ['list', 'value', 'position', 'key']),
      ...columnsOf(taken, ['list', 'value', 'position', 'key']),
      ...columnsOf(changed, ['list', 'value', 'rows', 'bytes']),
    ],
    fewer: [fewer.map(({ list }) => list), fewer.map(({ value }) => value)],
  };
}

const columnsOf = <Row extends object>(rows: readonly Row[], columns: readonly (keyof Row)[]) =>
  columns.map((column) => rows.map((row) => row[column]));
