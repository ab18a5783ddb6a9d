import type { Collection, Page, Query, ReadTransaction, WriteTransaction } from '../domain/store.js';
import { type Overlays, overlayOf } from './overlay.js';
import { named, type Tables } from './tables.js';
import { bytesOf, firstRow, getRow, pageOf, type View } from './view.js';

/** A transaction over tables and its own overlays; every use after `end` throws. */
export interface Transaction {
  readonly reader: ReadTransaction;
  readonly writer: WriteTransaction;
  end(): void;
}

export function createTransaction(tables: Tables, overlays: Overlays): Transaction {
  let ended = false;

  function refuseEnded(): void {
    if (ended)
      throw new Error('The transaction has ended: use it only while its work runs, and await every call');
  }

  function view(collection: { readonly name: string }): View {
    refuseEnded();
    return { base: named(tables, collection.name), overlay: overlays.get(collection.name) };
  }

  function overlay(collection: { readonly name: string }) {
    refuseEnded();
    return overlayOf(overlays, tables, collection.name);
  }

  const reader: ReadTransaction = {
    async get<Row extends object>(collection: Collection<Row>, key: string) {
      return getRow(view(collection), key) as Row | undefined;
    },
    async first<Row extends object>(collection: Collection<Row>, index: string, key: string) {
      return firstRow(view(collection), index, key) as Row | undefined;
    },
    async page<Row extends object>(collection: Collection<Row>, query: Query<Row> = {}) {
      return pageOf(view(collection), query) as Page<Row>;
    },
    async bytes(collection, { index, key } = {}) {
      return bytesOf(view(collection), index, key);
    },
  };

  const writer: WriteTransaction = {
    ...reader,
    async put(collection, row) {
      const changed = overlay(collection);
      changed.put(changed.base.entry(row));
    },
    async remove(collection, key) {
      overlay(collection).remove(key);
    },
  };

  return {
    reader,
    writer,
    end() {
      ended = true;
    },
  };
}
