import { base, whole } from './place.js';

/** What the browser stores for this site. The site also works if the browser refuses to store anything. */

type Place = 'localStorage' | 'sessionStorage';

/** Tokens and sessions belong to one sandbox; language and looks are those of the reader. */
const keyOf = (place: Place, name: string): string => `dcm${place === 'sessionStorage' ? base : ''}.${name}`;

function read(place: Place, key: string): string | undefined {
  try {
    return globalThis[place].getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

export const recall = (place: Place, name: string): string | undefined => read(place, keyOf(place, name));

/** What the page of the whole mock has stored in this tab: the token of an operator opens sandboxes, too. */
export const recallOfWhole = (name: string): string | undefined =>
  read('sessionStorage', `dcm${whole}.${name}`);

export function remember(place: Place, name: string, value: string | undefined): void {
  try {
    if (value === undefined) globalThis[place].removeItem(keyOf(place, name));
    else globalThis[place].setItem(keyOf(place, name), value);
  } catch {
    // Then it is kept until the page is left.
  }
}
