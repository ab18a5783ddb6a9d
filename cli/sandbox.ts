import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiError } from '../contract/client.js';
import { bilingual, type Language } from '../contract/texts/language.js';
import { causeOf } from '../contract/wire/cause.js';
import { withoutSlash } from '../contract/without-slash.js';
import { newKeysFile, readKeysFile, writeKeysFile } from '../mock-server/keys-file.js';
import { createStellar } from '../mock-server/stellar/index.js';
import { systemRandom } from '../mock-server/system.js';
import { loadConfig } from './config/load.js';
import { controlTokenOf } from './control-token.js';
import { occupying, type Run } from './sandbox/alone.js';
import { longestRunS, rootOf, take } from './sandbox/place.js';
import type { VerifyCommand } from './verify-command.js';

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

/** The sandbox of a URL that is one. */
const inUrl = /\/s\/([^/?#]+)$/;

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
 * there before or is to be kept. Without `--sandbox` it happens as it is. In a sandbox, it is the only one.
 *
 * @throws {UsageError}
 */
export async function inSandbox<Outcome>(
  options: VerifyCommand,
  language: Language,
  run: Run<Outcome>,
): Promise<Outcome> {
  const { sandbox, mockUrl } = options;
  if (mockUrl === undefined) return run(options);
  const baseUrl = withoutSlash(mockUrl);
  if (sandbox !== undefined) return inNamed(options, baseUrl, language, run);
  const [, name] = inUrl.exec(baseUrl) ?? [];
  if (name === undefined) return run(options);
  const controlToken = await controlTokenOf(options);
  return occupying({ name, url: baseUrl, controlToken, made: false }, options, async () => {}, run);
}

async function inNamed<Outcome>(
  options: VerifyCommand,
  baseUrl: string,
  language: Language,
  run: Run<Outcome>,
): Promise<Outcome> {
  const root = rootOf(baseUrl, await controlTokenOf(options));
  const keys = await keysOf(options);
  try {
    const place = await take(root, baseUrl, options, keys.file);
    const { url, name, controlToken, made } = place;
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
    const { controlToken: _, controlTokenFile: _file, ...rest } = options;
    const placed = {
      ...rest,
      mockUrl: url,
      ...(controlToken !== undefined && { controlToken }),
      ...(options.config === undefined && { keys: keys.file }),
    };
    return await occupying(place, placed, remove, run);
  } finally {
    await keys.remove();
  }
}
