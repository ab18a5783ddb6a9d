/** Approximate memory of JSON-like data. */

/** Bytes of the value itself: its slot, its header, a hidden class. */
const nodeBytes = 32;
/** Deeper than anything that is stored. */
const deepest = 100;

/**
 * Approximate heap bytes of a value, rather too many; stops counting above `most`. Data that is nested deeper than
 * any message counts as infinite.
 */
export function sizeOf(value: unknown, most = Number.POSITIVE_INFINITY): number {
  let sum = 0;
  const count = (each: unknown, depth: number): void => {
    sum += nodeBytes;
    if (typeof each === 'string') sum += Buffer.byteLength(each);
    if (typeof each !== 'object' || each === null) return;
    if (depth === deepest) sum = Number.POSITIVE_INFINITY;
    if (Array.isArray(each)) {
      for (const item of each) if (sum <= most) count(item, depth + 1);
      return;
    }
    for (const [name, member] of Object.entries(each)) {
      if (sum > most) return;
      sum += name.length;
      count(member, depth + 1);
    }
  };
  count(value, 0);
  return sum;
}
