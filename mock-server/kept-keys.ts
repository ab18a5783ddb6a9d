import { said, UsageError } from '../contract/texts/said.js';
import type { Chance } from './domain/ports.js';
import type { Settings } from './domain/settings-collection.js';
import type { Stellar } from './domain/stellar.js';
import type { DcmKeys, PublicJwk } from './keys.js';

/** What a state keeps of DCM's keys. */
export type KeptKeys = Pick<Settings, 'keys' | 'rotated'>;

/** A state was opened with keys other than its own. */
export class ForeignKeysError extends UsageError {
  override name = 'ForeignKeysError';
}

/** What to store: which keys file belongs to the state, and the signing key after a rotation. */
export function keptKeys(keys: DcmKeys, stellar: Stellar, chance: Chance): KeptKeys {
  const rotated = keys.rotated();
  return {
    ...(keys.fingerprint === undefined ? {} : { keys: keys.fingerprint }),
    ...(rotated === undefined
      ? {}
      : {
          rotated: {
            sealed: stellar.seal(JSON.stringify(rotated.current), keys.secret, chance.bytes('keys-iv', 12)),
            former: rotated.former,
          },
        }),
  };
}

/** @throws {ForeignKeysError} if the keys of this fingerprint belong to a state, and others are given */
export function requireKeys(keys: Pick<DcmKeys, 'fingerprint'>, fingerprint: string | undefined): void {
  if (fingerprint !== undefined && fingerprint !== keys.fingerprint) {
    throw new ForeignKeysError(
      said(
        `the state was created with other keys: their fingerprint is ${fingerprint}, that of the given keys is ${keys.fingerprint ?? 'none'}. Give --keys the file that the state was created with, or start with another --state.`,
        `стан створено з іншими ключами: відбиток тих ключів ${fingerprint}, а вказаних ${keys.fingerprint ?? '-'}. Укажіть у --keys файл, із яким створено стан, або почніть з іншим --state.`,
      ),
    );
  }
}

/** Continues with the keys of a state. @throws {ForeignKeysError} if it was created with others */
export function takeUpKeys(keys: DcmKeys, stellar: Stellar, stored: KeptKeys): void {
  requireKeys(keys, stored.keys);
  if (stored.rotated === undefined) return;
  const current = JSON.parse(stellar.open(stored.rotated.sealed, keys.secret));
  keys.restore({ current, former: stored.rotated.former as readonly PublicJwk[] });
}
