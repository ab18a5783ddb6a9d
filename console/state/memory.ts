/** What the browser stores for this site. The site also works if the browser refuses to store anything. */

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
    // Then it is kept until the page is left.
  }
}
