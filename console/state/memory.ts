/** What the browser keeps for this site. A browser that refuses to keep anything is served all the same. */

type Place = 'localStorage' | 'sessionStorage';

export function recall(place: Place, name: string): string | undefined {
  try {
    return globalThis[place].getItem(`dcm.${name}`) ?? undefined;
  } catch {
    return undefined;
  }
}

export function remember(place: Place, name: string, value: string | undefined): void {
  try {
    if (value === undefined) globalThis[place].removeItem(`dcm.${name}`);
    else globalThis[place].setItem(`dcm.${name}`, value);
  } catch {
    // Kept until the page is left, then.
  }
}
