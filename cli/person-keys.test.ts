import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import type { Word } from '../steps/drivers/person.js';
import { hearKeys } from './person-keys.js';

it('hears + and c, from either keyboard, and nothing else', async () => {
  const input = new PassThrough();
  const heard: Word[] = [];
  const done = new Promise<void>((resolve) => {
    const unhear = hearKeys(input)((word) => {
      heard.push(word);
      if (heard.length < 4) return;
      unhear();
      resolve();
    });
  });
  input.write('hello\n+\n C \nс\n\n+\n');
  await done;
  expect(heard).toEqual(['more', 'cannot', 'cannot', 'more']);
});
