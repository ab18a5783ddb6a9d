import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadTransaction, Store } from '../../domain/store.js';
import { packageRoot } from '../../installation.js';
import type { AnyCollection } from '../table.js';
import { byName } from '../tables.js';
import { type Contents, contentsOf } from './contents.js';
import { createDatabase, type Database, type DatabaseOptions } from './database.js';
import { lives } from './living.js';
import { type Processes, processesOf } from './processes.js';
import { prepareSchema } from './schema.js';
import { createPostgresStore } from './store.js';
import { unusable } from './unusable.js';

/** A world that a process owns: only it may write there, as long as nobody has taken it over. */
export interface Claim {
  readonly world: number;
  readonly epoch: number;
  /** Whether the process that had it before gave it back. */
  readonly clean: boolean;
}

/** The worlds of a database. */
export interface WorldsInDatabase extends Contents {
  readonly database: Database;
  readonly processes: Processes;
  /** What is needed to open a world; undefined if there is none. */
  about(name: string): Promise<unknown>;
  /** Names of all worlds and what is needed to open them, oldest first. */
  all(): Promise<readonly (readonly [name: string, about: unknown])[]>;
  /** The world for this process; undefined if another one that lives owns it, or if there is none. */
  claim(name: string, process: number): Promise<Claim | undefined>;
  owns(name: string, process: number): Promise<boolean>;
  /** The URL of the process that owns it; undefined if none does. */
  ownerOf(name: string): Promise<string | undefined>;
  /** Names of worlds that nobody serves and that have something to do: the root, and those with callbacks to send. */
  orphans(): Promise<readonly string[]>;
  /** Gives back what a process owns: one world, or all. */
  release(process: number, name?: string): Promise<void>;
  store(claim: Claim): Store;
  /** Reads the state of a world, whoever owns it; undefined if there is none. */
  read<Result>(name: string, work: (tx: ReadTransaction) => Promise<Result>): Promise<Result | undefined>;
  close(): Promise<void>;
}

const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
  readonly version: string;
};

/** Opens a database and brings its tables to this version. */
export async function openWorldsInDatabase(
  collections: readonly AnyCollection[],
  options: DatabaseOptions,
  program = version,
): Promise<WorldsInDatabase> {
  const declared = byName(collections);
  const database = createDatabase(options);
  const lists = await prepareSchema(database, declared, program).catch(async (error: unknown) => {
    await database.close();
    throw unusable(options.url, error);
  });
  const storeOf = (of: Pick<Claim, 'world' | 'epoch'>) =>
    createPostgresStore({ database, declared, lists, ...of });
  /** Tells all processes who serves a world from now on; 0 for nobody. */
  const notify = (name: string, owner: number) =>
    database.rows("SELECT pg_notify('dcm_worlds', $1)", [JSON.stringify({ name, owner })]);

  return {
    database,
    processes: processesOf(database),

    async about(name) {
      const [found] = await database.rows<[unknown]>('SELECT about FROM dcm_worlds WHERE name = $1', [name]);
      return found?.[0];
    },

    all: () => database.rows<[string, unknown]>('SELECT name, about FROM dcm_worlds ORDER BY id'),

    async claim(name, process) {
      const [found] = await database.rows<[number, number, boolean]>(
        `WITH former AS (SELECT id, owner FROM dcm_worlds WHERE name = $1 FOR UPDATE)
         UPDATE dcm_worlds w SET owner = $2, epoch = epoch + 1 FROM former
         WHERE w.id = former.id AND (former.owner IS NULL OR former.owner = $2 OR NOT ${lives('former.owner')})
         RETURNING w.id, w.epoch::float8, former.owner IS NULL`,
        [name, process],
      );
      if (found === undefined) return undefined;
      const [world, epoch, clean] = found;
      await notify(name, process);
      return { world, epoch, clean };
    },

    async owns(name, process) {
      const sql = 'SELECT 1 FROM dcm_worlds WHERE name = $1 AND owner = $2';
      return (await database.rows(sql, [name, process])).length === 1;
    },

    async ownerOf(name) {
      const [found] = await database.rows<[string]>(
        `SELECT p.url FROM dcm_worlds w JOIN dcm_processes p ON p.id = w.owner
         WHERE w.name = $1 AND ${lives('w.owner')}`,
        [name],
      );
      return found?.[0];
    },

    async orphans() {
      const found = await database.rows<[string]>(
        `SELECT w.name FROM dcm_worlds w
         WHERE (w.name = '' OR EXISTS (
           SELECT 1 FROM dcm_counts c JOIN dcm_lists l ON l.id = c.list
           WHERE c.world = w.id AND l.name = 'deliveries.pending' AND c.value = 'pending' AND c.rows > 0))
         AND (w.owner IS NULL OR NOT ${lives('w.owner')})`,
      );
      return found.map(([name]) => name);
    },

    async release(process, name) {
      await database.rows(
        'UPDATE dcm_worlds SET owner = NULL WHERE owner = $1 AND ($2::text IS NULL OR name = $2)',
        [process, name],
      );
    },

    store: storeOf,

    async read(name, work) {
      const [found] = await database.rows<[number]>('SELECT id FROM dcm_worlds WHERE name = $1', [name]);
      return found && storeOf({ world: found[0], epoch: 0 }).read(work);
    },

    ...contentsOf(database, notify),

    close: database.close,
  };
}
