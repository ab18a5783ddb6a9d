import type { Observer } from '../observer.js';
import { accountsList, lists, posting } from './responses.js';

/** Who looks for the answer to each open question, by its number, or the name of its usual reading if it has none. */
export const observers: Readonly<Record<string, Observer>> = {
  'U-26': accountsList,
  'U-45': posting,
  'U-61': lists,
};
