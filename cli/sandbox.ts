import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiError, createClient } from '../contract/client.js';
import { controlOperations } from '../contract/control/index.js';
import { keysFile } from '../contract/keys-file.js';
import { readJson } from '../contract/read-json.js';
import { bilingual, type Language } from '../contract/texts/language.js';
import { said, UsageError } from '../contract/texts/said.js';
import { causeOf } from '../contract/wire/cause.js';
import { withoutSlash } from '../contract/without-slash.js';
import { newKeysFile, readKeysFile, writeKeysFile } from '../mock-server/keys-file.js';
import { createStellar } from '../mock-server/stellar/index.js';
import { systemRandom } from '../mock-server/system.js';
import { loadConfig } from './config/load.js';
import { controlTokenOf } from './control-token.js';
import { whenCutShort } from './end/early.js';
import { strangerFetch } from './to-dcm.js';
import type { VerifyCommand } from './verify-command.js';

/** Seconds after which a sandbox goes by itself if its run was killed. */
const longestRunS = 6 * 3600;

const words = bilingual(
  {
    made: (name: string, url: string) => `Sandbox ${name} at ${url}; it is removed when the run has ended`,
    stays: (name: string, url: string) => `Sandbox ${name} at ${url}; it stays`,
    left: (name: string, problem: string) =>
      `note: sandbox ${name} could not be removed: ${problem}; it goes by itself after ${longestRunS / 3600} hours`,
  },
  {
    made: (name, url) => `Пісочниця ${name} за адресою ${url}; її буде видалено після прогону`,
    stays: (name, url) => `Пісочниця ${name} за адресою ${url}; вона залишиться`,
    left: (name, problem) =>
      `примітка: пісочницю ${name} не вдалося видалити: ${problem}; вона зникне сама через ${longestRunS / 3600} год`,
  },
);

interface Place {
  readonly url: string;
  readonly name: string;
  readonly controlToken: string | undefined;
  /** It was made for this run. */
  readonly made: boolean;
}

const rootOf = (baseUrl: string, controlToken: string | undefined) =>
  createClient(controlOperations, {
    baseUrl,
    headers: () => (controlToken === undefined ? {} : { authorization: `Bearer ${controlToken}` }),
    fetch: strangerFetch,
  });
type Root = ReturnType<typeof rootOf>;

/** @throws {UsageError} */
function failed(baseUrl: string, name: string, error: unknown): never {
  const problem = error instanceof ApiError ? error.message : causeOf(error);
  throw new UsageError(
    said(
      `--sandbox ${name}: ${baseUrl} does not make it: ${problem}`,
      `--sandbox ${name}: ${baseUrl} не створює її: ${problem}`,
    ),
  );
}

/**
 * Whether there is one of that name; also if only its own token is known.
 * @throws {UsageError} if there is none, and the token cannot make one
 */
async function isThere(root: Root, baseUrl: string, name: string): Promise<boolean> {
  try {
    await root.getSandbox({ params: { name } });
    return true;
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 403)) return false;
    const { ok } = await strangerFetch(`${baseUrl}/s/${name}/health`).catch(() => ({ ok: false }));
    if (ok) return true;
    throw new UsageError(
      said(
        `--sandbox ${name}: ${baseUrl} has no such sandbox, and this control token may not make one: give the token of the mock, or the name of the sandbox to which the token belongs`,
        `--sandbox ${name}: ${baseUrl} не має такої пісочниці, а цей токен керування не дає права створити її: укажіть токен імітатора або назву пісочниці, якій належить токен`,
      ),
    );
  }
}

/** @throws {UsageError} if the keys of a sandbox that is there are not given */
function requireKeys({ config, keys, sandbox }: VerifyCommand): void {
  if (config !== undefined || keys !== undefined) return;
  throw new UsageError(
    said(
      `--sandbox ${sandbox}: this sandbox is there already; with --reference, give --keys the file that it was made with, or use --sandbox new`,
      `--sandbox ${sandbox}: така пісочниця вже є; разом із --reference укажіть у --keys файл, із яким її створено, або --sandbox new`,
    ),
  );
}

async function take(root: Root, baseUrl: string, options: VerifyCommand, keys: string): Promise<Place> {
  const { sandbox: name = '', keep = false } = options;
  const controlToken = await controlTokenOf(options);
  if (name !== 'new' && (await isThere(root, baseUrl, name))) {
    requireKeys(options);
    return { name, url: `${baseUrl}/s/${name}`, controlToken, made: false };
  }
  const content = keysFile.parse(readJson(await readFile(keys, 'utf8')));
  const made = await root
    .createSandbox({
      body: {
        ...(name !== 'new' && { name }),
        ...(!keep && { ttl_s: longestRunS }),
        ...(options.seed !== undefined && { seed: options.seed }),
        keys: content,
      },
    })
    .catch((error: unknown) => failed(baseUrl, name, error));
  // Its address is the one by which this program reaches the mock, whatever the mock calls itself.
  return {
    name: made.name,
    url: `${baseUrl}/s/${made.name}`,
    controlToken: made.control_token,
    made: !keep,
  };
}

/** The keys of the run: those of the configuration or of `--keys`, or new ones in a file of this run. */
async function keysOf({ config, keys }: VerifyCommand): Promise<{ file: string; remove(): Promise<void> }> {
  const given =
    config === undefined
      ? keys
      : await loadConfig(config).then(({ path, config: { dcm } }) => path(dcm.keys));
  if (given !== undefined) {
    await readKeysFile(given);
    return { file: given, remove: async () => {} };
  }
  const folder = await mkdtemp(join(tmpdir(), 'dcm-sandbox-'));
  const file = join(folder, 'dcm-keys.json');
  const { keyPair } = createStellar({ networkPassphrase: () => '' });
  await writeKeysFile(file, await newKeysFile(systemRandom, keyPair));
  return { file, remove: () => rm(folder, { recursive: true, force: true }) };
}

/**
 * Lets a run happen in a sandbox of the mock at `--mock-url`, which is made for it and removed after it, unless it was
 * there before or is to be kept. Without `--sandbox` it happens as it is.
 *
 * @throws {UsageError}
 */
export async function inSandbox<Outcome>(
  options: VerifyCommand,
  language: Language,
  run: (options: VerifyCommand) => Promise<Outcome>,
): Promise<Outcome> {
  const { sandbox, mockUrl } = options;
  if (sandbox === undefined || mockUrl === undefined) return run(options);
  const baseUrl = withoutSlash(mockUrl);
  const root = rootOf(baseUrl, await controlTokenOf(options));
  const keys = await keysOf(options);
  try {
    const { url, name, controlToken, made } = await take(root, baseUrl, options, keys.file);
    const t = words[language];
    console.log(made ? t.made(name, url) : t.stays(name, url));
    const remove = async () => {
      if (!made) return;
      await root.deleteSandbox({ params: { name } }).catch((error: unknown) => {
        // Somebody else has removed it meanwhile.
        const gone = error instanceof ApiError && error.message.includes('not found');
        if (!gone) console.error(t.left(name, causeOf(error)));
      });
    };
    const past = whenCutShort({ last: remove });
    const { controlToken: _, controlTokenFile: _file, ...rest } = options;
    try {
      return await run({
        ...rest,
        mockUrl: url,
        ...(controlToken !== undefined && { controlToken }),
        ...(options.config === undefined && { keys: keys.file }),
      });
    } finally {
      past();
      await remove();
    }
  } finally {
    await keys.remove();
  }
}
