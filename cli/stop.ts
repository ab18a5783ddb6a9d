import { endWithin } from '../mock-server/system.js';

/** Milliseconds in which a program ends that was told to, whatever is under way. */
const stopLimitMs = 9500;

/** Resolves at SIGINT or SIGTERM; a second signal ends the process at once, and time does after ten seconds. */
export function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    const stop = (signal: NodeJS.Signals) => {
      process.once(signal, () => process.exit(130));
      endWithin(stopLimitMs, 130);
      resolve(signal);
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
}
