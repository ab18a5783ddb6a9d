import { z } from 'zod';
import { empty, timestamp } from '../schemas.js';
import { controlTable, query } from './operation.js';

/** The whole state, saved under a name; at most `mostSnapshots`, until the mock ends or, in a database, until they are removed. */

export const mostSnapshots = 10;

const snapshot = z.object({
  name: z.string(),
  taken_at: timestamp,
  /** Rows of all kinds. */
  rows: z.int(),
});

const name = z.string().min(1).max(100);

export const snapshotOperations = controlTable('Snapshots', {
  takeSnapshot: {
    method: 'POST',
    path: '/control/v1/snapshots',
    names: ['name'],
    summary: 'Saves the current state under a name; replaces a snapshot of the same name',
    source: 'A',
    body: z.object({ name: name.default('default') }),
    answer: snapshot,
  },
  listSnapshots: {
    method: 'GET',
    path: '/control/v1/snapshots',
    summary: 'Snapshots that can be restored, oldest first',
    source: 'A',
    answer: z.object({ snapshots: z.array(snapshot) }),
  },
  restoreSnapshot: {
    method: 'POST',
    path: '/control/v1/snapshots/restore',
    names: ['name'],
    summary:
      'Restores the state of a snapshot, including clock offset and options; the journal and the keys stay as they are',
    source: 'A',
    body: z.object({ name: name.default('default') }),
    answer: snapshot,
  },
  dropSnapshots: {
    method: 'DELETE',
    path: '/control/v1/snapshots',
    names: ['name'],
    summary: 'Removes all snapshots, or the one with this name',
    source: 'A',
    query: query({ name: name.optional() }),
    answer: empty,
  },
});
