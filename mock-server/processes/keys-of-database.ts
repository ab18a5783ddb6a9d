import { type KeysFile, keysFile } from '../../contract/keys-file.js';
import { said } from '../../contract/texts/said.js';
import type { DcmKeys } from '../keys.js';
import { KeysFileError, keysOf } from '../keys-file.js';
import type { WorldsInDatabase } from '../store/postgres/worlds.js';

/** The name of the world that is served at the root. */
export const rootWorld = '';

/**
 * The keys of the root: those that were made with it.
 *
 * @throws {KeysFileError} if it was made with the keys of a file
 */
export async function keysInDatabase(
  worlds: Pick<WorldsInDatabase, 'about' | 'make'>,
  make: () => Promise<KeysFile>,
): Promise<DcmKeys> {
  const about = (await worlds.about(rootWorld)) ?? (await madeWith(worlds, make));
  const read = keysFile.safeParse((about as { readonly keys?: unknown }).keys);
  const keys = read.success ? keysOf(read.data) : undefined;
  if (keys) return keys;
  throw new KeysFileError(
    said(
      'the state in this database was made with the keys of a file: give that file with --keys FILE. Without its keys the state is of no use; to start over, take another database.',
      'стан у цій базі даних створено з ключами з файлу: вкажіть цей файл через --keys FILE. Без ключів стан непридатний; щоб почати заново, візьміть іншу базу даних.',
    ),
  );
}

/** Another process may make it at the same time: one of the two is kept. */
async function madeWith(
  worlds: Pick<WorldsInDatabase, 'about' | 'make'>,
  make: () => Promise<KeysFile>,
): Promise<unknown> {
  await worlds.make(rootWorld, { keys: await make() });
  return worlds.about(rootWorld);
}
