import type { CapturedAnswer } from '../../contract/captured.js';
import type { Profile } from '../../contract/profile/index.js';

/** What is assumed about a stage: options, and what was captured of it. */
export interface Assumed {
  readonly profile: Profile;
  readonly captured: readonly CapturedAnswer[];
}
