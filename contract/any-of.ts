/** Looks for many strings within one, in time that grows with its length and hardly with their number. */

/** Characters at the end of each string by which it is found; shorter strings are not looked for. */
export const shortestSought = 8;

const base = 257;
/** What the character that leaves the window has been multiplied by. */
const leaving = Array.from({ length: shortestSought }).reduce<number>((power) => Math.imul(power, base), 1);

/** Slots of a filter that rules out most places at once. */
const slots = 1 << 16;
const slotOf = (hash: number): number => (hash ^ (hash >>> 16)) & (slots - 1);

/** The hash of the last characters up to a place, given that of the place before. */
function rolled(hash: number, text: string, at: number): number {
  const gone = at < shortestSought ? 0 : text.charCodeAt(at - shortestSought);
  return (Math.imul(hash, base) + text.charCodeAt(at) - Math.imul(gone, leaving)) | 0;
}

function hashOfEnd(text: string): number {
  let hash = 0;
  for (let at = text.length - shortestSought; at < text.length; at++)
    hash = (Math.imul(hash, base) + text.charCodeAt(at)) | 0;
  return hash;
}

/**
 * Whether a text contains any of the strings, each of at least 8 characters: a rolling hash (Rabin and Karp) over the
 * last 8 characters finds the places where one of them may end.
 */
export function anyOf(sought: Iterable<string>): (text: string) => boolean {
  /** By the hash of their end and by their length: those that end alike are compared at once. */
  const ends = new Map<number, Map<number, Set<string>>>();
  const filter = new Uint8Array(slots);
  for (const text of sought) {
    if (text.length < shortestSought) continue;
    const hash = hashOfEnd(text);
    const lengths = ends.get(hash) ?? new Map<number, Set<string>>();
    ends.set(hash, lengths);
    lengths.set(text.length, (lengths.get(text.length) ?? new Set()).add(text));
    filter[slotOf(hash)] = 1;
  }
  function endsAt(text: string, end: number, hash: number): boolean {
    for (const [length, alike] of ends.get(hash) ?? [])
      if (end >= length && alike.has(text.slice(end - length, end))) return true;
    return false;
  }
  return (text) => {
    if (ends.size === 0) return false;
    let hash = 0;
    for (let at = 0; at < text.length; at++) {
      hash = rolled(hash, text, at);
      if (filter[slotOf(hash)] === 1 && endsAt(text, at + 1, hash)) return true;
    }
    return false;
  };
}
