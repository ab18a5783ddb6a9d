import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bilingual, type Language } from '../../contract/texts/language.js';
import { type Said, said, UsageError } from '../../contract/texts/said.js';
import { readKeysFile } from '../../mock-server/keys-file.js';
import type { Selection } from '../../steps/run/selection.js';
import { loadConfig } from '../config/load.js';
import type { VerifyCommand } from '../verify-command.js';
import { damaged, identityIn, type RunFile, readRunFile, runFileOf } from './file.js';
import { differences, identityOf } from './identity.js';
import { type Earlier, earlierOf } from './parts.js';

/** A run that this process resumes. */
export interface Resumed {
  readonly earlier: Earlier;
  readonly file: RunFile;
}

/** With more differences it is a different bank.yaml, so the rest are only counted. */
const mostNamed = 6;

const andMore = bilingual<(count: number) => string>(
  (count) => `and ${count} more`,
  (count) => `та ще ${count}`,
);

function listed(changed: readonly Said[], language: Language): string {
  const named = changed.slice(0, mostNamed).map((notice) => notice[language]);
  const more = changed.length - named.length;
  return [...named, ...(more > 0 ? [andMore[language](more)] : [])].map((line) => `\n  ${line}`).join('');
}

/** Why there is nothing to resume: the run is complete, or there was none. */
async function nothingThere(folder: string): Promise<UsageError> {
  const verdict = await readFile(join(folder, 'result.json'), 'utf8')
    .then((text) => String(JSON.parse(text).verdict))
    .catch(() => 'error');
  return new UsageError(
    verdict === 'error'
      ? said(
          `--resume: nothing to resume in ${folder}: a run can be resumed once its first scenario has finished`,
          `--resume: у ${folder} немає що продовжувати: прогін можна продовжити, коли завершився його перший сценарій`,
        )
      : said(
          `--resume: nothing to resume in ${folder}: that run is complete, with the verdict ${verdict}`,
          `--resume: у ${folder} немає що продовжувати: той прогін завершено з висновком ${verdict}`,
        ),
  );
}

/**
 * The interrupted run whose reports are in this folder, if these options may resume it.
 *
 * @throws {UsageError} if there is none, or if it was started with other settings; names them
 */
export async function openEarlier(
  options: VerifyCommand,
  selection: Selection,
  folder: string,
): Promise<Resumed> {
  if (options.config === undefined) {
    throw new UsageError(
      said(
        '--resume works only with --config: the reference bank stops when its run ends',
        '--resume діє лише разом із --config: еталонний банк зупиняється разом із прогоном',
      ),
    );
  }
  if (options.mockUrl !== undefined) {
    throw new UsageError(
      said(
        '--resume does not work with --mock-url: the state of that mock cannot be rolled back',
        '--resume не діє разом із --mock-url: стан того імітатора не можна повернути назад',
      ),
    );
  }
  const loaded = await loadConfig(options.config);
  const path = runFileOf(folder);
  const before = identityIn(path);
  if (before === undefined) throw await nothingThere(folder);
  const keys = await readKeysFile(loaded.path(loaded.config.dcm.keys));
  const changed = differences(before, await identityOf(loaded, keys, selection, options));
  if (changed.length > 0) {
    throw new UsageError(
      said(
        `--resume: the run in ${folder} was started with other settings:${listed(changed, 'en')}\nRestore them, or start over without --resume.`,
        `--resume: прогін у ${folder} розпочато з іншими налаштуваннями:${listed(changed, 'uk')}\nПоверніть їх або почніть спочатку без --resume.`,
      ),
    );
  }
  const { parts, file } = readRunFile(path, keys.secret);
  const earlier = earlierOf(parts);
  // A run is kept only once its first scenario has finished, so lines are missing.
  if (earlier.begunAt === '' || earlier.scenarios.length === 0) throw damaged(path);
  return { earlier, file };
}
