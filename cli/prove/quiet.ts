import { deflateRaw } from 'node:zlib';

/**
 * When a process has nothing left to do by itself. Callbacks, promises and jobs of the thread pool (signatures,
 * password hashes) are seen to their end; the pool must have one thread (`UV_THREADPOOL_SIZE=1`), so that a small job
 * put into it ends only after all that were there before.
 */

/** Turns of the event loop without a sign of life before it is worth asking the thread pool. */
const calmTurns = 4;
/** Rounds without a sign of life after which there is none to come: more than any chain of jobs between two signs. */
const calmRounds = 12;
const nothing = Buffer.alloc(0);

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
const throughThePool = () => new Promise<void>((resolve) => deflateRaw(nothing, () => resolve()));

export interface Life {
  /** A sign of life: something began or ended. */
  stir(): void;
  /** Resolves when nothing has stirred for a while of turns, however long they take. */
  quiet(): Promise<void>;
}

export function createLife(): Life {
  let signs = 0;
  return {
    stir() {
      signs += 1;
    },
    async quiet() {
      let seen = signs;
      for (let calm = 0; calm < calmTurns + calmRounds; calm += 1) {
        if (calm >= calmTurns) await throughThePool();
        await turn();
        if (signs === seen) continue;
        seen = signs;
        calm = -1;
      }
    },
  };
}
