import type { Entry } from './bucket.js';
import { Table } from './table.js';
import { named, type Tables } from './tables.js';

/**
 * Other versions of some rows of one table, laid over it. A masked key is looked up here and nowhere else.
 *
 * A writing transaction lays its own puts and removes over the state: its overlay is newer. A reading
 * transaction is given the former version of whatever is committed while it lasts: its overlay is older.
 * So both see one state from beginning to end, and neither waits for the other.
 */
export class Overlay {
  readonly rows: Table;
  readonly masked = new Set<string>();

  constructor(readonly base: Table) {
    this.rows = new Table(base.collection);
  }

  put(entry: Entry): void {
    this.masked.add(entry.key);
    this.rows.put(entry);
  }

  remove(key: string): void {
    this.masked.add(key);
    this.rows.remove(key);
  }

  /** Keeps the present version of a row that is about to change, unless an earlier one is kept already. */
  keep(key: string): void {
    if (this.masked.has(key)) return;
    const present = this.base.get(key);
    if (present === undefined) this.masked.add(key);
    else this.put({ ...present });
  }
}

/** The overlays of one transaction by name of the collection; created when first needed. */
export type Overlays = Map<string, Overlay>;

export function overlayOf(overlays: Overlays, tables: Tables, name: string): Overlay {
  const known = overlays.get(name);
  if (known !== undefined) return known;
  const overlay = new Overlay(named(tables, name));
  overlays.set(name, overlay);
  return overlay;
}
