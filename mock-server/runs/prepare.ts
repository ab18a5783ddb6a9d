import type { RunOrder } from '../../contract/control/runs.js';
import type { Profile } from '../../contract/profile/index.js';
import type { Steering } from '../control/steering.js';
import type { Faults } from '../domain/faults.js';
import type { DcmKeys } from '../keys.js';

export interface PrepareParts {
  readonly steering: Pick<Steering, 'reset' | 'updateProfile' | 'remember'>;
  readonly profile: () => Profile;
  readonly keys: DcmKeys;
  readonly faults: Pick<Faults, 'clear'>;
}

/**
 * Prepares a mock for a run. A run puts back options, keys and faults itself; the function that is returned does it for
 * one that was killed.
 */
export const createPrepare =
  ({ steering, profile, keys, faults }: PrepareParts) =>
  async ({ reset }: Pick<RunOrder, 'reset'>): Promise<() => Promise<void>> => {
    if (reset) await steering.reset();
    const before = profile();
    const { kid, privateKey } = keys.signing;
    const [, ...former] = keys.published;
    return async () => {
      faults.clear();
      if (JSON.stringify(profile()) !== JSON.stringify(before)) await steering.updateProfile(before);
      if (keys.signing.kid !== kid || keys.published.length > former.length + 1)
        keys.restore({ current: { ...privateKey.export({ format: 'jwk' }), kid }, former });
      await steering.remember();
    };
  };
