import { z } from 'zod';
import { operation } from '../operation.js';
import { empty, timestamp } from '../schemas.js';

/** The whole state under a name, to come back to; kept in memory, at most `mostSnapshots` of them. */

export const mostSnapshots = 10;

const snapshot = z.object({
  name: z.string(),
  taken_at: timestamp,
  /** Rows of all kinds. */
  rows: z.int(),
});

const name = z.string().min(1).max(100);

export const takeSnapshot = operation({
  id: 'takeSnapshot',
  method: 'POST',
  path: '/control/v1/snapshots',
  summary: 'Keeps the state as it is now under a name; one of that name is replaced',
  caller: 'control',
  source: 'A',
  body: z.object({ name: name.default('default') }),
  answer: snapshot,
});

export const listSnapshots = operation({
  id: 'listSnapshots',
  method: 'GET',
  path: '/control/v1/snapshots',
  summary: 'Snapshots that can be restored, the oldest first',
  caller: 'control',
  source: 'A',
  answer: z.object({ snapshots: z.array(snapshot) }),
});

export const restoreSnapshot = operation({
  id: 'restoreSnapshot',
  method: 'POST',
  path: '/control/v1/snapshots/restore',
  summary:
    'Brings the state of a snapshot back, clock offset and options included; the journal and the keys stay',
  caller: 'control',
  source: 'A',
  body: z.object({ name: name.default('default') }),
  answer: snapshot,
});

export const dropSnapshots = operation({
  id: 'dropSnapshots',
  method: 'DELETE',
  path: '/control/v1/snapshots',
  summary: 'Forgets all snapshots',
  caller: 'control',
  source: 'A',
  answer: empty,
});
