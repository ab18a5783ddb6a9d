import type { Journal } from '../../mock-server/journal/journal.js';
import { inColor } from '../in-color.js';
import { languageOf } from '../language.js';
import { linesOf } from './lines.js';

/** Prints what is recorded from now on, after the response: the terminal may be slow. */
export function printLog(journal: Journal, json: boolean): () => void {
  const { stdout } = process;
  const color = inColor();
  const language = languageOf(undefined);
  return journal.listen({
    recorded(_exchange, entry) {
      setImmediate(() => {
        const width = stdout.isTTY === true ? stdout.columns : undefined;
        console.log(json ? JSON.stringify(entry) : linesOf(entry, { language, color, width }));
      });
    },
    closed() {},
  });
}
