import { afterAll, beforeAll } from 'vitest';
import { describeWithPostgres } from '../../../postgres.testing.js';
import { describeEngine } from '../engine.cases.js';
import { marks, notes } from '../notes.testing.js';
import { openWorldsInDatabase, type WorldsInDatabase } from './open.js';

describeWithPostgres('PostgreSQL', (server) => {
  let worlds: WorldsInDatabase;
  let count = 0;

  beforeAll(async () => {
    const url = await server.database();
    worlds = await openWorldsInDatabase([notes, marks], { url, report: () => {} });
  });
  afterAll(() => worlds.close());

  describeEngine('postgres store', () => worlds.open(`world ${count++}`));
});
