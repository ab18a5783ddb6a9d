import { newestEntry } from '../journal.js';
import { dcmAt } from '../patience.js';
import type { Stage } from '../stage.js';

/** Milliseconds for which a bank that does not find a transfer is asked again at the times of DCM's own clock. */
const atLeisureMs = 8000;
/** One look into the journal takes so long. */
const pieceMs = 500;

/**
 * DCM asks /sign again after 404, on its ledger clock: up to half a minute for each transfer. A bank that goes on like
 * that is given a while, and then the clock is moved on until DCM gives up; from then on that is done at once.
 */
export function createSignRetries({ dcm, bank, now, after, patience }: Stage) {
  const { control } = dcm;
  /** A transfer has stopped because the bank went on answering 404. */
  let known = false;

  /** Moves the ledger clock beyond the longest pause whenever /sign was answered with 404, until the work is done. */
  async function hurry(isDone: () => boolean, move: (seconds: number) => Promise<unknown>): Promise<void> {
    const { profile } = await control.getProfile({});
    const forward_s = Math.ceil(Math.max(1, ...profile.sign_retry_s)) + 1;
    const match = {
      direction: 'out',
      operation: 'sign',
      counterparty_guid: dcm.block.counterparty_guid,
    } as const;
    let seen = (await newestEntry(dcm)) - 1;
    while (!isDone()) {
      const { entry } = await control.awaitJournal({
        body: { match: { ...match, status: 404, after: seen }, timeout_ms: pieceMs },
      });
      if (!entry || isDone()) continue;
      seen = entry.seq;
      await move(forward_s);
    }
  }

  return {
    /**
     * Does what makes DCM ask /sign.
     * @throws {Blocked} when DCM has asked it in vain again and again in this step
     * @param atOnce the clock is moved on after the first 404
     */
    async during<Answer>(work: () => Promise<Answer>, atOnce = false): Promise<Answer> {
      if (bank.sign_url === '') return work();
      // DCM waits as long as it does; what is never answered is left out.
      patience.allow(dcmAt('/sign'), 0);
      const begun = now();
      let done = false;
      let moved: Promise<unknown> | undefined;
      const move = (forward_s: number) => {
        moved = control.moveClock({ body: { forward_s } });
        return moved;
      };
      const cancel = after(atOnce ? 1 : known ? pieceMs : atLeisureMs, () => {
        // Nobody waits for its last look into the journal. What fails here shows in the work, which then waits in vain.
        hurry(() => done, move).catch(() => {});
      });
      try {
        return await work();
      } finally {
        done = true;
        cancel();
        await moved;
        if (!atOnce && moved) {
          known = true;
          patience.lose(now() - begun);
        }
      }
    },
  };
}

export type SignRetries = ReturnType<typeof createSignRetries>;
