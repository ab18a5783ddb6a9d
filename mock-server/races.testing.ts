import { ApiError, errorText } from '../contract/client.js';
import { allCollections } from './domain/collections.js';
import { createTestMock, type TestOptions } from './mock.testing.js';
import { createMemoryStore } from './store/memory.js';
import { yieldingStore } from './store/yielding.testing.js';
import { createWorld } from './world.testing.js';

/** Requests at the same time, on an engine that lets others come in between. */

const slow = (options: TestOptions): TestOptions => ({
  ...options,
  store: yieldingStore(createMemoryStore(allCollections)),
});

export const slowMock = (options: TestOptions = {}) => createTestMock(slow(options));
export const slowWorld = (options: TestOptions = {}) => createWorld(slow(options));

/** What is said of each of several requests that are sent at once: `done`, or status and error of the refusal. */
export async function atOnce(count: number, send: (number: number) => Promise<unknown>): Promise<string[]> {
  const sent = Array.from({ length: count }, (_, number) => send(number));
  const said = sent.map((one) =>
    one.then(
      () => 'done',
      (error: unknown) => {
        if (error instanceof ApiError) return `${error.status} ${errorText(error.body)}`;
        throw error;
      },
    ),
  );
  return (await Promise.all(said)).sort();
}

/** One is done, and each of the others is refused with this. */
export const onlyOne = (count: number, refusal: string): string[] =>
  [...Array<string>(count - 1).fill(refusal), 'done'].sort();

/** All are done. */
export const all = (count: number): string[] => Array<string>(count).fill('done');
