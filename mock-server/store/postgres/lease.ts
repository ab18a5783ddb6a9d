import pg from 'pg';
import { z } from 'zod';
import { readJson } from '../../../contract/read-json.js';
import type { Timers } from '../../domain/ports.js';
import { connectionTo } from './connection.js';
import { type Database, explained } from './database.js';
import { leaseClass } from './living.js';

/** Who serves a world from now on: the number of a process, 0 for nobody. */
const notification = z.object({ name: z.string(), owner: z.int() });

/** Milliseconds between two signs of life of a process. */
const aliveEveryMs = 2000;
/** Milliseconds between attempts to get a lost lease back. */
const againAfterMs = 500;

/** The membership of a process in those that share a database. */
export interface Lease {
  /** Its number. */
  readonly process: number;
  close(): Promise<void>;
}

export interface LeaseParts {
  readonly database: Database;
  readonly url: string;
  readonly timers: Timers;
  /** The URL at which the other processes reach this one. */
  readonly reachedAt: string;
  /** A hash of the tokens that it was given. */
  readonly access: string;
  /** Called when another process has taken a world over. */
  readonly taken: (name: string) => void;
  /** Called when the lease is there again after the database was away: others may have taken worlds over. */
  readonly restored: () => void;
  readonly report: (error: unknown) => void;
}

/**
 * Registers a process, and holds a lock in the database on a connection of its own as long as the process lives: when
 * it dies, the server gives the lock up at once, and the others may take over what it owned. One that hangs keeps its
 * lock, but gives no sign of life.
 */
export async function takeLease(parts: LeaseParts): Promise<Lease> {
  const { database, url, timers, reachedAt, access, taken, restored, report } = parts;
  const [[process] = [0]] = await database.rows<[number]>(
    'INSERT INTO dcm_processes (url, access) VALUES ($1, $2) RETURNING id',
    [reachedAt, access],
  );
  let closed = false;
  let client: pg.Client | undefined;
  let cancel = () => {};
  let stopSigns = () => {};

  /** Says every other second that this process lives; what cannot be said now is noticed by the connection. */
  function giveSigns(): void {
    stopSigns = timers.after(aliveEveryMs, () => {
      client?.query('UPDATE dcm_processes SET seen_at = now() WHERE id = $1', [process]).catch(() => {});
      giveSigns();
    });
  }

  async function connect(): Promise<void> {
    const next = new pg.Client({
      ...connectionTo(url),
      keepAlive: true,
      connectionTimeoutMillis: 3000,
      application_name: `dcm mock, process ${process}`,
    });
    next.on('error', () => {});
    next.on('end', () => next === client && lost());
    next.on('notification', ({ payload = '' }) => hear(payload));
    try {
      await next.connect();
      await next.query('SELECT pg_advisory_lock($1, $2)', [leaseClass, process]);
      // Another process may have taken it for dead meanwhile.
      await next.query(
        `INSERT INTO dcm_processes (id, url, access) OVERRIDING SYSTEM VALUE VALUES ($1, $2, $3)
         ON CONFLICT (id) DO UPDATE SET seen_at = now()`,
        [process, reachedAt, access],
      );
      await next.query('LISTEN dcm_worlds');
    } catch (error) {
      await next.end().catch(() => {});
      throw error;
    }
    client = next;
  }

  function hear(payload: string): void {
    const heard = notification.safeParse(readJson(payload, undefined));
    if (heard.success && heard.data.owner !== process) taken(heard.data.name);
  }

  function lost(): void {
    client = undefined;
    if (closed) return;
    cancel = timers.after(againAfterMs, () => void connect().then(restored, lost));
  }

  await connect().catch(explained);
  giveSigns();
  // Those that died without a word.
  await database
    .rows(
      `DELETE FROM dcm_processes WHERE id <> $1 AND NOT EXISTS (
         SELECT 1 FROM pg_locks l WHERE l.locktype = 'advisory' AND l.classid = ${leaseClass} AND l.objid = id::oid)
       AND NOT EXISTS (SELECT 1 FROM dcm_worlds WHERE owner = dcm_processes.id)
       AND started_at < now() - interval '1 minute'`,
      [process],
    )
    .catch(report);

  return {
    process,
    async close() {
      closed = true;
      cancel();
      stopSigns();
      await database.rows('DELETE FROM dcm_processes WHERE id = $1', [process]).catch(report);
      await client?.end().catch(() => {});
    },
  };
}
