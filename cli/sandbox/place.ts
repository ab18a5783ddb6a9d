import { readFile } from 'node:fs/promises';
import { ApiError, createClient } from '../../contract/client.js';
import { controlOperations } from '../../contract/control/index.js';
import { keysFile } from '../../contract/keys-file.js';
import { readJson } from '../../contract/read-json.js';
import { said, UsageError } from '../../contract/texts/said.js';
import { causeOf } from '../../contract/wire/cause.js';
import { controlTokenOf } from '../control-token.js';
import { strangerFetch } from '../to-dcm.js';
import type { VerifyCommand } from '../verify-command.js';

/** Seconds after which a sandbox goes by itself if its run was killed. */
export const longestRunS = 6 * 3600;

/** The sandbox of a run. */
export interface Place {
  readonly url: string;
  readonly name: string;
  readonly controlToken: string | undefined;
  /** It was made for this run. */
  readonly made: boolean;
}

export const rootOf = (baseUrl: string, controlToken: string | undefined) =>
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

export async function take(
  root: Root,
  baseUrl: string,
  options: VerifyCommand,
  keys: string,
): Promise<Place> {
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
