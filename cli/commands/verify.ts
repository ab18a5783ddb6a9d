import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { hidden, hiding } from '../../contract/hide.js';
import type { Result } from '../../contract/result.js';
import type { Language } from '../../contract/texts/language.js';
import { SaidError, UsageError } from '../../contract/texts/said.js';
import { checkWritable, clearReports, ReportFolderError } from '../../reports/folder.js';
import { statementOf } from '../../reports/statement.js';
import { writeReports } from '../../reports/write.js';
import type { ScenarioRun } from '../../steps/run/scenario-run.js';
import { type Selection, selectionText } from '../../steps/run/selection.js';
import type { WalkState } from '../../steps/walk/memory.js';
import { flushed, isCutShort } from '../end/early.js';
import { brokenOff, type Known, keepWhenCutShort, type Printable } from '../end/kept.js';
import { createExchanges } from '../exchanges-of-run.js';
import { exitCodes } from '../exit.js';
import { requireFitting } from '../fitting-options.js';
import { type Judged, judgeStage } from '../judge-stage.js';
import { keysTurnedAt } from '../keys-of-before.js';
import { languageOf } from '../language.js';
import { openStage, terminal } from '../open-stage.js';
import type { Opening } from '../opening.js';
import { printResult } from '../print-result.js';
import { createProgress } from '../progress.js';
import { readingsList, wantedReadings, withReadings } from '../readings/run.js';
import { stepsOf } from '../real-stage/stage-options.js';
import { openEarlier } from '../resume/earlier.js';
import { runFileOf } from '../resume/file.js';
import { createRecorder } from '../resume/recorder.js';
import { resumeCommand, resumeWords } from '../resume/words.js';
import type { Reporter } from '../runs/reporter.js';
import { type StartedRun, startedRun } from '../runs/started.js';
import { endCommand, watched } from '../runs/watched.js';
import { inSandbox } from '../sandbox.js';
import { secretsInFile } from '../secrets.js';
import { signStatement } from '../statement/jws.js';
import { readStatementKey, type StatementKey } from '../statement/keys.js';
import { suiteDigests } from '../statement/suite.js';
import type { Openers, VerifyCommand } from '../verify-command.js';
import { openersOfWalk } from '../walk-profile.js';

/**
 * `dcm verify`: walks the plan and judges the bank. Returns the exit code.
 *
 * @param open replaces the usual stages in the project's own tests
 */
export async function verify(given: VerifyCommand, open: Openers = openersOfWalk): Promise<number> {
  const started = await startedRun(endCommand);
  const token = started?.controlToken;
  const options = token === undefined ? given : { ...given, controlToken: token };
  if (options.readings === 'list') {
    console.log(readingsList(languageOf(options.lang)));
    return 0;
  }
  wantedReadings(options);
  requireFitting(options);
  return inSandbox(options, languageOf(options.lang), (placed, reporter) =>
    verifyAt(placed, open, { started, reporter }),
  );
}

/** How the run is known already to the mock that it is walked against. */
interface KnownToMock {
  readonly started: StartedRun | undefined;
  readonly reporter: Reporter | undefined;
}

async function verifyAt(
  options: VerifyCommand,
  open: Openers,
  { started, reporter }: KnownToMock,
): Promise<number> {
  const selection: Selection = {
    steps: stepsOf(options),
    tags: options.tags ?? '',
    mock: options.mock ?? false,
    whole: options.whole ?? false,
  };
  const language = languageOf(options.lang);
  const { statementKey } = options;
  const key = statementKey === undefined ? undefined : await readStatementKey(statementKey, 'private');
  const folder = resolve(options.report);
  await checkWritable(folder);
  const resumed = options.resume === true ? await openEarlier(options, selection, folder) : undefined;
  const { config } = options;
  const { known, past } = keepWhenCutShort(
    { ...(config === undefined ? {} : { config }), selection: selectionText(selection), language },
    folder,
  );
  const goOn = resumeWords[language].goOn(resumeCommand(options));
  if (resumed) known.resumable = () => true;
  known.goOn = goOn;
  let putBack = () => {};
  try {
    const turnedAt = await keysTurnedAt(folder);
    putBack = clearReports(folder);
    const opening = {
      options,
      selection,
      language,
      folder,
      resumed,
      keysTurnedAt: turnedAt,
      ear: terminal(),
      started,
      reporter,
    };
    const run = await walk(opening, open, known);
    if (isCutShort()) return exitCodes.toolFailed;
    known.printable = () => run;
    const result = await keep(run, folder, language, key);
    // Resuming the run may get past the error of the tool.
    if (result.errors.length === 0) known.done();
    else if (known.resumable()) console.error(`dcm: ${goOn}`);
    printResult(result, options.report, language);
    await known.watched?.end(result);
    await flushed();
    return result.exit_code;
  } catch (error) {
    if (isCutShort()) throw error;
    await known.watched?.broken(error);
    if (error instanceof UsageError) attempt(putBack, language);
    if (known.resumable()) console.error(`dcm: ${goOn}`);
    throw error;
  } finally {
    past();
  }
}

