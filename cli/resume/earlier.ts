import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readKeysFile } from '../../mock-server/keys-file.js';
import type { Selection } from '../../steps/run/selection.js';
import type { VerifyCommand } from '../commands/verify.js';
import { loadConfig } from '../config/load.js';
import { UsageError } from '../exit.js';
import { identityIn, type RunFile, readRunFile, runFileOf } from './file.js';
import { differences, identityOf } from './identity.js';
import { type Earlier, earlierOf } from './parts.js';

/** A run that this process goes on with. */
export interface Resumed {
  readonly earlier: Earlier;
  readonly file: RunFile;
}

/** More differences are not named: it is another bank.yaml. */
const mostNamed = 6;

/** Why there is nothing to go on with: the run has come to its end, or there was none. */
async function nothingThere(folder: string): Promise<UsageError> {
  const verdict = await readFile(join(folder, 'result.json'), 'utf8')
    .then((text) => String(JSON.parse(text).verdict))
    .catch(() => 'error');
  return new UsageError(
    verdict === 'error'
      ? `--resume: nothing to resume in ${folder}: a run can be gone on with once its first scenario has ended`
      : `--resume: nothing to resume in ${folder}: that run has come to its end, with the verdict ${verdict}`,
  );
}

/**
 * The interrupted run whose reports are in this folder, as far as these options may go on with it.
 *
 * @throws {UsageError} when there is none, or it was begun with something else; says with what
 */
export async function openEarlier(
  options: VerifyCommand,
  selection: Selection,
  folder: string,
): Promise<Resumed> {
  if (options.config === undefined) {
    throw new UsageError('--resume goes with --config only: the reference bank ends with its run');
  }
  if (options.mockUrl !== undefined) {
    throw new UsageError(
      '--resume does not go with --mock-url: what that mock has done cannot be taken back',
    );
  }
  const path = runFileOf(folder);
  const before = identityIn(path);
  if (before === undefined) throw await nothingThere(folder);
  const loaded = await loadConfig(options.config);
  const keys = await readKeysFile(loaded.path(loaded.config.dcm.keys));
  const changed = differences(before, await identityOf(loaded, keys, selection, options));
  if (changed.length > 0) {
    const named = changed.slice(0, mostNamed).map((one) => `\n  ${one}`);
    const more = changed.length > mostNamed ? `\n  and ${changed.length - mostNamed} more` : '';
    throw new UsageError(
      `--resume: the run in ${folder} was begun with something else:${named.join('')}${more}\nPut that back, or begin anew without --resume.`,
    );
  }
  const { parts, file } = readRunFile(path, keys.secret);
  return { earlier: earlierOf(parts), file };
}
