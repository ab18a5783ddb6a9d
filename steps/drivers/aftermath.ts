import type { JournalEntry, JournalMatch } from '../../contract/control/journal.js';
import type { Act, ActAnswer, ActInput, DcmBlock } from '../../contract/driver.js';
import { isNotTaken, isRepeated } from '../journal.js';
import { DriverError } from './driver.js';
import { follow } from './trace.js';
import type { Watch } from './watch.js';

/** What comes after a bank has said that it has begun an act: what came of it is seen at DCM only. */
export interface Aftermath {
  /** To be asked before the act is ordered: from here on it is looked for. */
  last(): Promise<number>;
  /**
   * Waits until the act has come to rest, and answers as DCM saw it.
   * @throws {DriverError} when nothing ever comes of what this bank begins
   */
  follow<Name extends Act>(
    act: Name,
    dcm: DcmBlock,
    input: ActInput<Name>,
    after: number,
  ): Promise<ActAnswer>;
}

/** Nothing came of it in time. */
class Silence extends Error {
  override name = 'Silence';
}

/** A bank that has shown its pace is waited for a while longer than its slowest so far. */
const slower = 1.5;
const moreMs = 1500;
/** So long nothing comes from a bank that has come to rest. */
const restMs = 300;
const longestRestMs = 5000;
const pieceMs = 500;

export function createAftermath(watch: Watch, timeoutS: number): Aftermath {
  /** Milliseconds after which the slowest came so far; undefined as long as nothing has come at all. */
  let slowest: number | undefined;

  const patience = () =>
    Math.min(timeoutS * 1000, slowest === undefined ? timeoutS * 1000 : slowest * slower + moreMs);

  /** Requests that belong to another act at the same time, by their numbers. */
  const claimed = new Set<number>();

  async function seen(match: JournalMatch, after: number): Promise<JournalEntry> {
    const begun = watch.now();
    const entry = await watch.await({ ...match, after }, patience());
    if (!entry) throw new Silence(`DCM saw no ${match.operation ?? 'further request'}`);
    slowest = Math.max(slowest ?? 0, watch.now() - begun);
    if (claimed.has(entry.seq)) return seen(match, entry.seq);
    claimed.add(entry.seq);
    if (!isRepeated(entry) && !isNotTaken(entry)) return entry;
    return seen(match, entry.seq).catch((error) => {
      if (error instanceof Silence) return entry;
      throw error;
    });
  }

  async function served(logins: readonly string[]): Promise<void> {
    const until = watch.now() + timeoutS * 1000;
    while (!(await watch.secretsServed(logins))) {
      if (watch.now() >= until) throw new Silence(`the bank has no secrets for ${logins.join(', ')}`);
      // Nothing of this kind ever comes: it is the wait between two looks.
      await watch.await({ operation: 'nothing' }, pieceMs);
    }
  }

  /** Waits until nothing comes any more. */
  async function rest(): Promise<void> {
    const until = watch.now() + longestRestMs;
    for (let after = await watch.last(); watch.now() < until; ) {
      const entry = await watch.await({ direction: 'in', after }, restMs);
      if (!entry) return;
      after = entry.seq;
    }
  }

  return {
    last: watch.last,
    async follow(act, dcm, input, after) {
      try {
        return await follow(act, dcm, input, after, { seen, served });
      } catch (error) {
        if (!(error instanceof Silence)) throw error;
        const silence = `act ${act}: the bank started it (202), but nothing followed: ${error.message}`;
        if (slowest === undefined) throw new DriverError(silence);
        return { ok: false, error: silence };
      } finally {
        await rest();
      }
    },
  };
}
