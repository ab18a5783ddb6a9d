import { Refusal } from '../../domain/refusal.js';
import type { Database, Session } from './database.js';
import type { Statement } from './statements.js';

export interface UsedInDatabase {
  readonly rows: number;
  /** Exchanges of its journal, and about how many bytes they take. */
  readonly entries: number;
  readonly journalBytes: number;
  readonly requests: number;
  readonly refused: number;
}

/** What worlds of a database have in them, whoever owns them. */
export interface Contents {
  /**
   * Makes a world, with what is needed to open it; false if there is one of that name.
   *
   * @param from the world whose rows are copied
   * @throws {Refusal} `control-unknown` if that is no longer there
   */
  make(name: string, about: object, from?: string): Promise<boolean>;
  /** How much is in a world, and how much it was used. */
  used(name: string): Promise<UsedInDatabase>;
  /** Adds requests that it has served, and that it has refused because there were too many. */
  count(name: string, requests: number, refused: number): Promise<void>;
  /** Removes a world with everything in it. */
  remove(name: string): Promise<void>;
}

/** What belongs to a world, beside its own row. */
const tables = ['entries', 'counts', 'rows', 'runs', 'journal', 'handover', 'served'].map(
  (name) => `dcm_${name}`,
);

/** A statement that is sent seldom. */
const once = (text: string): Statement => ({ name: '', text });

const making = once(
  'INSERT INTO dcm_worlds (name, about) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING RETURNING id',
);

const copying = once(
  `WITH w AS (SELECT a.id AS source, b.id AS target FROM dcm_worlds a, dcm_worlds b WHERE a.name = $1 AND b.name = $2),
         entries AS (INSERT INTO dcm_entries (world, list, value, position, key)
           SELECT target, list, value, position, key FROM w JOIN dcm_entries e ON e.world = w.source),
         counts AS (INSERT INTO dcm_counts (world, list, value, rows, bytes)
           SELECT target, list, value, c.rows, bytes FROM w JOIN dcm_counts c ON c.world = w.source)
         INSERT INTO dcm_rows (world, list, key, position, bytes, row, amounts)
           SELECT target, list, key, position, bytes, r.row, amounts FROM w JOIN dcm_rows r ON r.world = w.source`,
);

const removing = (table: string, column: string): Statement =>
  once(`DELETE FROM ${table} WHERE ${column} = (SELECT id FROM dcm_worlds WHERE name = $1)`);

/** @param notify tells all processes who serves a world from now on; 0 for nobody */
export function contentsOf(
  database: Database,
  notify: (name: string, owner: number) => Promise<unknown>,
): Contents {
  const inTransaction = <Result>(work: (session: Session) => Promise<Result>): Promise<Result> =>
    database.session(async (session) => {
      await session.run('BEGIN');
      const result = await work(session);
      await session.run('COMMIT');
      return result;
    });

  return {
    make: (name, about, from) =>
      inTransaction(async ({ ask }) => {
        const made = await ask(making, [name, JSON.stringify(about)]);
        if (made.length !== 1) return false;
        if (from === undefined) return true;
        // Whoever removes it waits, or has finished.
        const source = await ask(once('SELECT 1 FROM dcm_worlds WHERE name = $1 FOR SHARE'), [from]);
        if (source.length !== 1) throw new Refusal('control-unknown', { thing: `sandbox ${from}` });
        await ask(copying, [from, name]);
        return true;
      }),

    async used(name) {
      const [[rows, entries, journalBytes, requests, refused] = [0, 0, 0, 0, 0]] = await database.rows<
        [number, number, number, number, number]
      >(
        `SELECT
           (SELECT coalesce(sum(c.rows), 0)::float8 FROM dcm_counts c JOIN dcm_lists l ON l.id = c.list
            WHERE c.world = w.id AND c.value = '' AND position('.' in l.name) = 0),
           (SELECT count(*)::float8 FROM dcm_journal j WHERE j.world = w.id),
           (SELECT coalesce(sum(octet_length(entry::text)), 0)::float8 FROM dcm_journal j WHERE j.world = w.id),
           coalesce(s.requests, 0)::float8, coalesce(s.refused, 0)::float8
         FROM dcm_worlds w LEFT JOIN dcm_served s ON s.world = w.id WHERE w.name = $1`,
        [name],
      );
      return { rows, entries, journalBytes, requests, refused };
    },

    async count(name, requests, refused) {
      await database.rows(
        `INSERT INTO dcm_served (world, requests, refused) SELECT id, $2, $3 FROM dcm_worlds WHERE name = $1
         ON CONFLICT (world) DO UPDATE SET requests = dcm_served.requests + excluded.requests,
         refused = dcm_served.refused + excluded.refused`,
        [name, requests, refused],
      );
    },

    async remove(name) {
      await inTransaction(async ({ ask }) => {
        // Whoever writes there has finished, or cannot begin.
        await ask(once('SELECT 1 FROM dcm_worlds WHERE name = $1 FOR UPDATE'), [name]);
        for (const table of tables) await ask(removing(table, 'world'), [name]);
        await ask(removing('dcm_worlds', 'id'), [name]);
      });
      await notify(name, 0);
    },
  };
}
