import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from '../../domain/store.js';
import { packageRoot } from '../../installation.js';
import type { AnyCollection } from '../table.js';
import { byName } from '../tables.js';
import { createDatabase, type DatabaseOptions } from './database.js';
import { prepareSchema } from './schema.js';
import { createPostgresStore } from './store.js';

export interface WorldsInDatabase {
  /** The store of a world, made if it is not there; whoever had it open before cannot write any more. */
  open(name: string): Promise<Store>;
  /** Removes a world with everything in it. */
  remove(name: string): Promise<void>;
  close(): Promise<void>;
}

const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
  readonly version: string;
};

/** A database with the states of any number of worlds. */
export async function openWorldsInDatabase(
  collections: readonly AnyCollection[],
  options: DatabaseOptions,
  program = version,
): Promise<WorldsInDatabase> {
  const declared = byName(collections);
  const database = createDatabase(options);
  const lists = await prepareSchema(database, declared, program).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  return {
    async open(name) {
      const [[world, epoch] = [0, 0]] = await database.rows<[number, number]>(
        `INSERT INTO dcm_worlds (name) VALUES ($1)
         ON CONFLICT (name) DO UPDATE SET epoch = dcm_worlds.epoch + 1 RETURNING id, epoch::float8`,
        [name],
      );
      return createPostgresStore({ database, declared, lists, world, epoch });
    },
    async remove(name) {
      for (const table of ['dcm_entries', 'dcm_counts', 'dcm_rows'])
        await database.rows(
          `DELETE FROM ${table} WHERE world = (SELECT id FROM dcm_worlds WHERE name = $1)`,
          [name],
        );
      await database.rows('DELETE FROM dcm_worlds WHERE name = $1', [name]);
    },
    close: database.close,
  };
}
