import { base } from './place.js';

/** What the browser stores for this site. The site also works if the browser refuses to store anything. */

type Place = 'localStorage' | 'sessionStorage';

/** Tokens and sessions belong to one sandbox; language and looks are those of the reader. */
const keyOf = (place: Place, name: string): string => `dcm${place === 'sessionStorage' ? base : ''}.${name}`;

export function recall(place: Place, name: string): string | undefined {
  try {
    return globalThis[place].getItem(keyOf(place, name)) ?? undefined;
  } catch {
    return undefined;
  }
}

export function remember(place: Place, name: string, value: string | undefined): void {
  try {
    if (value === undefined) globalThis[place].removeItem(keyOf(place, name));
    else globalThis[place].setItem(keyOf(place, name), value);
  } catch {
    // Then it is kept until the page is left.
  }
}
