import { every, now } from '../browser.js';
import { recall, remember } from './memory.js';
import { createSignal, type Signal } from './signal.js';

/** Whether lists of what has just happened say how long ago it was, instead of when. */
export const relativeTimes = createSignal(recall('localStorage', 'times') !== 'exact');
relativeTimes.watch((relative) => remember('localStorage', 'times', relative ? undefined : 'exact'));

/** Milliseconds by which the ledger clock is ahead of the browser's. */
export const ledgerAhead = createSignal(0);

/** How often relative times are counted anew, in milliseconds. */
const tickMs = 10_000;
let ticking: Signal<number> | undefined;

/** The time of the browser's clock in milliseconds, every ten seconds. */
export function clockTicks(): Signal<number> {
  if (ticking) return ticking;
  const ticks = createSignal(now());
  every(tickMs, () => ticks.set(now()));
  ticking = ticks;
  return ticks;
}

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/**
 * How long ago a moment was, or how long it is until then: "2 min ago".
 *
 * @param seconds since then; negative in the future
 */
export function ago(seconds: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { style: 'short', numeric: 'always' });
  const [unit, length] = units.find(([, long]) => Math.abs(seconds) >= long) ?? (['second', 1] as const);
  const count = Math.trunc(seconds / length);
  // Zero has a sign, too: what has just happened is not in the future.
  return format.format(count === 0 ? -0 : -count, unit);
}
