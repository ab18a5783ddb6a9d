import type { ReadTransaction, Store, WriteTransaction } from '../domain/store.js';
import { forwarding } from './forwarding.js';

/** Turns of the event loop that one question to a slow engine may take. */
const mostTurns = 3;

/**
 * A store like an engine on another machine: each question takes some turns of the event loop, not always as many, so
 * that whatever else is under way comes in between.
 *
 * @param seed determines the number of turns
 */
export function yieldingStore(store: Store, seed = 1): Store {
  let chance = seed;
  async function yields(): Promise<void> {
    chance = (chance * 48_271) % 2_147_483_647;
    for (let turns = chance % (mostTurns + 1); turns > 0; turns--)
      await new Promise<void>((resolve) => setImmediate(resolve));
  }

  async function slowly<Result>(work: () => Promise<Result>): Promise<Result> {
    await yields();
    const result = await work();
    await yields();
    return result;
  }

  const slowReads = (tx: ReadTransaction): ReadTransaction => ({
    get: (...asked) => slowly(() => tx.get(...asked)),
    first: (...asked) => slowly(() => tx.first(...asked)),
    page: (...asked) => slowly(() => tx.page(...asked)),
    bytes: (...asked) => slowly(() => tx.bytes(...asked)),
  });

  const slowWrites = (tx: WriteTransaction): WriteTransaction =>
    forwarding(
      { ...tx, ...slowReads(tx) },
      {
        put: (...given) => slowly(() => tx.put(...given)),
        remove: (...given) => slowly(() => tx.remove(...given)),
      },
    );

  return {
    ...store,
    read: (work) => slowly(() => store.read((tx) => work(slowReads(tx)))),
    write: (work) => slowly(() => store.write((tx) => work(slowWrites(tx)))),
    clear: () => slowly(() => store.clear()),
  };
}
