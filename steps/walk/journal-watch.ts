import { authorizationAnswers } from '../../contract/bank-service.js';
import type { JournalEntry, JournalMatch } from '../../contract/control/journal.js';
import { Blocked } from '../blocked.js';
import type { Found } from '../checks/requests.js';
import { newestEntry, wholeJournal } from '../journal.js';
import type { Stage } from '../stage.js';

/** What was not the harness's own. */
export const sentByBank = (
  { dcm }: { readonly dcm: Pick<Stage['dcm'], 'agent'> },
  entries: readonly JournalEntry[],
): readonly JournalEntry[] => entries.filter(({ request }) => request.headers['user-agent'] !== dcm.agent);

/** Milliseconds of grace for what belongs to an act that is over: the bank has said so. */
const graceMs = 2000;
/** Milliseconds for what a bank does on its own time, e.g. after a callback; no page gives a limit. */
const laterMs = 10_000;

/** What DCM waits for while it is waited for itself; callbacks go on beside. */
const asked: ReadonlySet<string> = new Set([...Object.keys(authorizationAnswers), 'sign']);

const sent = 'what an act has sent';

/** What has passed over the wire since a moment, as DCM's journal has it. */
export function createJournalWatch({ dcm, patience, now }: Stage) {
  let mark = 0;
  const search = (match: JournalMatch): Promise<readonly JournalEntry[]> =>
    wholeJournal(dcm, { after: mark, ...match });

  /** Nobody has to wait for what belongs to an act that is over, so it may as well be nothing. */
  function grace(): number {
    try {
      return patience.allow(sent, graceMs).ms;
    } catch (error) {
      if (error instanceof Blocked) return 0;
      throw error;
    }
  }

  /** Waits until something matches, then gives all that does. */
  async function within(wanted: string, match: JournalMatch, timeout_ms: number): Promise<Found> {
    const found = await dcm.control.awaitJournal({ body: { match: { after: mark, ...match }, timeout_ms } });
    if (found.entry) return { wanted, entries: await search(match) };
    const { nearest } = found;
    if (!nearest) return { wanted, entries: [] };
    const { entry, differs } = nearest;
    return {
      wanted,
      entries: [],
      nearest: `${entry.method} ${entry.url} (${entry.operation || 'unknown operation'}, ${entry.status}), but ${differs.join('; ')}`,
    };
  }

  return {
    /** From now on only what comes later counts. */
    async begin(): Promise<void> {
      mark = await newestEntry(dcm);
    },

    /** `seq` of the newest entry that does not count. */
    get mark(): number {
      return mark;
    },

    search,

    /** DCM's questions at one path, or at the three methods, and for how many milliseconds it has waited in vain. */
    async questions(): Promise<readonly { path: string; answered: boolean; lostMs: number }[]> {
      const entries = (await search({ direction: 'out' })).filter(({ operation }) => asked.has(operation));
      return [...new Set(entries.map(({ operation }) => operation))].map((operation) => {
        const own = entries.filter((entry) => entry.operation === operation);
        const lost = own.filter(({ status }) => status === 0);
        const lostMs = lost.reduce((sum, { ms }) => sum + ms, 0);
        return { path: `/${operation}`, answered: lost.length < own.length, lostMs };
      });
    },

    /** Lets a while pass: nothing of this kind ever comes. */
    async pause(ms: number): Promise<void> {
      const body = { match: { operation: 'nothing' }, timeout_ms: Math.max(0, Math.round(ms)) };
      await dcm.control.awaitJournal({ body });
    },

    /**
     * What belongs to an act that is over.
     * @param refused the bank has said that it could not do it, so nothing more is to come
     */
    async await(wanted: string, match: JournalMatch, refused = false): Promise<Found> {
      const begun = now();
      const seen = await within(wanted, match, refused ? 0 : grace());
      if (seen.entries.length > 0) patience.came(sent);
      else if (!refused) patience.inVain(sent, now() - begun, 'nothing was received');
      return seen;
    },

    /**
     * What comes on its own time. It is waited for in full as long as such a thing has come so far.
     * @param cause what is waited for, in words that others of its kind share
     * @throws {Blocked} when it did not come within a brief wait, since others did not come before
     */
    async later(cause: string, wanted: string, match: JournalMatch, fullMs = laterMs): Promise<Found> {
      const allowed = patience.allow(cause, fullMs);
      const begun = now();
      const seen = await within(wanted, match, allowed.ms);
      const ms = now() - begun;
      const [first] = seen.entries;
      if (first !== undefined && first.error === '') {
        patience.came(cause, ms);
        return seen;
      }
      patience.inVain(cause, ms, first?.error ?? `it was not received within ${allowed.ms} ms`);
      if (first === undefined && allowed.brief)
        throw new Blocked(`${wanted}: not received; ${allowed.because}`);
      return seen;
    },
  };
}

export type JournalWatch = ReturnType<typeof createJournalWatch>;
