import { type CallbackKind, callbackKinds } from '../contract/bank-service.js';
import type { Client } from '../contract/client.js';
import { type ControlOperations, controlOperations } from '../contract/control/index.js';
import type { JournalEntry, JournalMatch } from '../contract/control/journal.js';
import { meant } from '../contract/nearest.js';
import { type Operations, operations } from '../contract/operations/index.js';
import { said, UsageError } from '../contract/texts/said.js';
import { JournalTimeoutError } from './errors.js';
import { type Names, requireNames, requireNumber } from './options.js';

/** Names of what passes over the wire: DCM's operations, what DCM asks of a bank, and callbacks. */
export type Exchanged = keyof Operations | 'user_auth' | 'key' | 'external_id' | 'sign' | CallbackKind;

/** What an entry must look like; members that are left out do not matter, `body` is compared member by member. */
export type Wanted = Omit<JournalMatch, 'operation' | 'after'> & { readonly operation?: Exchanged };

export interface TestJournal {
  /**
   * The next entry that matches: one that is already there and was not returned before, or one that is still to come.
   * What the helpers of this library send, and what follows from it, does not count.
   *
   * @param timeoutMs how long to wait; 5 seconds by default
   * @throws {JournalTimeoutError} which names the nearest entry
   * @example
   * const { request, status } = await mock.journal.next({ operation: 'createPayment' });
   */
  next(wanted?: Wanted, options?: { readonly timeoutMs?: number }): Promise<JournalEntry>;
  /** Everything that matches, oldest first, without waiting; the newest 1,000 entries at most. */
  all(wanted?: Wanted): Promise<JournalEntry[]>;
  /** From now on, `next` returns only what comes later. */
  skip(): Promise<void>;
}

/** `User-Agent` of requests that helpers of the library send. */
export const helperAgent = 'dcm-conformance-library';

const usualTimeoutMs = 5000;
/** The control API waits no longer at once. */
const longestWaitMs = 60_000;

const wantedNames: Names<Wanted> = {
  direction: true,
  operation: true,
  counterparty_guid: true,
  status: true,
  cause: true,
  reason: true,
  flow: true,
  obj: true,
  sub: true,
  body: true,
  request_id: true,
  path: true,
};

const known: readonly string[] = [
  ...Object.keys(operations),
  ...['user_auth', 'key', 'external_id', 'sign'],
  ...callbackKinds,
];

function requireKnown(wanted: Wanted): void {
  requireNames('journal', wanted, wantedNames);
  const operation: string | undefined = wanted.operation;
  if (operation === undefined || known.includes(operation)) return;
  const near = meant(operation, known);
  const ofControl = Object.hasOwn(controlOperations, operation);
  const en = ofControl
    ? 'requests to the control API are not in the journal'
    : near && `did you mean ${near}?`;
  const uk = ofControl
    ? 'запитів до керівного API немає в журналі'
    : near && `можливо, ви мали на увазі ${near}?`;
  throw new UsageError(
    said(
      `unknown operation ${operation}${en && `; ${en}`}`,
      `невідома операція ${operation}${uk && `; ${uk}`}`,
    ),
  );
}

const words = (entry: JournalEntry): string =>
  `${entry.method} ${entry.url} (${entry.operation || 'unknown operation'}, ${entry.status})`;

export interface JournalParts {
  readonly control: Pick<Client<ControlOperations>, 'awaitJournal' | 'searchJournal' | 'getEntry'>;
  /** Milliseconds of a clock. */
  readonly now: () => number;
  /** Throws if nothing more will be recorded. */
  readonly requireOpen: () => void;
}

/** The journal of a mock, for a test that waits for what its bank does. */
export function createTestJournal({ control, now, requireOpen }: JournalParts): TestJournal & {
  /** The journal begins anew. */
  rewind(): void;
} {
  let after = 0;

  /** Whether a helper sent it, or caused it. */
  async function ofHelper({ request, direction, cause }: JournalEntry): Promise<boolean> {
    if (direction === 'in') return request.headers['user-agent'] === helperAgent;
    if (cause === 0) return false;
    const around = await control.getEntry({ params: { seq: cause } }).catch(() => undefined);
    return around !== undefined && ofHelper(around.entry);
  }

  async function late(wanted: Wanted, ms: number, nearest: Nearest | undefined): Promise<never> {
    const near =
      nearest && !(await ofHelper(nearest.entry))
        ? `; the nearest is ${words(nearest.entry)}, but ${nearest.differs.join('; ')}`
        : '';
    throw new JournalTimeoutError(`no entry matches ${JSON.stringify(wanted)} within ${ms} ms${near}`);
  }

  return {
    async next(wanted = {}, options = {}) {
      requireKnown(wanted);
      requireNames('journal.next', options, { timeoutMs: true });
      const { timeoutMs = usualTimeoutMs } = options;
      requireNumber('journal.next: timeoutMs', timeoutMs);
      const until = now() + timeoutMs;
      let from = after;
      for (;;) {
        requireOpen();
        const left = Math.max(0, Math.min(longestWaitMs, Math.round(until - now())));
        const match = { ...wanted, after: from };
        const { entry, nearest } = await control.awaitJournal({ body: { match, timeout_ms: left } });
        if (entry === undefined) {
          requireOpen();
          if (now() >= until) return late(wanted, timeoutMs, nearest);
          continue;
        }
        from = entry.seq;
        if (await ofHelper(entry)) continue;
        after = Math.max(after, entry.seq);
        return entry;
      }
    },

    async all(wanted = {}) {
      requireKnown(wanted);
      const { entries } = await control.searchJournal({ body: { match: wanted } });
      const helpers = await Promise.all(entries.map(ofHelper));
      return entries.filter((_, index) => !helpers[index]);
    },

    async skip() {
      after = (await control.searchJournal({ body: { limit: 1 } })).last;
    },

    rewind() {
      after = 0;
    },
  };
}

interface Nearest {
  readonly entry: JournalEntry;
  readonly differs: readonly string[];
}
