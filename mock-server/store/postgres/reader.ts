import type { Collection, Page, Query, ReadTransaction } from '../../domain/store.js';
import { compare, type Entry, includesKey } from '../bucket.js';
import { type AnyCollection, Table } from '../table.js';
import { type Collections, named } from '../tables.js';
import type { Session } from './database.js';
import type { Lists } from './lists.js';
import { readRow } from './rows.js';
import { countOf, pagesOfAll, pagesOfIndex, rowByKey, rowsByKeys } from './statements.js';
import { keyed, positioned } from './text.js';

/** What every transaction of one world needs. */
export interface Of {
  readonly session: Session;
  readonly world: number;
  readonly lists: Lists;
  readonly declared: Collections;
}

export type Columns = readonly [row: object, amounts: string | null];

/** What a transaction sees, until it ends: every use after that throws. */
export class Reader implements ReadTransaction {
  #ended = false;
  /** Rows and bytes of lists, which stay the same in one transaction. */
  readonly #counts = new Map<string, Promise<{ readonly rows: number; readonly bytes: number }>>();
  protected readonly of: Of;

  constructor(of: Of) {
    this.of = of;
    // Whoever looks at a transaction sees what it can do, and nothing of the database.
    Object.defineProperty(this, 'of', { enumerable: false });
  }

  end(): void {
    this.#ended = true;
  }

  protected refuseEnded(): void {
    if (this.#ended)
      throw new Error('The transaction has ended: use it only while its work runs, and await every call');
  }

  /** Called before rows of a list are asked for. */
  protected async before(_collection: AnyCollection): Promise<void> {
    this.refuseEnded();
  }

  async get<Row extends object>(collection: Collection<Row>, key: string): Promise<Row | undefined> {
    this.refuseEnded();
    const { session, world, lists } = this.of;
    const [found] = await session.ask<Columns>(rowByKey, [world, lists.of(collection).list, keyed(key)]);
    return found && (readRow(found) as Row);
  }

  async first<Row extends object>(collection: Collection<Row>, index: string, key: string) {
    return (await this.#rows(collection, { index, key, limit: 1 }))[0];
  }

  async page<Row extends object>(collection: Collection<Row>, query: Query<Row> = {}): Promise<Page<Row>> {
    const { index, key, keys, where, after, limit = Number.POSITIVE_INFINITY } = query;
    const offset = Math.max(0, query.offset ?? 0);
    const end = offset + Math.max(0, limit);
    if (keys !== undefined) return this.#chosen(collection, { ...query, keys }, offset, end);
    if (where === undefined && after === undefined) {
      const [rows, count] = await Promise.all([
        end === offset ? [] : this.#rows(collection, { ...query, offset, limit: end - offset }),
        this.#count(collection, index, key),
      ]);
      return { rows, total: count.rows };
    }
    // One more than the page reaches says whether there are more.
    const most = where === undefined ? end + 1 : Number.POSITIVE_INFINITY;
    const all = await this.#rows(collection, { ...query, offset: 0, limit: most });
    return cut(where === undefined ? all : all.filter(where), offset, end, after);
  }

  async bytes<Row extends object>(
    collection: Collection<Row>,
    { index, key }: Parameters<ReadTransaction['bytes']>[1] = {},
  ): Promise<number> {
    return (await this.#count(collection, index, key)).bytes;
  }

  async #count(collection: AnyCollection, index?: string, key?: string) {
    await this.before(collection);
    const { session, world, lists } = this.of;
    const place = index === undefined ? [lists.of(collection).list, ''] : this.#place(collection, index, key);
    const id = place.join(' ');
    const known = this.#counts.get(id);
    if (known) return known;
    const asked = session
      .ask<readonly [number, number]>(countOf, [world, ...place])
      .then(([found]) => ({ rows: found?.[0] ?? 0, bytes: found?.[1] ?? 0 }));
    this.#counts.set(id, asked);
    return asked;
  }

  /** What was counted before rows are changed. */
  protected forget(): void {
    this.#counts.clear();
  }

  /** Rows in order; `where` and `keys` are left to the caller. */
  async #rows<Row extends object>(
    collection: Collection<Row>,
    { index, key, order = 'asc', after, offset = 0, limit }: Query<Row>,
  ): Promise<Row[]> {
    await this.before(collection);
    const { session, world, lists } = this.of;
    const part = [limit === undefined || limit === Number.POSITIVE_INFINITY ? null : limit, offset];
    const place = index === undefined && key === undefined ? [] : this.#place(collection, index, key);
    const statement = (place.length === 0 ? pagesOfAll : pagesOfIndex)[order][
      after === undefined ? 'all' : 'after'
    ];
    const found = await session.ask<Columns>(statement, [
      world,
      lists.of(collection).list,
      ...part,
      ...place,
      ...(after === undefined ? [] : [positioned(after)]),
    ]);
    return found.map(readRow) as Row[];
  }

  #place(collection: AnyCollection, index?: string, key?: string): readonly [number, string] {
    if (index === undefined || key === undefined)
      throw new Error(`Collection ${collection.name}: a query names both an index and a key, or neither`);
    return [this.of.lists.index(collection, index), keyed(key)];
  }

  /** The rows with some keys, as far as they are in the list. */
  async #chosen<Row extends object>(
    collection: Collection<Row>,
    { index, key, keys, where, order, after }: Query<Row> & { readonly keys: readonly string[] },
    offset: number,
    end: number,
  ): Promise<Page<Row>> {
    await this.before(collection);
    if (index !== undefined || key !== undefined) this.#place(collection, index, key);
    const { session, world, lists, declared } = this.of;
    const values = [world, lists.of(collection).list, [...new Set(keys.map(keyed))]];
    const table = new Table(named(declared, collection.name));
    const place = index === undefined ? -1 : Object.keys(collection.indexes).indexOf(index);
    const step = order === 'desc' ? -1 : 1;
    const follows = ({ sort }: Entry) =>
      after === undefined || (order === 'desc' ? sort < after : sort > after);
    const rows = (await session.ask<Columns>(rowsByKeys, values))
      .map((columns) => table.entry(readRow(columns)))
      .filter(({ under }) => place < 0 || key === undefined || includesKey(under[place], key))
      .filter(follows)
      .sort((a, b) => compare(a, b) * step)
      .map(({ row }) => row as Row);
    return cut(where === undefined ? rows : rows.filter(where), offset, end, after);
  }
}

/** A page of all matching rows. */
const cut = <Row>(
  rows: readonly Row[],
  offset: number,
  end: number,
  after: string | undefined,
): Page<Row> => ({
  rows: rows.slice(offset, end),
  total: after === undefined ? rows.length : Math.min(rows.length, end + 1),
});
