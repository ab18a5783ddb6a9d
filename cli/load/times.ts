import { createHistogram } from 'node:perf_hooks';
import type { Spread } from '../../contract/load.js';

/** The longest time that is told apart from longer ones: an hour, in microseconds. */
const highest = 3_600_000_000;

/**
 * Times in an HDR histogram, the one that Node has: memory does not grow with their number, and every percentile has
 * that many significant figures.
 */
export function createTimes(figures: 2 | 3 = 3) {
  const histogram = createHistogram({ lowest: 1, highest, figures });
  let longest = 0;
  const max = () => Math.round(longest * 100) / 100;
  const percentile = (part: number) =>
    histogram.count === 0 ? 0 : Math.min(max(), Math.round(histogram.percentile(part) / 10) / 100);
  return {
    add(milliseconds: number): void {
      longest = Math.max(longest, milliseconds);
      histogram.record(Math.min(highest, Math.max(1, Math.round(milliseconds * 1000))));
    },
    percentile,
    max,
    spread: (): Spread => ({
      p50_ms: percentile(50),
      p90_ms: percentile(90),
      p99_ms: percentile(99),
      p999_ms: percentile(99.9),
      max_ms: max(),
    }),
  };
}

export type Times = ReturnType<typeof createTimes>;
