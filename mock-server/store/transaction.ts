import type { Collection, Page, Query, ReadTransaction, WriteTransaction } from '../domain/store.js';
import { type Overlays, overlayOf } from './overlay.js';
import { named, type Tables } from './tables.js';
import { bytesOf, firstRow, getRow, pageOf, type View } from './view.js';

/** What a transaction sees, until it ends: every use after that throws. */
class Reader implements ReadTransaction {
  #ended = false;
  readonly #tables: Tables;
  readonly #overlays: Overlays;

  constructor(tables: Tables, overlays: Overlays) {
    this.#tables = tables;
    this.#overlays = overlays;
  }

  end(): void {
    this.#ended = true;
  }

  protected refuseEnded(): void {
    if (this.#ended)
      throw new Error('The transaction has ended: use it only while its work runs, and await every call');
  }

  #view({ name }: { readonly name: string }): View {
    this.refuseEnded();
    return { base: named(this.#tables, name), overlay: this.#overlays.get(name) };
  }

  async get<Row extends object>(collection: Collection<Row>, key: string) {
    return getRow(this.#view(collection), key) as Row | undefined;
  }

  async first<Row extends object>(collection: Collection<Row>, index: string, key: string) {
    return firstRow(this.#view(collection), index, key) as Row | undefined;
  }

  async page<Row extends object>(collection: Collection<Row>, query: Query<Row> = {}) {
    return pageOf(this.#view(collection), query) as Page<Row>;
  }

  async bytes<Row extends object>(
    collection: Collection<Row>,
    { index, key }: Parameters<ReadTransaction['bytes']>[1] = {},
  ) {
    return bytesOf(this.#view(collection), index, key);
  }
}

class Writer extends Reader implements WriteTransaction {
  readonly #tables: Tables;
  readonly #overlays: Overlays;

  constructor(tables: Tables, overlays: Overlays) {
    super(tables, overlays);
    this.#tables = tables;
    this.#overlays = overlays;
  }

  #overlay({ name }: { readonly name: string }) {
    this.refuseEnded();
    return overlayOf(this.#overlays, this.#tables, name);
  }

  async put<Row extends object>(collection: Collection<Row>, row: Row) {
    const changed = this.#overlay(collection);
    changed.put(changed.base.entry(row));
  }

  async remove<Row extends object>(collection: Collection<Row>, key: string) {
    this.#overlay(collection).remove(key);
  }
}

/** A transaction that reads tables through its own overlays; `end` ends it. */
export const createReader = (tables: Tables, overlays: Overlays) => new Reader(tables, overlays);

/** A transaction that writes into its own overlays; `end` ends it. */
export const createWriter = (tables: Tables, overlays: Overlays) => new Writer(tables, overlays);
