import { afterEach, beforeEach, describe } from 'vitest';
import type { Page, Query, Store } from '../domain/store.js';
import { describeIndexes } from './index.cases.js';
import { describeLists } from './list.cases.js';
import { describeModel } from './model.cases.js';
import { ids, type Note, notes } from './notes.testing.js';
import { describeTransactions } from './transaction.cases.js';

/** The store of the present case and the usual things done with it, each in a transaction of its own. */
export interface Desk {
  store(): Store;
  put(...rows: Note[]): Promise<void>;
  get(id: string): Promise<Note | undefined>;
  page(query?: Query<Note>): Promise<Page<Note>>;
  /** The ids of a page. */
  list(query?: Query<Note>): Promise<string[]>;
}

/** What every engine does; `open` gives an empty store of the collections of notes.testing.ts. */
export function describeEngine(name: string, open: () => Promise<Store>): void {
  describe(name, () => {
    let store: Store;

    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    const page = (query?: Query<Note>) => store.read((tx) => tx.page(notes, query));
    const desk: Desk = {
      store: () => store,
      put: (...rows) =>
        store.write(async (tx) => {
          for (const row of rows) await tx.put(notes, row);
        }),
      get: (id) => store.read((tx) => tx.get(notes, id)),
      page,
      list: async (query) => ids((await page(query)).rows),
    };

    describeTransactions(desk);
    describeIndexes(desk);
    describeLists(desk);
    describeModel(open);
  });
}
