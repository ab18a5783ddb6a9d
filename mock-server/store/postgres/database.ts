import { Socket } from 'node:net';
import pg from 'pg';
import { Refusal } from '../../domain/refusal.js';
import { connectionTo } from './connection.js';
import { isAway, sayAway } from './problem.js';
import type { Statement } from './statements.js';

/** One connection, for as long as it is needed. Statements are sent at once and carried out in their order. */
export interface Session {
  /** Rows of a prepared statement, each an array of its columns. */
  ask<Row extends readonly unknown[]>(statement: Statement, values: readonly unknown[]): Promise<Row[]>;
  /** Begins a transaction, which sees the state of its first statement; does not wait. */
  begin(mode: 'READ ONLY' | 'READ WRITE'): void;
  /** Carries out SQL without values. */
  run(sql: string): Promise<void>;
}

export interface Database {
  /** Gives a connection to some work. One whose work failed is not used again. */
  session<Result>(work: (session: Session) => Promise<Result>): Promise<Result>;
  /** Rows of a statement that is sent seldom, each an array of its columns. */
  rows<Row extends readonly unknown[]>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** `postgres://USER:PASSWORD@HOST:PORT/DATABASE`, with parameters as the driver has them. */
  readonly url: string;
  /** Connections at the same time; 10. */
  readonly connections?: number;
  /** Called for connections that end while nobody uses them. */
  readonly report: (error: unknown) => void;
}

/** Milliseconds until a connection is free or opened, and for one statement. */
const connectWithinMs = 10_000;
const answerWithinMs = 30_000;

/**
 * What the planner is to leave out: every statement is meant to find its rows by an index, also in tables that were
 * small when it was prepared.
 */
const planning = [
  ...['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin', 'enable_bitmapscan', 'jit'].map(
    (name) => `-c ${name}=off`,
  ),
  // There is no better plan for other values, and to look for one costs more than to carry it out.
  '-c plan_cache_mode=force_generic_plan',
].join(' ');

/** A row that the transaction depends on has been changed by another one: only the owner of a world is. */
const isConflict = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '40001';

/** @throws {Refusal} `database-away`, or `world-elsewhere` */
export function explained(error: unknown): never {
  if (error instanceof AggregateError && error.errors.some(isAway))
    return explained(error.errors.find(isAway));
  if (isConflict(error)) throw new Refusal('world-elsewhere');
  if (!isAway(error)) throw error;
  const refusal = new Refusal('database-away', { problem: sayAway(error) });
  refusal.cause = error;
  throw refusal;
}

/** A socket that is known as long as it is open. */
function kept(sockets: Set<Socket>): Socket {
  const socket = new Socket();
  sockets.add(socket);
  return socket.on('close', () => sockets.delete(socket));
}

/**
 * A PostgreSQL, reached when it is first needed.
 *
 * @throws {DatabaseError} if its URL cannot be read
 */
export function createDatabase({ url, connections = 10, report }: DatabaseOptions): Database {
  const connection = connectionTo(url);
  const sockets = new Set<Socket>();
  const pool = new pg.Pool({
    ...connection,
    max: connections,
    connectionTimeoutMillis: connectWithinMs,
    query_timeout: answerWithinMs,
    statement_timeout: answerWithinMs,
    idle_in_transaction_session_timeout: 2 * answerWithinMs,
    application_name: connection.application_name ?? 'dcm mock',
    options: [connection.options, planning].filter(Boolean).join(' '),
    stream: () => kept(sockets),
    pipeline: true,
  } as pg.PoolConfig);
  pool.on('error', report);
  // Whoever uses it learns of its end from the statement.
  pool.on('connect', (client) => client.on('error', () => {}));

  let ended: Promise<void> | undefined;
  async function end(): Promise<void> {
    await pool.end();
    // The driver forgets those that were not let in, without closing them.
    for (const socket of sockets) socket.destroy();
  }

  const sessionOf = (client: pg.PoolClient): Session => ({
    ask: <Row extends readonly unknown[]>({ name, text }: Statement, values: readonly unknown[]) =>
      client
        .query<unknown[]>({ name, text, values: [...values], rowMode: 'array' })
        .then(({ rows }) => rows as unknown as Row[]),
    begin(mode) {
      // If it fails, so does what follows.
      client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ ${mode}`).catch(() => {});
    },
    run: async (sql) => void (await client.query(sql)),
  });

  return {
    async session(work) {
      const client = await pool.connect().catch(explained);
      try {
        const result = await work(sessionOf(client));
        client.release();
        return result;
      } catch (error) {
        client.release(true);
        return explained(error);
      }
    },
    rows: (sql, values = []) =>
      pool
        .query<unknown[]>({ text: sql, values: [...values], rowMode: 'array' })
        .then(({ rows }) => rows as never, explained),
    close: () => (ended ??= end()),
  };
}
