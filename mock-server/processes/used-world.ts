import { type Resting, whenUnused } from '../unused.js';
import type { OwnWorld } from './own-world.js';

export interface UsedWorldParts {
  readonly resting: Resting;
  /** Closes it; what comes from then on does not reach it. */
  readonly putAside: () => Promise<void>;
  readonly report: (error: unknown) => void;
}

/** Milliseconds for requests in progress when a world is closed: a little more than two reverse calls. */
export const calmLimitMs = 3000;

/**
 * A world that knows what is under way in it. It is put aside once nothing was for a while, neither a wait for
 * something nor a page that shows what happens; and what is under way is finished before it is closed.
 */
export function usedWorld(
  { serve, canRest, end, close }: OwnWorld,
  { resting, putAside, report }: UsedWorldParts,
): OwnWorld {
  let underWay = 0;
  let finished = () => {};
  const unused = canRest && whenUnused(resting, () => void rest(canRest).catch(report));

  async function rest(can: () => Promise<boolean>): Promise<void> {
    const may = underWay === 0 && (await can().catch(() => false));
    if (may && underWay === 0) await putAside();
    else unused?.use();
  }

  function calm(): Promise<void> {
    if (underWay === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const cancel = resting.timers.after(calmLimitMs, resolve);
      finished = () => {
        cancel();
        resolve();
      };
    });
  }

  return {
    end,
    serve(request, response) {
      underWay += 1;
      unused?.use();
      response.once('close', () => {
        underWay -= 1;
        if (underWay === 0) finished();
      });
      serve(request, response);
    },
    async close(lost) {
      unused?.stop();
      end(lost);
      if (!lost) await calm();
      await close(lost);
    },
  };
}
