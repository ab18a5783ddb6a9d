import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Envelope } from '@cucumber/messages';
import { hiding } from '../../contract/hide.js';
import type { Result } from '../../contract/result.js';
import { bilingual, type Language } from '../../contract/texts/language.js';
import { UsageError } from '../../contract/texts/said.js';
import { withoutSlash } from '../../contract/without-slash.js';
import { systemTimers } from '../../mock-server/system.js';
import { judgeScenario } from '../../steps/run/judge-scenario.js';
import type { ScenarioRun } from '../../steps/run/scenario-run.js';
import { firstStepPerScheme } from '../../steps/run/selection.js';
import type { BankStage } from '../bank-stage.js';
import { bundleOf } from '../bundle/files.js';
import { readResult } from '../commands/report.js';
import { isCutShort, reasonOf, whenCutShort } from '../end/early.js';
import { exitCodes } from '../exit.js';
import type { Progress } from '../judge-stage.js';
import type { VerifyCommand } from '../verify-command.js';
import { type HandedOver, openReporter, type Reporter, type ReporterParts, shortOf } from './reporter.js';
import type { StartedRun } from './started.js';

/** A run that a mock watches: it is in its list of runs, on a page and for `dcm runs`. */
export interface Watched {
  /** Adds to the progress of a run that the mock hears of it, too. */
  watching(progress: Progress): Progress;
  /** The run has ended with this result, and its reports are written. */
  end(result: Pick<Result, 'exit_code'>): Promise<void>;
  /** The run has ended without a result. */
  broken(error: unknown): Promise<void>;
}

const words = bilingual(
  {
    shown: (url: string) => `This run can be watched at ${url}`,
    beside: (id: number) =>
      `note: run ${id} is under way on the same mock; two runs at the same time disturb each other`,
    untold: (problem: string) =>
      `note: the mock does not have the end of this run in its list: ${problem}; the reports are complete`,
  },
  {
    shown: (url) => `За цим прогоном можна стежити на сторінці ${url}`,
    beside: (id) =>
      `примітка: на тому самому імітаторі триває прогін ${id}; одночасні прогони заважають один одному`,
    untold: (problem) =>
      `примітка: у переліку прогонів імітатора немає завершення цього прогону: ${problem}; звіти повні`,
  },
);

export interface WatchedOptions {
  readonly options: VerifyCommand;
  readonly language: Language;
  /** Folder of the reports. */
  readonly folder: string;
  /** Set if the mock has started this run. */
  readonly started?: StartedRun | undefined;
  /** With which it was registered already, to be alone. */
  readonly reporter?: Reporter | undefined;
  readonly stop?: ReporterParts['stop'];
}

/** Ends this command as a signal does: the run puts back what it has changed. */
export const endCommand = (): void => void (isCutShort() || process.kill(process.pid, 'SIGTERM'));

/** What was selected, as the list of runs has it. */
export function runOptionsOf({ steps = '', tags = '', readings, quick = false, defect = '' }: VerifyCommand) {
  return { steps, tags, readings: readings === true ? 'all' : (readings ?? ''), quick, defect };
}

interface Registering extends Pick<WatchedOptions, 'options' | 'started'>, Pick<ReporterParts, 'stop'> {
  readonly given: Reporter | undefined;
}

/** Registers the run, or completes how it was registered. */
async function registered(
  { dcm, target, seed }: Pick<BankStage, 'dcm' | 'target' | 'seed'>,
  { options, started, given, stop }: Registering,
): Promise<Reporter | undefined> {
  const known = { target, seed, options: runOptionsOf(options) };
  await given?.know(known);
  const parts = { control: dcm.control, timers: systemTimers, stop };
  return given ?? openReporter(parts, { ...(started && { id: started.id }), ...known });
}

/** Lets the mock that already runs watch the run; undefined without such a mock, or if it knows no runs. */
export async function watched(
  stage: Pick<BankStage, 'dcm' | 'target' | 'seed' | 'secrets' | 'waived'>,
  { options, language, folder, started, reporter: given, stop = endCommand }: WatchedOptions,
): Promise<Watched | undefined> {
  const { mockUrl } = options;
  if (mockUrl === undefined) return undefined;
  const reporter = await registered(stage, { options, started, given, stop });
  if (reporter === undefined) return undefined;
  if (!started) {
    console.log(words[language].shown(`${withoutSlash(mockUrl)}/console/runs/${reporter.id}`));
    const others = (await stage.dcm.control.listRuns({}).catch(() => ({ runs: [] }))).runs.filter(
      ({ id, state }) => state === 'running' && id !== reporter.id,
    );
    if (others[0]) console.error(words[language].beside(others[0].id));
  }
  const hide = hiding(stage.secrets ?? []);

  /** The archive in base64; empty if it cannot be made. */
  async function archive(): Promise<string> {
    try {
      const made = await readResult(join(folder, 'result.json'));
      const { zip } = await bundleOf({ folder, result: made, config: options.config, language });
      return zip.toString('base64');
    } catch {
      return '';
    }
  }

  async function partsIn(): Promise<(readonly [HandedOver, string])[]> {
    const read = (name: string) => readFile(join(folder, name), 'utf8').catch(() => '');
    const parts = [
      ['result', await read('result.json')] as const,
      ['report', await read('report.html')] as const,
      ['bundle', await archive()] as const,
    ];
    return parts.filter(([, text]) => text !== '');
  }

  async function say(exit_code: number, note: string): Promise<void> {
    past();
    const problem = await reporter?.end({ exit_code, note }, await partsIn());
    if (problem) console.error(words[language].untold(problem));
  }

  let reason = '';
  let lost = false;
  const past = whenCutShort({
    write(end) {
      reason = reasonOf(end);
      lost = end.by === 'loss';
      return '';
    },
    // There is nobody left to tell.
    close: () => (lost ? undefined : say(exitCodes.toolFailed, reason)),
  });

  return {
    watching: (progress) => ({
      ...progress,
      scenario(run: ScenarioRun) {
        progress.scenario(run);
        if (!isCutShort()) reporter.ends(hide(shortOf(judgeScenario(run, stage.waived))));
      },
      message(envelope: Envelope) {
        progress.message?.(envelope);
        if (envelope.testCase) reporter.planned();
      },
      begins({ id, name, step }, scheme, first_seq) {
        reporter.begins({ id, name, step, first_seq, scheme: step >= firstStepPerScheme ? scheme : null });
      },
    }),
    end: ({ exit_code }) => say(exit_code, ''),
    broken(error) {
      const code = error instanceof UsageError ? exitCodes.usage : exitCodes.toolFailed;
      return say(code, error instanceof UsageError ? error.said[language] : String(error));
    },
  };
}
