import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Hear, Word } from '../steps/drivers/person.js';

/** The second one is Cyrillic, as it comes from a Ukrainian keyboard. */
const words: Readonly<Record<string, Word>> = { '+': 'more', c: 'cannot', с: 'cannot' };

/** Hears what a person types, a line at a time; only while somebody listens, so that nothing is kept open. */
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
