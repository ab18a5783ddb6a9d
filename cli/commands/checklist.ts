import { createEvidence } from '../../bridge/recording/evidence.js';
import { openRecording } from '../../bridge/recording/reader.js';
import { actsInParallel } from '../../contract/bank-config/driver.js';
import { namedOptions } from '../../contract/profile/index.js';
import { said, UsageError } from '../../contract/texts/said.js';
import { checklistOf, checklistText, type Known, type SeenOnStage } from '../../reports/checklist.js';
import { switchedOff } from '../../steps/run/selection.js';
import { loadConfig } from '../config/load.js';
import { languageOf } from '../language.js';
import { readResult } from './report.js';

export interface ChecklistCommand {
  readonly config?: string;
  readonly result?: string;
  /** A recording of dcm proxy. */
  readonly recording?: string;
  readonly lang?: string;
  readonly json?: boolean;
}

/** `dcm checklist`: the 16 steps for the real stage, with what a run has shown here and what to ask DCM. */
export async function checklist(options: ChecklistCommand): Promise<number> {
  const language = languageOf(options.lang);
  if (options.config !== undefined && options.result !== undefined) {
    throw new UsageError(
      said(
        'use --config or --result, not both: a result already contains the configuration of its bank',
        'укажіть або --config, або --result: результат уже містить налаштування банку',
      ),
    );
  }
  const about = options.result === undefined ? await known(options.config) : await readResult(options.result);
  const list = checklistOf(about, language, await seenIn(options.recording));
  console.log(options.json ? JSON.stringify(list, null, 2) : checklistText(list, language));
  return 0;
}

/** What a recording shows of the steps. @throws {UsageError} if it cannot be read */
async function seenIn(file: string | undefined): Promise<readonly SeenOnStage[]> {
  if (file === undefined) return [];
  const evidence = createEvidence();
  const recording = await openRecording(file);
  for await (const exchange of recording.exchanges()) evidence.look(exchange);
  return evidence.all();
}

/** What is known from a configuration; nothing without one. */
async function known(file: string | undefined): Promise<Known> {
  if (file === undefined) return { target: '-', switchedOff: [], profile: {} };
  const { bank, plan, scope, profile, driver } = (await loadConfig(file)).config;
  const callbacks = plan.callbacks && bank.callback_url !== undefined;
  return {
    target: bank.alias,
    switchedOff: switchedOff({
      ...plan,
      callbacks,
      scope,
      schemes: bank.schemes,
      parallel: actsInParallel(driver),
      hard: true,
    }),
    profile: namedOptions(profile),
  };
}
