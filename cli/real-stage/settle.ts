import type { Journal } from '../../mock-server/journal/journal.js';
import type { ByApi } from './by-api.js';

/** A stage posts transfers in its own time (U-45): a balance says something when nothing is under way. */

interface Settling {
  readonly journal: Journal;
  readonly byApi: Pick<ByApi, 'transfer'>;
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
}

/** Milliseconds for which a transfer may be under way, and between two looks at it. */
const longestMs = 30_000;
const lookEveryMs = 500;
/** Entries of confirmations that are looked at. */
const mostConfirmations = 10_000;

const guidOf = (body: unknown): string => {
  const guid: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'guid') : undefined;
  return typeof guid === 'string' ? guid : '';
};

/** Returns a function that waits until the transfers that the run has seen confirmed are posted. */
export function createSettle({ journal, byApi, now, wait }: Settling): () => Promise<void> {
  const posted = new Set<string>();

  const underWay = (): string[] =>
    ['confirmPayment', 'confirmBranchPayment']
      .flatMap((operation) => journal.search({ direction: 'in', operation }, mostConfirmations))
      .filter(({ status }) => status >= 200 && status < 300)
      .map(({ request }) => guidOf(request.body))
      .filter((guid) => guid !== '' && !posted.has(guid));

  return async () => {
    for (const guid of new Set(underWay())) {
      for (const end = now() + longestMs; now() < end; ) {
        if ((await byApi.transfer(guid)).status === 'CONFIRMED') break;
        await wait(lookEveryMs);
      }
      // One that is never posted is what the scenario is about, or was: it is not waited for again.
      posted.add(guid);
    }
  };
}
