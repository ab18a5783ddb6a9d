import { said, UsageError } from '../../../contract/texts/said.js';
import type { AnyCollection } from '../table.js';
import type { Collections } from '../tables.js';
import { writtenOf } from './changes.js';
import type { Database, Session } from './database.js';
import { createLists, type List, type Lists, nameOf, namesOf, shapeOf } from './lists.js';
import { migrations } from './migrations.js';
import { readRow, storedRow } from './rows.js';
import { apply } from './statements.js';

/** The lock that whoever changes the tables holds; any number that no other program uses. */
const lock = 4_031_100;
/** Rows of a collection that are placed anew at once. */
const atOnce = 500;

/**
 * Brings the tables to this version, one process after the other, and finds the numbers of the lists. If another
 * version has placed the rows of a collection by other rules, they are placed anew.
 *
 * @param program the version of the program
 * @throws {UsageError} if the tables belong to a later version
 */
export function prepareSchema(database: Database, declared: Collections, program: string): Promise<Lists> {
  return database.session(async (session) => {
    await session.run(`BEGIN; SELECT pg_advisory_xact_lock(${lock})`);
    await migrate(session);
    const lists = await listsIn(session, declared, program);
    await session.run('COMMIT');
    return lists;
  });
}

const ask = <Row extends readonly unknown[]>(
  session: Session,
  text: string,
  values: readonly unknown[] = [],
) => session.ask<Row>({ name: '', text }, values);

async function migrate(session: Session): Promise<void> {
  await session.run(
    'CREATE TABLE IF NOT EXISTS dcm_migrations (version integer PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())',
  );
  const [[last] = [0]] = await ask<[number]>(session, 'SELECT coalesce(max(version), 0) FROM dcm_migrations');
  if (last > migrations.length) throw new UsageError(tooNew(last));
  for (const [index, sql] of migrations.entries()) {
    const version = index + 1;
    if (version <= last) continue;
    await session.run(sql);
    await ask(session, 'INSERT INTO dcm_migrations (version) VALUES ($1)', [version]);
  }
}

const tooNew = (version: number) =>
  said(
    `the tables in the database have version ${version}, this program knows ${migrations.length}: use the program that wrote them, or a later one`,
    `таблиці в базі даних мають версію ${version}, а ця програма знає ${migrations.length}: візьміть програму, яка їх створила, або новішу`,
  );

async function listsIn(session: Session, declared: Collections, program: string): Promise<Lists> {
  const known = new Map(
    (await ask<[string, List, string]>(session, 'SELECT name, id, shape FROM dcm_lists')).map(
      ([name, id, shape]) => [name, { id, shape }],
    ),
  );
  const numbers = new Map<string, List>();
  const moved: AnyCollection[] = [];
  for (const collection of declared.values()) {
    const shape = shapeOf(collection, program);
    const former = known.get(nameOf(collection))?.shape;
    if (former !== undefined && former !== shape) moved.push(collection);
    for (const name of namesOf(collection)) {
      const [[id = 0] = []] = await ask<[number]>(
        session,
        `INSERT INTO dcm_lists (name, shape) VALUES ($1, $2)
         ON CONFLICT (name) DO UPDATE SET shape = excluded.shape RETURNING id`,
        [name, shape],
      );
      numbers.set(name, id);
    }
  }
  const lists = createLists(declared, numbers);
  for (const collection of moved) await placeAnew(session, lists, collection, known);
  return lists;
}

/** Finds the places of all rows of a collection again, in all worlds. Their keys stay. */
async function placeAnew(
  session: Session,
  lists: Lists,
  collection: AnyCollection,
  known: ReadonlyMap<string, { readonly id: List }>,
): Promise<void> {
  const own = nameOf(collection);
  const former = [...known].filter(([name]) => name === own || name.startsWith(`${own}.`));
  for (const table of ['dcm_entries', 'dcm_counts'])
    await ask(session, `DELETE FROM ${table} WHERE list = ANY ($1::int[])`, [former.map(([, { id }]) => id)]);
  let last: readonly [world: number, key: string] = [0, ''];
  for (;;) {
    const rows = await ask<[number, string, object, string | null]>(
      session,
      `SELECT world, key, row, amounts::text FROM dcm_rows WHERE list = $1 AND (world, key) > ($2, $3)
       ORDER BY world, key LIMIT ${atOnce}`,
      [lists.of(collection).list, ...last],
    );
    for (const world of new Set(rows.map(([world]) => world))) {
      const changed = rows.filter(([of]) => of === world);
      const { values } = writtenOf(
        changed.map(([, , row, amounts]) => ({
          before: undefined,
          after: storedRow(lists, collection, readRow([row, amounts])),
        })),
      );
      const [[epoch] = [0]] = await ask<[number]>(
        session,
        'SELECT epoch::float8 FROM dcm_worlds WHERE id = $1',
        [world],
      );
      await session.ask(apply, [world, epoch, ...values]);
    }
    const [world, key] = rows.at(-1) ?? [];
    if (world === undefined || key === undefined || rows.length < atOnce) return;
    last = [world, key];
  }
}
