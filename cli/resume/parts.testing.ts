import type { JournalEntry } from '../../contract/control/journal.js';
import { noPast } from '../../mock-server/chronicle.js';
import { scenario } from '../../steps/run/run.testing.js';
import type { Part } from './parts.js';

/** Parts of a run as its file has them. */

export const entry = (seq: number) => ({ seq }) as JournalEntry;
const walk = { made: {}, counts: {}, maps: { logins: [['a', 'b']] } } as const;
export const nothing = { measured: [], refusals: [], secrets: [], ordersAmiss: [] };

export const begun: Part = { kind: 'begun', at: 'T0', agent: 'harness/1', port: 4010, seed: 's' };
export const kept = (
  id: string,
  next: string,
  more: Partial<Extract<Part, { kind: 'kept' }>> = {},
): Part => ({
  kind: 'kept',
  ...nothing,
  scenarios: [scenario({ id })],
  messages: [],
  mock: { ...noPast, commits: [id], entries: [entry(1)], last: 1 },
  walk,
  customers: 1,
  next,
  ms: 10,
  ...more,
});
