import { z } from 'zod';
import { empty, timestamp } from '../schemas.js';
import { controlTable } from './operation.js';

/** The whole state under a name, to come back to; kept in memory, at most `mostSnapshots` of them. */

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
    summary: 'Keeps the state as it is now under a name; one of that name is replaced',
    source: 'A',
    body: z.object({ name: name.default('default') }),
    answer: snapshot,
  },
  listSnapshots: {
    method: 'GET',
    path: '/control/v1/snapshots',
    summary: 'Snapshots that can be restored, the oldest first',
    source: 'A',
    answer: z.object({ snapshots: z.array(snapshot) }),
  },
  restoreSnapshot: {
    method: 'POST',
    path: '/control/v1/snapshots/restore',
    summary:
      'Brings the state of a snapshot back, clock offset and options included; the journal and the keys stay',
    source: 'A',
    body: z.object({ name: name.default('default') }),
    answer: snapshot,
  },
  dropSnapshots: {
    method: 'DELETE',
    path: '/control/v1/snapshots',
    summary: 'Forgets all snapshots',
    source: 'A',
    answer: empty,
  },
});
