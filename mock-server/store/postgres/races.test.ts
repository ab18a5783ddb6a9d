import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithPostgres } from '../../../postgres.testing.js';
import { allCollections } from '../../domain/collections.js';
import { createTestMock } from '../../mock.testing.js';
import { all, atOnce } from '../../races.testing.js';
import { bank } from '../../sandboxes/sandboxes.testing.js';
import { openTestWorlds, type TestWorlds } from './worlds.testing.js';

describeWithPostgres('at the same time, on PostgreSQL', (server) => {
  let worlds: TestWorlds;
  beforeAll(async () => {
    worlds = await openTestWorlds(allCollections, await server.database());
  });
  afterAll(() => worlds.close());

  it('registers the first counterparties of a world', async () => {
    const mock = await createTestMock({ store: await worlds.open('one') });
    const register = (n: number) => mock.control.registerCounterparty({ body: bank(`bank${n}`) });
    expect(await atOnce(6, register)).toEqual(all(6));
    await mock.close();
  });

  it('copies no world that is being removed', async () => {
    const { make, remove, about } = worlds.worlds;
    await make('source', {});
    const gone = { because: { cause: 'control-unknown' } };
    const [made] = await Promise.all([
      make('copy', {}, 'source').catch((error: unknown) => expect(error).toMatchObject(gone)),
      remove('source'),
    ]);
    expect((await about('copy')) !== undefined).toBe(made === true);
    await expect(make('other', {}, 'source')).rejects.toMatchObject(gone);
    expect(await about('other')).toBeUndefined();
  });
});
