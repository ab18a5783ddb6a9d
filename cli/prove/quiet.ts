import { deflateRaw } from 'node:zlib';

/**
 * Detects when a process has nothing left to do by itself. It waits for callbacks, promises and jobs of the thread pool
 * (signatures, password hashes); the pool must have one thread (`UV_THREADPOOL_SIZE=1`), so that a small job added to it
 * ends only after all earlier ones.
 */

/** Turns of the event loop without activity before it is worth checking the thread pool. */
const calmTurns = 4;
/** Rounds without activity after which none is to come: more than any chain of jobs between two activities. */
const calmRounds = 12;
const nothing = Buffer.alloc(0);

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
const throughThePool = () => new Promise<void>((resolve) => deflateRaw(nothing, () => resolve()));

export interface Life {
  /** Reports activity: something began or ended. */
  stir(): void;
  /** Resolves when there was no activity for a number of turns, however long they take. */
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
