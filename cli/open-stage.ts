import { resolve } from 'node:path';
import { capabilitiesOf } from '../contract/bank-config/driver.js';
import { printableLines } from '../contract/printable.js';
import type { Language } from '../contract/texts/language.js';
import { type DefectName, isDefect } from '../fixtures/broken-banks/index.js';
import { noPast } from '../mock-server/chronicle.js';
import { readKeysFile } from '../mock-server/keys-file.js';
import type { Hear } from '../steps/drivers/person.js';
import type { Scope, Selection } from '../steps/run/selection.js';
import type { BankStage } from './bank-stage.js';
import { unknownDefect } from './commands/bank.js';
import { examineOrThrow } from './commands/doctor.js';
import { type LoadedConfig, loadConfig } from './config/load.js';
import { controlTokenOf } from './control-token.js';
import type { Known } from './end/kept.js';
import { requireFitting } from './fitting-options.js';
import { hearKeys } from './person-keys.js';
import type { Resumed } from './resume/earlier.js';
import { newRunFile, type RunFile } from './resume/file.js';
import { identityOf } from './resume/identity.js';
import { secondsOf } from './seconds.js';
import type { Openers, VerifyCommand } from './verify-command.js';

/** What `dcm verify` puts on the stage. */
export interface Opening {
  readonly options: VerifyCommand;
  readonly selection: Selection;
  readonly language: Language;
  /** Folder of the reports, in which the run is recorded; without it, nothing is recorded. */
  readonly folder?: string;
  /** The run that is resumed. */
  readonly resumed?: Resumed | undefined;
  /** When the bank was last given other keys of DCM, by the run before. */
  readonly keysTurnedAt?: number | undefined;
  readonly ear: Ear;
}

/** How a run talks with the person who started it. */
export interface Ear {
  /** Shows a person a text; for the manual driver. */
  readonly say: (text: string) => void;
  /** Hears the keys that a person presses; for the manual driver. */
  readonly hear?: Hear;
  /** Shows what the doctor advises. */
  readonly advise: (line: string) => void;
}

/** A person at a terminal. */
export const terminal = (): Ear => ({
  say: (text) => console.log(printableLines(`\n${text}`)),
  hear: hearKeys(process.stdin),
  advise: (line) => console.log(line),
});

export interface Opened {
  readonly stage: BankStage;
  readonly scope: Scope;
  /** Where the run is recorded, if another process could resume it. */
  readonly file?: RunFile;
}

/** Opens the stage for the bank that the options name. @throws {UsageError} */
export async function openStage(
  opening: Opening,
  open: Openers,
  known: Pick<Known, 'close'>,
): Promise<Opened> {
  requireFitting(opening.options);
  const { config } = opening.options;
  return config === undefined
    ? openReference(opening.options, open, known)
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
): Promise<Opened> {
  const defect = defectOf(options.defect);
  const timeLimitS = secondsOf('--time-limit', options.timeLimit);
  const stage = await open.reference({
    ...(options.seed === undefined ? {} : { seed: options.seed }),
    ...(options.keys === undefined ? {} : { keys: resolve(options.keys) }),
    ...(defect === undefined ? {} : { defect }),
    ...(timeLimitS === undefined ? {} : { timeLimitS }),
  });
  known.close = stage.close;
  return {
    stage,
    scope: { scope: 'full', schemes: stage.bank.schemes, ...stage.plan, hard: options.quick !== true },
  };
}

function defectOf(name: string | undefined): DefectName | undefined {
  if (name === undefined || isDefect(name)) return name;
  throw unknownDefect(name);
}
