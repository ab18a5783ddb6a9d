/** How much memory JSON-like data takes, about. */

/** Of a value by itself: its place, its header, a hidden class. */
const nodeBytes = 32;
/** Deeper than anything that is kept. */
const deepest = 100;

/**
 * Bytes of heap that a value takes, about and rather too many; stops counting once it is above `most`.
 * Data that is nested deeper than any message counts as endless.
 */
export function sizeOf(value: unknown, most = Number.POSITIVE_INFINITY): number {
  let sum = 0;
  const count = (one: unknown, depth: number): void => {
    sum += nodeBytes;
    if (typeof one === 'string') sum += Buffer.byteLength(one);
    if (typeof one !== 'object' || one === null) return;
    if (depth === deepest) sum = Number.POSITIVE_INFINITY;
    if (Array.isArray(one)) {
      for (const item of one) if (sum <= most) count(item, depth + 1);
      return;
    }
    for (const [name, member] of Object.entries(one)) {
      if (sum > most) return;
      sum += name.length;
      count(member, depth + 1);
    }
  };
  count(value, 0);
  return sum;
}
