import { randomBytes, randomUUID } from 'node:crypto';
import type { WireTime } from '../contract/wire/loop.js';
import type { Timers, WallClock } from './domain/ports.js';

/** Real time and real chance: named here, where the application is put together, and nowhere else. */

export const systemClock: WallClock = { now: () => Date.now() };

export const systemTimers: Timers = {
  after(ms, work) {
    // Longer delays overflow to an immediate call; waking early is harmless, all users look at the clock again.
    const timer = setTimeout(work, Math.min(ms, 2 ** 31 - 1));
    return () => clearTimeout(timer);
  },
};

/** What outgoing requests are timed by: it is never set back. */
export const systemTime: WireTime = { now: () => performance.now(), after: systemTimers.after };

/** Ends the process after so many milliseconds if it has not ended by itself; does not keep it alive. */
export function endWithin(ms: number, code: number): void {
  setTimeout(() => process.exit(process.exitCode ?? code), ms).unref();
}

/** Resolves after that many milliseconds. */
export const systemSleep = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    systemTimers.after(ms, resolve);
  });

export const systemRandom = (length: number): Uint8Array => randomBytes(length);

export const systemRequestId = (): string => randomUUID();

export const randomSeed = (): string => randomBytes(6).toString('hex');

/** What a mock, and each sandbox, is made with. */
export const systemParts = {
  clock: systemClock,
  timers: systemTimers,
  random: systemRandom,
  newRequestId: systemRequestId,
};
