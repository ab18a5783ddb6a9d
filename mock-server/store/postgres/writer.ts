import { Refusal } from '../../domain/refusal.js';
import type { Collection, WriteTransaction } from '../../domain/store.js';
import type { AnyCollection } from '../table.js';
import { named } from '../tables.js';
import { type Change, writtenOf } from './changes.js';
import { type Columns, type Of, Reader } from './reader.js';
import { readRow, storedRow } from './rows.js';
import { apply, clearing, forgetEmpty, owned, rowsOfLists, type Statement } from './statements.js';
import { keyed } from './text.js';

/** A row as the transaction has put it; undefined if it was removed. */
interface Pending {
  readonly collection: AnyCollection;
  readonly key: string;
  readonly row: object | undefined;
}

/** The epoch of a world in which this process may write. */
interface Owned extends Of {
  readonly epoch: number;
}

/** Keeps changes until the transaction ends, or until it asks for a list. */
export class Writer extends Reader implements WriteTransaction {
  readonly #epoch: number;
  /** By collection and key. */
  #pending = new Map<string, Pending>();
  /** Rows that were read or written by their key, as the database has them. */
  readonly #known = new Map<string, object | undefined>();
  #sent: Promise<void> = Promise.resolve();

  constructor(of: Owned) {
    super(of);
    this.#epoch = of.epoch;
  }

  override async get<Row extends object>(collection: Collection<Row>, key: string): Promise<Row | undefined> {
    const id = idOf(collection, key);
    this.refuseEnded();
    const pending = this.#pending.get(id);
    if (pending) return pending.row as Row | undefined;
    if (this.#known.has(id)) return this.#known.get(id) as Row | undefined;
    const found = await super.get(collection, key);
    // Unless it was written meanwhile.
    if (!this.#known.has(id)) this.#known.set(id, found);
    return this.#known.get(id) as Row | undefined;
  }

  async put<Row extends object>(collection: Collection<Row>, row: Row): Promise<void> {
    this.#change(collection, collection.key(row), row);
  }

  async remove<Row extends object>(collection: Collection<Row>, key: string): Promise<void> {
    this.#change(collection, key, undefined);
  }

  #change({ name }: { readonly name: string }, key: string, row: object | undefined): void {
    this.refuseEnded();
    const collection = named(this.of.declared, name);
    // Fails now, not when the transaction ends.
    if (row !== undefined) storedRow(this.of.lists, collection, row);
    this.#pending.set(idOf(collection, key), { collection, key, row });
  }

  protected override async before(collection: AnyCollection): Promise<void> {
    await super.before(collection);
    await this.flush();
  }

  /**
   * Sends the changes that were not sent yet.
   *
   * @throws {Refusal} `world-elsewhere` if another process has taken the world over
   */
  flush(): Promise<void> {
    if (this.#pending.size > 0) this.#sendLater(() => []);
    return this.#sent;
  }

  /** The same, and ends the transaction: what it has changed is stored. */
  commit(): Promise<void> {
    this.#sendLater(({ session }) => [session.run('COMMIT')]);
    return this.#sent;
  }

  /** @param and what is to be sent after the changes, without waiting for them */
  #sendLater(and: (of: Of) => readonly Promise<unknown>[]): void {
    const pending = this.#pending;
    this.#pending = new Map();
    const known = new Map(this.#known);
    for (const [id, { row }] of pending) this.#known.set(id, row);
    this.forget();
    this.#sent = this.#sent
      .then(async () => {
        const changes = pending.size === 0 ? [] : await this.#statements(pending, known);
        await Promise.all([
          ...changes.map(([statement, values]) => this.of.session.ask(statement, values)),
          ...and(this.of),
        ]);
      })
      .catch(lost);
    // Whoever waits for the transaction learns of it.
    this.#sent.catch(() => {});
  }

  async #statements(
    pending: ReadonlyMap<string, Pending>,
    known: Map<string, object | undefined>,
  ): Promise<(readonly [Statement, readonly unknown[]])[]> {
    const { world } = this.of;
    await this.#look(pending, known);
    const { values, fewer } = writtenOf(
      [...pending].map(([id, { collection, row }]): Change => {
        const stored = (one: object | undefined) =>
          one === undefined ? undefined : storedRow(this.of.lists, collection, one);
        return { before: stored(known.get(id)), after: stored(row) };
      }),
    );
    const changes = [apply, [world, this.#epoch, ...values]] as const;
    return fewer[0].length === 0 ? [changes] : [changes, [forgetEmpty, [world, ...fewer]]];
  }

  /** Reads what is there of the rows that are changed without having been read. */
  async #look(pending: ReadonlyMap<string, Pending>, known: Map<string, object | undefined>): Promise<void> {
    const { session, world, lists } = this.of;
    const unknown = [...pending].filter(([id]) => !known.has(id));
    if (unknown.length === 0) return;
    const places = unknown.map(([, { collection, key }]) => [lists.of(collection).list, keyed(key)] as const);
    const found = await session.ask<readonly [...Columns, list: number, key: string]>(rowsOfLists, [
      world,
      places.map(([list]) => list),
      places.map(([, key]) => key),
    ]);
    const rows = new Map(
      found.map(([row, amounts, list, key]) => [`${list} ${key}`, readRow([row, amounts])]),
    );
    for (const [at, [id]] of unknown.entries()) known.set(id, rows.get((places[at] ?? []).join(' ')));
  }

  /** Removes every row of the world. */
  async clear(): Promise<void> {
    const { session, world } = this.of;
    const mine = await session.ask(owned, [world, this.#epoch]);
    if (mine.length !== 1) throw new Refusal('world-elsewhere');
    for (const statement of clearing) await session.ask(statement, [world]);
    this.#known.clear();
  }
}

/** The division by zero of `apply`. */
function lost(error: unknown): never {
  throw error instanceof Error && 'code' in error && error.code === '22012'
    ? new Refusal('world-elsewhere')
    : error;
}

const idOf = ({ name }: { readonly name: string }, key: string): string => `${name} ${key}`;
