import { afterAll, beforeAll } from 'vitest';
import { describeWithPostgres } from '../../../postgres.testing.js';
import { describeEngine } from '../engine.cases.js';
import { marks, notes } from '../notes.testing.js';
import { openTestWorlds, type TestWorlds } from './worlds.testing.js';

describeWithPostgres('PostgreSQL', (server) => {
  let worlds: TestWorlds;
  let count = 0;

  beforeAll(async () => {
    worlds = await openTestWorlds([notes, marks], await server.database());
  });
  afterAll(() => worlds.close());

  describeEngine('postgres store', () => worlds.open(`world ${count++}`));
});
