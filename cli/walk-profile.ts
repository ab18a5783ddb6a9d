import type { Profile } from '../contract/profile/index.js';
import { openConfigStage } from './config-stage.js';
import { openReferenceStage } from './reference-stage.js';
import type { Openers } from './verify-command.js';

/**
 * Options of the mock for a walk of the plan, where bank.yaml does not set them: a bank meets harmless variation from the
 * first day on, so that it does not harden around this mock.
 */
export const walkProfile = { tolerances: 'few' } as const satisfies Partial<Profile>;

/** Puts the mock and a bank on the stage as `dcm verify` does. */
export const openersOfWalk: Openers = {
  reference: (options) => openReferenceStage({ ...options, profile: walkProfile }),
  config: (loaded, options) => openConfigStage(loaded, { ...options, profile: walkProfile }),
};
