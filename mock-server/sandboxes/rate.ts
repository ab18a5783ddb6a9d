import type { WallClock } from '../domain/ports.js';

/** Whether one more is within so many in a second; as many may come at once. */
export function createRate(perS: number, clock: WallClock): () => boolean {
  let left = perS;
  let at = clock.now();
  return () => {
    const now = clock.now();
    left = Math.min(perS, left + ((now - at) / 1000) * perS);
    at = now;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
