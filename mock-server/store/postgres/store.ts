import type { ReadTransaction, Store, WriteTransaction } from '../../domain/store.js';
import type { Collections } from '../tables.js';
import { type Database, explained, type Session } from './database.js';
import type { Lists } from './lists.js';
import { Reader } from './reader.js';
import { Writer } from './writer.js';

export interface PostgresStoreOptions {
  readonly database: Database;
  readonly declared: Collections;
  readonly lists: Lists;
  /** The number of the world. */
  readonly world: number;
  /** The epoch in which this process owns the world. */
  readonly epoch: number;
}

/**
 * The state of one world in PostgreSQL.
 *
 * A world belongs to one process at a time, and its writing transactions run one after the other, so none of them can
 * conflict with another: each sees what all before it have written. The last statement of each makes sure that the
 * world still belongs to this process, and holds it until the end; another process takes a world over by raising its
 * epoch. So no transaction has to be repeated. Reading transactions see a snapshot and never wait.
 *
 * What was committed is on the disk of the server before the transaction ends. While the database is away, everything
 * is refused with `database-away`; whether a transaction that was being committed then is stored shows when it is back.
 */
export function createPostgresStore({
  database,
  declared,
  lists,
  world,
  epoch,
}: PostgresStoreOptions): Store {
  let lastWrite: Promise<unknown> = Promise.resolve();
  let closed = false;

  function refuseClosed(): void {
    if (closed) throw new Error('The store is closed');
  }

  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = lastWrite.then(work);
    lastWrite = result.catch(() => undefined);
    return result;
  }

  const write = <Result>(work: (tx: Writer) => Promise<Result>): Promise<Result> =>
    inTurn(() =>
      transaction(database, async (session) => {
        session.begin('READ WRITE');
        const tx = new Writer({ session, declared, lists, world, epoch });
        try {
          const result = await work(tx);
          await tx.commit();
          return result;
        } finally {
          tx.end();
        }
      }),
    );

  return {
    async read<Result>(work: (tx: ReadTransaction) => Promise<Result>): Promise<Result> {
      refuseClosed();
      return transaction(database, async (session) => {
        session.begin('READ ONLY');
        const tx = new Reader({ session, declared, lists, world });
        try {
          return await work(tx);
        } finally {
          tx.end();
          // Nobody has to wait for it.
          session.run('COMMIT').catch(() => {});
        }
      });
    },

    async write<Result>(work: (tx: WriteTransaction) => Promise<Result>): Promise<Result> {
      refuseClosed();
      return write(work);
    },

    async clear(): Promise<void> {
      refuseClosed();
      return write((tx) => tx.clear());
    },

    trouble: () => undefined,

    async close(): Promise<void> {
      closed = true;
      await lastWrite;
    },
  };
}

/** Runs some work in a transaction; if it throws, nothing of it is stored. */
async function transaction<Result>(
  database: Database,
  work: (session: Session) => Promise<Result>,
): Promise<Result> {
  const outcome = await database.session(async (session) => {
    try {
      return { result: await work(session) };
    } catch (error) {
      await session.run('ROLLBACK');
      return { error };
    }
  });
  if ('error' in outcome) return explained(outcome.error);
  return outcome.result;
}
