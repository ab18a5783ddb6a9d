import { createHash, type JsonWebKey, type KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, open, readFile, rename, rm } from 'node:fs/promises';
import { inOurWords, notValid } from '../contract/in-our-words.js';
import { type KeysFile, keysFile } from '../contract/keys-file.js';
import { readJson } from '../contract/read-json.js';
import { said, UsageError } from '../contract/texts/said.js';
import { partInUkrainian } from '../contract/texts/said-by-dcm/index.js';
import { contradictionIn } from './contradicting-keys.js';
import {
  BadKeyError,
  type DcmKeys,
  generateSigningKey,
  type MakePair,
  type Random,
  signing,
  signingKeyOf,
  uuid,
  withSigning,
} from './keys.js';
import { systemRandom } from './system.js';

/** The keys file is missing, not readable, or not a keys file. */
export class KeysFileError extends UsageError {
  override name = 'KeysFileError';
}

/** Content of a new keys file. */
export async function newKeysFile(
  random: Random,
  makePair: MakePair,
  signingKey: Promise<KeyObject> = generateSigningKey(),
): Promise<KeysFile> {
  const key = await signingKey;
  const { kid } = signing(key);
  return keysFile.parse({
    format: 'dcm-keys',
    version: 1,
    counterparty_guid: uuid(random(16)),
    signing: { ...key.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' },
    issuer: await makePair(random(32)),
    root: await makePair(random(32)),
    signer: await makePair(random(32)),
  });
}

/**
 * Writes a new keys file, readable only by its owner: first under another name, so that neither a full disk nor a
 * kill leaves a partial file.
 *
 * @throws {KeysFileError} if the file already exists
 */
export async function writeKeysFile(path: string, content: KeysFile): Promise<void> {
  const aside = `${path}.${Buffer.from(systemRandom(8)).toString('hex')}.tmp`;
  try {
    const handle = await open(aside, 'wx', 0o600);
    try {
      await handle.writeFile(`${JSON.stringify(content, null, 2)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    // Unlike a rename, a link replaces nothing; if the file system has no links, there is no file to replace.
    await link(aside, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST' || existsSync(path)) throw error;
      return rename(aside, path);
    });
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === 'EEXIST';
    throw new KeysFileError(
      exists
        ? said(
            `${path} already exists; keys are created only once. To see their public parts, add --show; for other keys, choose another name, or delete the file if no bank uses it any longer.`,
            `${path} уже існує; ключі створюють лише один раз. Щоб побачити їхні публічні частини, додайте --show; для інших ключів виберіть іншу назву або видаліть файл, якщо ним більше не користується жоден банк.`,
          )
        : said(
            `${path} cannot be written: ${(error as Error).message}. Name a file in a folder that is writable: dcm keys FILE`,
            `${path} не записується: ${(error as Error).message}. Назвіть файл у теці, доступній для запису: dcm keys FILE`,
          ),
    );
  } finally {
    await rm(aside, { force: true }).catch(() => {});
  }
}

/** Different for any two keys files; it reveals nothing. */
const fingerprintOf = ({ counterparty_guid, signing: { n }, issuer, root, signer }: KeysFile): string =>
  createHash('sha256')
    .update(JSON.stringify([counterparty_guid, n, issuer.address, root.address, signer.address]))
    .digest('base64url')
    .slice(0, 22);

/** @throws {KeysFileError} */
export async function readKeysFile(path: string): Promise<DcmKeys> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new KeysFileError(
      said(
        `${path} cannot be read: ${(error as Error).message}. Create it with: dcm keys ${path}`,
        `${path} не читається: ${(error as Error).message}. Створіть його так: dcm keys ${path}`,
      ),
    );
  }
  if (text.trim() === '') {
    throw new KeysFileError(
      said(
        `${path} is empty. Restore the file from a backup; if no bank and no state uses these keys, delete it and create new ones: dcm keys ${path}`,
        `${path} порожній. Відновіть файл із резервної копії; якщо ці ключі не потрібні жодному банку й жодному стану, видаліть його та створіть нові: dcm keys ${path}`,
      ),
    );
  }
  const content = readJson(text);
  const parsed = keysFile.safeParse(content, inOurWords);
  if (!parsed.success) {
    if (content === undefined)
      throw new KeysFileError(
        said(
          `${path} is not a keys file: it is not JSON. Create one with: dcm keys FILE`,
          `${path} не є файлом ключів: це не JSON. Створіть його так: dcm keys FILE`,
        ),
      );
    const [{ path: place = [], message = notValid } = {}] = parsed.error.issues;
    const where = place.join('.') || 'file';
    throw new KeysFileError(
      said(
        `${path} is not a keys file (${where}: ${message}). Create one with: dcm keys FILE`,
        `${path} не є файлом ключів (${where}: ${partInUkrainian(message) ?? message}). Створіть його так: dcm keys FILE`,
      ),
    );
  }
  const contradiction = contradictionIn(parsed.data);
  if (contradiction)
    throw new KeysFileError(
      said(
        `${path}: ${contradiction.en}. Restore the file, or create a new one with: dcm keys FILE`,
        `${path}: ${contradiction.uk}. Відновіть файл або створіть новий так: dcm keys FILE`,
      ),
    );
  return keysOf(parsed.data);
}

/** The keys of a file. @throws {BadKeyError} if its signing key is damaged */
export function keysOf(content: KeysFile, next?: () => Promise<KeyObject>): DcmKeys {
  const { counterparty_guid, issuer, root, signer } = content;
  const key = signingKeyOf(content.signing as JsonWebKey);
  if (!key) throw new BadKeyError('the signing key is damaged');
  const rest = {
    counterpartyGuid: counterparty_guid,
    issuer: async () => issuer,
    root: async () => root,
    signer: async () => signer,
    secret: signer.seed,
    fingerprint: fingerprintOf(content),
  };
  return withSigning(signing(key, content.signing.kid), rest, next);
}
