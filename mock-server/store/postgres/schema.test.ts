import { beforeEach, describe, expect, it } from 'vitest';
import { describeWithPostgres } from '../../../postgres.testing.js';
import { collection, type Store } from '../../domain/store.js';
import { ids, type Note, note, notes } from '../notes.testing.js';
import { createDatabase } from './database.js';
import { migrations } from './migrations.js';
import * as statements from './statements.js';
import { openTestWorlds } from './worlds.testing.js';

describeWithPostgres('tables in PostgreSQL', (server) => {
  let url = '';
  beforeEach(async () => {
    url = await server.database();
  });

  const using = async <Result>(
    collections: readonly (typeof notes)[],
    program: string,
    work: (store: Store) => Promise<Result>,
  ): Promise<Result> => {
    const worlds = await openTestWorlds(collections, url, program);
    try {
      return await work(await worlds.open(''));
    } finally {
      await worlds.close();
    }
  };
  const put =
    (...rows: Note[]) =>
    (store: Store) =>
      store.write(async (tx) => {
        for (const row of rows) await tx.put(notes, row);
      });

  it('are made once by many processes that start together, and keep their rows', async () => {
    const rows = [
      note('a', { amount: 12345678901234567890n, limit: -1n }),
      note('b', { tags: ['\0\ud800"'] }),
    ];
    await Promise.all(Array.from({ length: 5 }, () => using([notes], '1', async () => {})));
    await using([notes], '1', put(...rows));
    expect(await using([notes], '1', (store) => store.read((tx) => tx.page(notes)))).toEqual({
      rows,
      total: 2,
    });
  });

  it('hold amounts as exact numbers that SQL can add up', async () => {
    await using([notes], '1', put(note('a', { amount: 9007199254740993n }), note('b', { amount: 1n })));
    const database = createDatabase({ url, report: () => {} });
    const sum = "SELECT sum((amounts->>'amount')::numeric)::text FROM dcm_rows";
    expect(await database.rows(sum)).toEqual([['9007199254740994']]);
    await database.close();
  });

  it('of an earlier version are brought to this one with their rows, whichever it was', async () => {
    const row = note('a', { amount: 5n });
    for (let version = 1; version < migrations.length; version++) {
      url = await server.database();
      const database = createDatabase({ url, report: () => {} });
      await database.rows(
        'CREATE TABLE dcm_migrations (version integer PRIMARY KEY, applied_at timestamptz)',
      );
      for (const [index, sql] of migrations.slice(0, version).entries()) {
        await database.session(({ run }) => run(sql));
        await database.rows('INSERT INTO dcm_migrations VALUES ($1, now())', [index + 1]);
      }
      await database.rows("INSERT INTO dcm_worlds (name, about) VALUES ('', '{}')");
      await using([notes], '1', put(row));
      expect(await using([notes], '1', (store) => store.read((tx) => tx.get(notes, 'a')))).toEqual(row);
      expect(await database.rows('SELECT max(version) FROM dcm_migrations')).toEqual([[migrations.length]]);
      await database.close();
    }
  });

  it('of a later version are refused and left alone', async () => {
    await using([notes], '1', put(note('a')));
    const database = createDatabase({ url, report: () => {} });
    await database.rows('INSERT INTO dcm_migrations (version) VALUES (99)');
    await expect(using([notes], '1', async () => {})).rejects.toThrow('version 99');
    expect(await database.rows('SELECT count(*)::int FROM dcm_rows')).toEqual([[1]]);
    await database.close();
  });

  it.each([
    ['another index', '1'],
    ['another program', '2'],
  ])('place their rows anew for %s', async (_why, program) => {
    const rows = Array.from({ length: 1200 }, (_, at) => note(`n${at}`, { owner: at % 2 ? 'Ann' : 'bob' }));
    await using([notes], '1', put(...rows));
    const lower = collection<Note>({
      ...notes,
      sort: ({ at }) => at.split('').reverse().join(''),
      indexes: { owner: ({ owner }) => owner?.toLowerCase() },
    });
    const found = await using([program === '1' ? lower : notes], program, (store) =>
      store.read(async (tx) => ({
        ann: (await tx.page(notes, { index: 'owner', key: program === '1' ? 'ann' : 'Ann' })).total,
        first: ids((await tx.page(notes, { limit: 2 })).rows),
        bytes: await tx.bytes(notes),
      })),
    );
    const bytes = rows.reduce((sum, row) => sum + (notes.bytes?.(row) ?? 0), 0);
    const first = program === '1' ? ['n1000', 'n1100'] : ['n0', 'n1'];
    expect(found).toEqual({ ann: 600, first, bytes });
  });

  it('read no table from beginning to end for any question', async () => {
    await using([notes], '1', put(...Array.from({ length: 300 }, (_, at) => note(`n${at}`))));
    const database = createDatabase({ url, report: () => {} });
    await database.rows('ANALYZE');
    const { pagesOfAll, pagesOfIndex, rowByKey, rowsByKeys, rowsOfLists, countOf } = statements;
    const questions: [{ text: string }, unknown[]][] = [
      [rowByKey, [1, 1, 'n1']],
      [rowsByKeys, [1, 1, ['n1', 'n2']]],
      [rowsOfLists, [1, [1, 1], ['n1', 'n2']]],
      [countOf, [1, 1, '']],
      ...[pagesOfAll.asc, pagesOfAll.desc].flatMap((of): [{ text: string }, unknown[]][] => [
        [of.all, [1, 1, 20, 0]],
        [of.after, [1, 1, 20, 0, 'n1']],
      ]),
      ...[pagesOfIndex.asc, pagesOfIndex.desc].flatMap((of): [{ text: string }, unknown[]][] => [
        [of.all, [1, 1, 20, 0, 2, 'ann']],
        [of.after, [1, 1, 20, 0, 2, 'ann', 'n1']],
      ]),
    ];
    for (const [{ text }, values] of questions) {
      const plan = (await database.rows(`EXPLAIN ${text}`, values)).flat().join('\n');
      expect(plan).not.toMatch(/Seq Scan|Bitmap/);
      expect(plan).toContain('Index');
      // A page needs no sorting of what it does not show: the index has the order.
      if (/ORDER BY position/.test(text) && !/dcm_entries/.test(text)) expect(plan).not.toContain('Sort');
    }
    await database.close();
  });
});

describe('statements', () => {
  it('have names of their own', () => {
    const { pagesOfAll, pagesOfIndex, clearing, ...others } = statements;
    const pages = [pagesOfAll, pagesOfIndex].flatMap(({ asc, desc }) => [
      asc.all,
      asc.after,
      desc.all,
      desc.after,
    ]);
    const names = [...Object.values(others), ...pages, ...clearing].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
