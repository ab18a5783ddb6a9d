export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >>> 1;
  const upper = sorted[middle];
  const lower = sorted[sorted.length % 2 === 0 ? middle - 1 : middle];
  if (upper === undefined || lower === undefined) throw new Error('there is nothing to take the median of');
  return (lower + upper) / 2;
}

/**
 * The median of the ratios round by round: both sides of a round had the same conditions, so a slow minute of the
 * machine does not matter.
 */
export function pairedRatio(values: readonly number[], yardstick: readonly number[]): number {
  return median(values.map((value, round) => value / (yardstick[round] ?? Number.NaN)));
}

/** Runs every candidate once per round, in turn, and returns the figures of each in the order of the rounds. */
export async function interleaved<Name extends string>(
  rounds: number,
  candidates: Readonly<Record<Name, () => Promise<number>>>,
  told: (round: number, name: Name) => void,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(candidates) as Name[];
  const figures = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  for (let round = 1; round <= rounds; round++) {
    for (const name of names) {
      told(round, name);
      figures[name].push(await candidates[name]());
    }
  }
  return figures;
}
