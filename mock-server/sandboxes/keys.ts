import type { KeyObject } from 'node:crypto';
import type { KeysFile } from '../../contract/keys-file.js';
import { contradictionIn } from '../contradicting-keys.js';
import { Refusal } from '../domain/refusal.js';
import { type Random, signingKeysAhead } from '../keys.js';
import { newKeysFile } from '../keys-file.js';
import { createStellar } from '../stellar/index.js';
import type { Worlds } from './world.js';

/** The given keys of a sandbox, or new ones. */
export function sandboxKeys(
  random: Random,
  nextKey: () => Promise<KeyObject> = signingKeysAhead(),
): Worlds['keys'] {
  const { keyPair } = createStellar({ networkPassphrase: () => '' });
  return async (given?: KeysFile) => {
    if (given === undefined) return newKeysFile(random, keyPair, nextKey());
    const contradiction = contradictionIn(given);
    if (contradiction) throw new Refusal('control-conflict', { problem: `keys: ${contradiction.en}` });
    return given;
  };
}
