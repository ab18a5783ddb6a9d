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
