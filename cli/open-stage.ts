import { resolve } from 'node:path';
import { capabilitiesOf } from '../contract/bank-config/driver.js';
import { printableLines } from '../contract/printable.js';
import { said, UsageError } from '../contract/texts/said.js';
import { type DefectName, isDefect } from '../fixtures/broken-banks/index.js';
import { noPast } from '../mock-server/chronicle.js';
import { readKeysFile } from '../mock-server/keys-file.js';
import { unknownDefect } from './commands/bank.js';
import { examineOrThrow } from './commands/doctor.js';
import { type LoadedConfig, loadConfig } from './config/load.js';
import { controlTokenOf } from './control-token.js';
import type { Known } from './end/kept.js';
import { requireFitting } from './fitting-options.js';
import type { Ear, Opened, Opening } from './opening.js';
import { hearKeys } from './person-keys.js';
import { openOnRealStage } from './real-stage/stage-run.js';
import type { JoinedMock } from './reference-stage.js';
import { newRunFile } from './resume/file.js';
import { identityOf } from './resume/identity.js';
import type { StartedRun } from './runs/started.js';
import { secondsOf } from './seconds.js';
import type { Openers, VerifyCommand } from './verify-command.js';

/** A person at a terminal. */
export const terminal = (): Ear => ({
  say: (text) => console.log(printableLines(`\n${text}`)),
  hear: hearKeys(process.stdin),
  advise: (line) => console.log(line),
});

/** Opens the stage for the bank that the options name. @throws {UsageError} */
export async function openStage(
  opening: Opening,
  open: Openers,
  known: Pick<Known, 'close'>,
): Promise<Opened> {
  requireFitting(opening.options);
  const { config, stage } = opening.options;
  if (config !== undefined && stage === true)
    return openOnRealStage(await loadConfig(config), opening, known);
  return config === undefined
    ? openReference(opening.options, open, known, opening.started)
    : openConfigured(await loadConfig(config), opening, open, known);
}

/** @throws {UsageError} if the doctor finds something that would make the run meaningless */
export async function openConfigured(
  loaded: LoadedConfig,
  { options, selection, language, folder, resumed, keysTurnedAt, ear }: Opening,
  open: Openers,
  known: Pick<Known, 'close'>,
): Promise<Opened> {
  const seed = options.seed ?? resumed?.earlier.seed;
  const { mockUrl } = options;
  const stage = await open.config(loaded, {
    say: ear.say,
    hear: ear.hear,
    timeLimitS: secondsOf('--time-limit', options.timeLimit),
    language,
    mockUrl,
    controlToken: mockUrl === undefined ? undefined : await controlTokenOf(options),
    ...(folder === undefined ? {} : { past: resumed?.earlier ?? { mock: noPast } }),
    ...(seed === undefined ? {} : { seed }),
  });
  // The command may end early during the doctor, too.
  known.close = stage.close;
  try {
    const selected = {
      steps: selection.tags === '' ? selection.steps : [],
      narrowed: selection.steps.length > 0 || selection.tags !== '',
    };
    await examineOrThrow(loaded, stage, language, { selected, tell: ear.advise, keysTurnedAt });
    const { scope, bank, dcm } = loaded.config;
    const unchecked = [
      ...(capabilitiesOf(loaded.config.driver).acts ? [] : ['acts of the bank']),
      ...(bank.tls?.insecure === true ? ['certificate check'] : []),
      ...(bank.probes === 'within-act' ? ['requests of employees outside the bank'] : []),
    ];
    const hard = options.quick !== true;
    const opened = { stage, scope: { scope, schemes: stage.bank.schemes, ...stage.plan, hard, unchecked } };
    if (mockUrl !== undefined || folder === undefined) return opened;
    if (resumed !== undefined) return { ...opened, file: resumed.file };
    const keys = await readKeysFile(loaded.path(dcm.keys));
    const identity = await identityOf(loaded, keys, selection, options);
    return { ...opened, file: newRunFile(folder, identity, keys.secret) };
  } catch (error) {
    await stage.close();
    throw error;
  }
}

export async function openReference(
  options: VerifyCommand,
  open: Openers,
  known: Pick<Known, 'close'>,
  started?: StartedRun,
): Promise<Opened> {
  const defect = defectOf(options.defect);
  const timeLimitS = secondsOf('--time-limit', options.timeLimit);
  const stage = await open.reference({
    ...(options.seed === undefined ? {} : { seed: options.seed }),
    ...(options.keys === undefined ? {} : { keys: resolve(options.keys) }),
    ...(options.mockUrl === undefined ? {} : { join: await joinedMock(options.mockUrl, options, started) }),
    ...(defect === undefined ? {} : { defect }),
    ...(timeLimitS === undefined ? {} : { timeLimitS }),
  });
  known.close = stage.close;
  return {
    stage,
    scope: { scope: 'full', schemes: stage.bank.schemes, ...stage.plan, hard: options.quick !== true },
  };
}

/** @throws {UsageError} if its keys are not known */
async function joinedMock(url: string, options: VerifyCommand, started?: StartedRun): Promise<JoinedMock> {
  const controlToken = await controlTokenOf(options);
  const keys = started?.keys ?? options.keys;
  if (keys === undefined) {
    throw new UsageError(
      said(
        '--mock-url with --reference requires --keys: the keys file that the mock was started with (dcm mock --keys FILE)',
        '--mock-url разом із --reference потребує --keys: файл ключів, із яким запущено імітатор (dcm mock --keys ФАЙЛ)',
      ),
    );
  }
  return { url, controlToken, keys: typeof keys === 'string' ? resolve(keys) : keys };
}

function defectOf(name: string | undefined): DefectName | undefined {
  if (name === undefined || isDefect(name)) return name;
  throw unknownDefect(name);
}
