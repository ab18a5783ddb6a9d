import { describe, expect, it, onTestFinished } from 'vitest';
import { describeWithPostgres } from '../../../postgres.testing.js';
import { note, notes } from '../notes.testing.js';
import { createDatabase } from './database.js';
import { openTestWorlds } from './worlds.testing.js';

describeWithPostgres('a database that goes away', (server) => {
  it('is said to be away, in the middle of a transaction too, and used again when it is back', async () => {
    const worlds = await openTestWorlds([notes], await server.database());
    onTestFinished(() => worlds.close());
    const store = await worlds.open('');
    await store.write((tx) => tx.put(notes, note('a')));

    const away = { name: 'Refusal', code: 'database-away' };
    const cut = store.write(async (tx) => {
      await tx.put(notes, note('b'));
      await tx.page(notes);
      await server.kill();
      await tx.put(notes, note('c'));
    });
    await expect(cut).rejects.toMatchObject(away);
    await expect(store.write((tx) => tx.put(notes, note('d')))).rejects.toMatchObject(away);
    await expect(store.read((tx) => tx.get(notes, 'a'))).rejects.toMatchObject(away);

    await server.start();
    expect((await store.read((tx) => tx.page(notes))).rows).toEqual([note('a')]);
    await store.write((tx) => tx.put(notes, note('e')));
    expect((await store.read((tx) => tx.page(notes))).total).toBe(2);
  });

  it('ends the writing of a process whose world another one has opened', async () => {
    const url = await server.database();
    const [former, later] = await Promise.all([1, 2].map(() => openTestWorlds([notes], url)));
    onTestFinished(() => Promise.all([former?.close(), later?.close()]).then(() => {}));
    const old = await former?.open('');
    await old?.write((tx) => tx.put(notes, note('a')));
    const now = await later?.open('');
    const elsewhere = { name: 'Refusal', code: 'world-elsewhere' };
    await expect(old?.write((tx) => tx.put(notes, note('b')))).rejects.toMatchObject(elsewhere);
    await expect(old?.clear()).rejects.toMatchObject(elsewhere);
    expect((await now?.read((tx) => tx.page(notes)))?.rows).toEqual([note('a')]);
    await now?.write((tx) => tx.put(notes, note('c')));
    expect((await now?.read((tx) => tx.page(notes)))?.total).toBe(2);
  });
});

describeWithPostgres('what is kept beside the rows', (server) => {
  it('disturbs no transaction of the world', async () => {
    const { worlds, open, close } = await openTestWorlds([notes], await server.database());
    onTestFinished(close);
    const store = await open('team');
    await store.write(async (tx) => {
      await tx.get(notes, 'a');
      await worlds.count('team', 2, 1);
      await worlds.make('other', {});
      await tx.put(notes, note('a'));
    });
    expect(await worlds.used('team')).toMatchObject({ rows: 1, requests: 2, refused: 1 });
  });
});

describe('a database that is not there', () => {
  const away = 'postgres://nobody:secret@127.0.0.1:1/none';

  it('is said to be away', async () => {
    const database = createDatabase({ url: away, report: () => {} });
    onTestFinished(() => database.close());
    await expect(database.rows('SELECT 1')).rejects.toMatchObject({
      code: 'database-away',
      message: 'the database of the state cannot be reached: nothing listens there (ECONNREFUSED)',
    });
  });
});
