import type { KeyObject } from 'node:crypto';
import type { Stellar } from './domain/stellar.js';
import { type DcmKeys, ephemeralKeys } from './keys.js';
import { newKeysFile, readKeysFile } from './keys-file.js';
import { systemRandom } from './system.js';

interface Wanted {
  readonly keys?: string;
  readonly state?: string;
  readonly signingKey?: Promise<KeyObject>;
}

/** The keys of a run: from the given file, from the one beside the state, or new ones. */
export async function openKeys({ keys, state, signingKey }: Wanted, stellar: Stellar): Promise<DcmKeys> {
  if (keys !== undefined) return readKeysFile(keys);
  if (state === undefined) return ephemeralKeys(systemRandom, stellar.keyPair, signingKey);
  const { keysOfState } = await import('./keys-of-state.js');
  return keysOfState(state, () => newKeysFile(systemRandom, stellar.keyPair, signingKey));
}