/** Writes the reports and returns the result; without reports there is no verdict. */
async function keep(
  { result, messages, har = '' }: Printable,
  folder: string,
  language: Language,
  key: StatementKey | undefined,
): Promise<Result> {
  try {
    await writeReports(result, folder, {
      language,
      messages,
      har,
      ...(key && { sign: (files) => signed(result, files, key) }),
    });
    return result;
  } catch (error) {
    if (!(error instanceof ReportFolderError)) throw error;
    return brokenOff(result, error.message);
  }
}

/** What fails here must not hide why the run did not begin. */
function attempt(work: () => void, language: Language): void {
  try {
    work();
  } catch (problem) {
    console.error(`dcm: ${problem instanceof SaidError ? problem.said[language] : problem}`);
  }
}

async function walk(
  opening: Opening & { readonly folder: string; readonly reporter: Reporter | undefined },
  open: Openers,
  known: Known,
): Promise<Printable> {
  const { options, language, selection, folder, resumed, started, reporter } = opening;
  const words = resumeWords[language];
  const { stage, scope, file } = await openStage(opening, open, known);
  if (resumed) console.log(words.resumed(resumed.earlier.begunAt, resumed.earlier.scenarios.length));
  else if (file && existsSync(runFileOf(folder))) console.log(words.leftOver(resumeCommand(options)));
  const recorder =
    file &&
    createRecorder(stage, file, resumed?.earlier, (what, problem) =>
      console.error(`dcm: ${words[what](problem)}`),
    );
  const statementSecrets =
    options.statementKey === undefined ? [] : await secretsInFile(options.statementKey);
  const exchanges = createExchanges();
  let har: object | undefined;
  const printable = ({ result, messages }: Judged): Printable => {
    const hide = hiding([...(stage.secrets ?? []), ...statementSecrets]);
    return {
      ...(har && { har: JSON.stringify(hide(har)) }),
      result: hide(result),
      messages: messages.map((message) => `${JSON.stringify(hide(message))}\n`).join(''),
    };
  };
  const { order } = options;
  const progress = createProgress(process.stdout, language);
  known.watched = await watched(stage, { options, language, folder, started, reporter });
  const heard = {
    ...progress,
    scenario: (run: ScenarioRun) => (isCutShort() ? undefined : progress.scenario(run)),
  };
  let past: (() => WalkState) | undefined;
  const judged = await judgeStage(stage, selection, scope, {
    order,
    progress: known.watched?.watching(heard) ?? heard,
    begins: exchanges.begins,
    earlier: resumed?.earlier,
    keep: async (walk, ...more) => {
      past = walk;
      await recorder?.keep(walk, ...more);
    },
    begun(soFar, running) {
      known.printable = () => printable(soFar());
      if (recorder) {
        known.resumable = () => recorder.interrupted(running());
        known.done = recorder.done;
      }
    },
  })
    .then(async (run) => {
      // What the readings send is none of the run's.
      har = options.stage === true ? undefined : await exchanges.har(stage.dcm);
      const usual = { result: run.result, walk: past?.() };
      return { ...run, result: await withReadings(stage, scope, usual, options, language) };
    })
    .catch((error: unknown) => {
      throw hidden(error, stage.secrets ?? []);
    })
    .finally(stage.close);
  return printable(judged);
}

const signed = async (result: Result, files: Readonly<Record<string, string>>, key: StatementKey) =>
  signStatement(statementOf(result, files, await suiteDigests()), key);
