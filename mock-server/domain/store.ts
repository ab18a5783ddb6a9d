/**
 * The store port: what the domain needs of any engine that stores its state.
 *
 * Rows are plain, immutable objects of JSON values; the only exception are members of type `bigint`, which a
 * collection names in `bigints` so that an engine can write them out and read them back.
 */

/** One kind of row and the queries that are possible. */
export interface Collection<Row extends object> {
  readonly name: string;
  /** The row's identity; `put` replaces the row with the same identity. */
  readonly key: (row: Row) => string;
  /** The position of a row in every list, ascending; must not change while the row lives. */
  readonly sort: (row: Row) => string;
  /** Queries by equality: the key (or keys) of a row; undefined leaves the row out. */
  readonly indexes: Readonly<Record<string, (row: Row) => string | readonly string[] | undefined>>;
  readonly bigints: readonly (keyof Row & string)[];
  /** Approximate bytes of memory of a row, for collections whose lists are bounded by bytes. */
  readonly bytes?: (row: Row) => number;
}

/** A list of rows: those under `key` of `index` (all rows without an index), cut by `offset` and `limit`. */
export interface Query<Row> {
  readonly index?: string;
  readonly key?: string;
  /** Only rows with these keys; costs as much as there are keys. */
  readonly keys?: readonly string[];
  /** Applied to each row; costs as much as there are rows in the list. */
  readonly where?: (row: Row) => boolean;
  readonly order?: 'asc' | 'desc';
  /** Only rows after this position (a value of `sort`) in the requested order. */
  readonly after?: string;
  readonly offset?: number;
  readonly limit?: number;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  /**
   * The number of rows that match, before offset and limit. Of those that follow `after`, at most one more than the
   * page reaches is counted: whether there are more, not how many.
   */
  readonly total: number;
}

export interface ReadTransaction {
  get<Row extends object>(collection: Collection<Row>, key: string): Promise<Row | undefined>;
  /** The first row in sort order under the key of the index. */
  first<Row extends object>(
    collection: Collection<Row>,
    index: string,
    key: string,
  ): Promise<Row | undefined>;
  page<Row extends object>(collection: Collection<Row>, query?: Query<Row>): Promise<Page<Row>>;
  /** Total bytes of all rows, or of those under `key` of `index`, by `bytes` of the collection; 0 without it. */
  bytes<Row extends object>(
    collection: Collection<Row>,
    list?: Pick<Query<Row>, 'index' | 'key'>,
  ): Promise<number>;
}

export interface WriteTransaction extends ReadTransaction {
  put<Row extends object>(collection: Collection<Row>, row: Row): Promise<void>;
  remove<Row extends object>(collection: Collection<Row>, key: string): Promise<void>;
}

/**
 * Transactions see one state from beginning to end, at the latest that of their first question. Writing transactions run one after the other; if the work throws,
 * nothing of it is stored and the error passes through.
 */
export interface Store {
  read<Result>(work: (tx: ReadTransaction) => Promise<Result>): Promise<Result>;
  write<Result>(work: (tx: WriteTransaction) => Promise<Result>): Promise<Result>;
  /** Removes every row of every collection. */
  clear(): Promise<void>;
  /** Why writes of more than a second ago are not saved yet; undefined if all is well. */
  trouble(): string | undefined;
  /** Saves everything, and closes. */
  close(): Promise<void>;
}

/** Declares a collection; gives everything that uses it the row type. */
export function collection<Row extends object>(definition: Collection<Row>): Collection<Row> {
  return definition;
}
