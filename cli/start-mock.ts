import { existsSync } from 'node:fs';
import type { Mock } from '../mock-server/parts.js';
import { reportFault } from '../mock-server/report-fault.js';
import type { Running } from '../mock-server/running.js';
import type { StartOptions } from '../mock-server/start-options.js';
import { isDatabase } from '../mock-server/state-place.js';
import { languageOf } from './language.js';
import { worker } from './worker-link.js';

/** Alone, or with the other processes that share a database. */
export async function start(
  options: StartOptions,
  { opened, peerUrl }: { readonly opened: (mock: Mock) => () => void; readonly peerUrl: string | undefined },
): Promise<Running> {
  const { state } = options;
  if (isDatabase(state)) {
    const { startProcess } = await import('../mock-server/processes/start.js');
    const { unusable } = await import('../mock-server/store/postgres/unusable.js');
    return startProcess({
      ...options,
      state,
      opened,
      ...(worker !== undefined && { worker }),
      ...(peerUrl === undefined ? {} : { peerUrl }),
    }).catch((error: unknown) => {
      throw unusable(state, error);
    });
  }
  const { startMock } = await import('../mock-server/start.js');
  const running = await startMock(options);
  opened(running.mock);
  return running;
}

/** Says faults and notes on standard error, for people. */
export function plainReport(): (error: unknown) => void {
  const language = languageOf(undefined);
  return (error) => reportFault(error, language);
}

/**
 * Whether ids follow from the seed: those of a state that is there already do not. Whether a database has one shows
 * only when it is opened, so only a seed that was given is taken for what the user wants to see.
 */
export const followsSeed = ({ seed, state }: Pick<StartOptions, 'seed' | 'state'>): boolean =>
  seed !== undefined || state === undefined || (!isDatabase(state) && !existsSync(state));
