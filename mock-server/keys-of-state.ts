import { rm, stat } from 'node:fs/promises';
import type { KeysFile } from '../contract/keys-file.js';
import { said } from '../contract/texts/said.js';
import type { DcmKeys } from './keys.js';
import { KeysFileError, readKeysFile, writeKeysFile } from './keys-file.js';
import { logPaths } from './store/change-log.js';
import { placeOf, refuseMounted } from './store/place.js';

/** Where the keys of a state are if no file is given for them. */
export const keysBeside = async (state: string): Promise<string> => `${await placeOf(state)}.keys`;

/**
 * The keys beside a state: it is useless without them, because its asset's issuer and DCM's own entity would differ.
 * They are created with the state and never later.
 *
 * @throws {KeysFileError} if the state exists and its keys are missing
 */
export async function keysOfState(state: string, make: () => Promise<KeysFile>): Promise<DcmKeys> {
  const place = await placeOf(state);
  await refuseMounted(place);
  const file = await keysBeside(state);
  const size = await sizeOf(file);
  const { current, former } = logPaths(place);
  const begun = (await Promise.all([place, current, former].map(sizeOf))).some((item) => item !== undefined);
  if (begun && !size) {
    throw new KeysFileError(
      said(
        `${state} exists, but the file with its keys is ${size === 0 ? 'empty' : 'missing'} (${file}). Restore that file from a backup, or give the file that the state was created with: --keys FILE. Without its keys the state is of no use; to start over, move the state away.`,
        `${state} є, але файл його ключів ${size === 0 ? 'порожній' : 'зник'} (${file}). Відновіть цей файл із резервної копії або вкажіть той, із яким створено стан: --keys FILE. Без ключів стан непридатний; щоб почати заново, приберіть файл стану.`,
      ),
    );
  }
  if (size === 0) await rm(file);
  if (!size) {
    await writeKeysFile(file, await make()).catch(async (error: unknown) => {
      // Another process is just starting the same state.
      if (!(await sizeOf(file))) throw error;
    });
  }
  return readKeysFile(file);
}

const sizeOf = (path: string): Promise<number | undefined> =>
  stat(path).then(
    ({ size }) => size,
    () => undefined,
  );
