import type { StageVerdict } from '../../contract/load.js';

export interface Ramp {
  readonly from: number;
  readonly to: number;
}

/** The found rate is this close to one that was too much. */
const closeness = 0.05;
/** Or this close, in requests a second. */
const closest = 0.5;

/**
 * Finds the highest rate that is held: doubles it until it is not, then halves the distance. What is not held once is
 * measured once more, since a single hiccup of a machine is no limit.
 *
 * @returns null if even the lowest rate is too much
 */
export async function climb(
  { from, to }: Ramp,
  measureAt: (rate: number) => Promise<StageVerdict>,
): Promise<number | null> {
  const isHeld = async (rate: number) =>
    (await measureAt(rate)) === 'held' || (await measureAt(rate)) === 'held';
  let held: number | null = null;
  let tooMuch: number | undefined;
  for (let rate = from; tooMuch === undefined; rate = Math.min(to, rate * 2)) {
    if (!(await isHeld(rate))) tooMuch = rate;
    else if (rate === to) return to;
    else held = rate;
  }
  while (held !== null && tooMuch - held > Math.max(held * closeness, closest)) {
    const middle: number = Math.round(((held + tooMuch) / 2) * 10) / 10;
    if (await isHeld(middle)) held = middle;
    else tooMuch = middle;
  }
  return held;
}
