import { loadConfig, loadedFrom } from '../cli/config/load.js';
import { judgeStage } from '../cli/judge-stage.js';
import { openConfigured, openReference } from '../cli/open-stage.js';
import type { Opened } from '../cli/opening.js';
import { openersOfWalk as openers } from '../cli/walk-profile.js';
import { hidden, hiding } from '../contract/hide.js';
import type { Result } from '../contract/result.js';
import { judgeScenario } from '../steps/run/judge-scenario.js';
import { parseSteps, type Selection } from '../steps/run/selection.js';
import type { BankToVerify, VerifyOptions } from './verify-options.js';

/** Whoever called the library handles the end of the process. */
const ending = () => ({ close: (): unknown => undefined });

const isReference = (bank: BankToVerify): bank is { readonly reference: true } =>
  typeof bank === 'object' && 'reference' in bank;

/** Puts the bank on a stage, with a mock of its own. */
async function open(bank: BankToVerify, selection: Selection, options: VerifyOptions): Promise<Opened> {
  const { quick, seed, timeLimitS, language = 'en', say = () => {} } = options;
  const command = {
    report: '',
    ...(quick === undefined ? {} : { quick }),
    ...(seed === undefined ? {} : { seed }),
    ...(timeLimitS === undefined ? {} : { timeLimit: String(timeLimitS) }),
  };
  if (isReference(bank)) return openReference(command, openers, ending());
  const loaded =
    typeof bank === 'string'
      ? await loadConfig(bank)
      : loadedFrom(bank, { file: 'the configuration', folder: process.cwd(), env: process.env });
  const opening = { options: command, selection, language, ear: { say, advise: say } };
  return openConfigured(loaded, opening, openers, ending());
}

/** Walks the plan as `dcm verify` does, and says nothing. */
export async function walkPlan(bank: BankToVerify, options: VerifyOptions): Promise<Result> {
  const { steps, tags = '', whole = false, onScenario } = options;
  const selection = { steps: steps === undefined ? [] : parseSteps(steps), tags, mock: false, whole };
  const { stage, scope } = await open(bank, selection, options);
  const secrets = stage.secrets ?? [];
  const progress = {
    pass() {},
    end() {},
    scenario(run: Parameters<typeof judgeScenario>[0]) {
      if (onScenario === undefined) return;
      const { id, name, verdict } = judgeScenario(run);
      onScenario({ id, name, verdict });
    },
  };
  try {
    const { result } = await judgeStage(stage, selection, scope, { progress });
    return hiding(secrets)(result);
  } catch (error) {
    throw hidden(error, secrets);
  } finally {
    await stage.close();
  }
}
