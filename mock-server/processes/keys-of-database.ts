import { z } from 'zod';
import { type KeysFile, keysFile } from '../../contract/keys-file.js';
import { said } from '../../contract/texts/said.js';
import { requireKeys } from '../kept-keys.js';
import type { DcmKeys } from '../keys.js';
import { KeysFileError, keysOf } from '../keys-file.js';
import type { WorldsInDatabase } from '../store/postgres/worlds.js';

/** The name of the world that is served at the root. */
export const rootWorld = '';

/** What is needed to open the root: its keys, or the fingerprint of those that a file has. */
const rootDescription = z.object({ keys: keysFile.optional(), fingerprint: z.string().optional() });

type Described = Pick<WorldsInDatabase, 'about' | 'make'>;

/** What is there, made first if it is not. Another process may make it at the same time: one of the two is kept. */
async function rootIn(worlds: Described, make: () => Promise<object>) {
  const about = await worlds.about(rootWorld);
  if (about === undefined) await worlds.make(rootWorld, await make());
  return rootDescription.parse(about ?? (await worlds.about(rootWorld)));
}

/**
 * The keys of the root: those that were made with it.
 *
 * @throws {KeysFileError} if it was made with the keys of a file
 */
export async function keysInDatabase(worlds: Described, make: () => Promise<KeysFile>): Promise<DcmKeys> {
  const { keys } = await rootIn(worlds, async () => ({ keys: await make() }));
  if (keys) return keysOf(keys);
  throw new KeysFileError(
    said(
      'the state in this database was made with the keys of a file: give that file with --keys FILE. Without its keys the state is of no use; to start over, take another database.',
      'стан у цій базі даних створено з ключами з файлу: вкажіть цей файл через --keys FILE. Без ключів стан непридатний; щоб почати заново, візьміть іншу базу даних.',
    ),
  );
}

/**
 * Makes sure that the keys of a file are those of the root, which is made with them if there is none.
 *
 * @throws {ForeignKeysError} if they are not
 */
export async function keysForDatabase(worlds: Described, given: DcmKeys): Promise<DcmKeys> {
  const { keys, fingerprint } = await rootIn(worlds, async () => ({ fingerprint: given.fingerprint }));
  requireKeys(given, keys ? keysOf(keys).fingerprint : fingerprint);
  return given;
}
