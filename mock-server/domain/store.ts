/**
 * The store port: what the domain asks of any engine that keeps its state.
 *
 * Rows are plain, immutable objects of JSON values; the only exception are members of type `bigint`,
 * which a collection names in `bigints` so that an engine can write them out and read them back.
 */

/** One kind of row and the questions that may be asked about it. */
export interface Collection<Row extends object> {
  readonly name: string;
  /** The row's identity; `put` replaces the row with the same identity. */
  readonly key: (row: Row) => string;
  /** The position of a row in every list, ascending; must not change while the row lives. */
  readonly sort: (row: Row) => string;
  /** Questions by equality: the key (or keys) under which a row is found; undefined leaves it out. */
  readonly indexes: Readonly<Record<string, (row: Row) => string | readonly string[] | undefined>>;
  readonly bigints: readonly (keyof Row & string)[];
  /** Bytes of memory that a row takes, about; for collections whose lists are bounded by bytes. */
  readonly bytes?: (row: Row) => number;
}

/** A list of rows: those under `key` of `index` (all rows without an index), cut by `offset` and `limit`. */
export interface Query<Row> {
  readonly index?: string;
  readonly key?: string;
  /** Only rows with these keys; costs as much as there are keys. */
  readonly keys?: readonly string[];
  /** Asked of each row; costs as much as there are rows in the list. */
  readonly where?: (row: Row) => boolean;
  readonly order?: 'asc' | 'desc';
  /** Only rows that follow this position (a value of `sort`) in the order asked for. */
  readonly after?: string;
  readonly offset?: number;
  readonly limit?: number;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** The number of rows that match and follow `after`, before offset and limit. */
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
  /** What all rows take together, or those under `key` of `index`, by `bytes` of the collection; 0 without it. */
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
 * Transactions see one state from beginning to end. Writing transactions run one after the other;
 * when the work throws, nothing of it is kept and the error passes through.
 */
export interface Store {
  read<Result>(work: (tx: ReadTransaction) => Promise<Result>): Promise<Result>;
  write<Result>(work: (tx: WriteTransaction) => Promise<Result>): Promise<Result>;
  /** Removes every row of every collection. */
  clear(): Promise<void>;
  /** Why what was written more than a second ago is not kept yet; undefined when all is well. */
  trouble(): string | undefined;
  /** Keeps what is kept, completely, and ends. */
  close(): Promise<void>;
}

/** Declares a collection; gives the row type to everything that names it. */
export function collection<Row extends object>(definition: Collection<Row>): Collection<Row> {
  return definition;
}
