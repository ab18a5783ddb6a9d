import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Hear, Word } from '../steps/drivers/person.js';

/** The second с is Cyrillic, as typed on a Ukrainian keyboard. */
const words: Readonly<Record<string, Word>> = { '+': 'more', c: 'cannot', с: 'cannot' };

/** Hears what a person types, line by line; only while someone listens, so that the input does not stay open. */
export const hearKeys =
  (input: Readable): Hear =>
  (listener) => {
    const lines = createInterface({ input });
    lines.on('line', (line) => {
      const word = words[line.trim().toLowerCase()];
      if (word) listener(word);
    });
    return () => {
      lines.close();
      input.pause();
    };
  };
