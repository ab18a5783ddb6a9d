import { describe, expect, it } from 'vitest';
import { afterEveryTest, doAfterTest } from './each-test.testing.js';

let done: string[] = [];
afterEveryTest(() => {
  done.push('one');
});
let failing = false;
afterEveryTest(() => {
  if (failing) throw new Error('a planted failure');
});
afterEveryTest(() => {
  done.push('last');
});

describe('what is done after every test', () => {
  it('is done by the hook of each file', () => {
    done = [];
  });

  it('was done after the test before', () => {
    expect(done).toEqual(['one', 'last']);
  });

  it('is done to the end, and fails the test', async () => {
    done = [];
    failing = true;
    await expect(doAfterTest()).rejects.toThrow('a planted failure');
    failing = false;
    expect(done).toEqual(['one', 'last']);
  });
});
