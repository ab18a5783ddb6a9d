import { resolve } from 'node:path';
import { hidden, hiding } from '../../contract/hide.js';
import { printableLines } from '../../contract/printable.js';
import type { Result } from '../../contract/result.js';
import type { Language } from '../../contract/texts/language.js';
import { type DefectName, isDefect } from '../../fixtures/broken-banks/index.js';
import { consoleReport } from '../../reports/console.js';
import { checkWritable, clearReports, ReportFolderError } from '../../reports/folder.js';
import { statementOf } from '../../reports/statement.js';
import { writeReports } from '../../reports/write.js';
import type { FeaturesOptions } from '../../steps/run/features.js';
import { parseSteps, type Scope, type Selection, selectionText } from '../../steps/run/selection.js';
import type { BankStage } from '../bank-stage.js';
import { loadConfig } from '../config/load.js';
import { openConfigStage } from '../config-stage.js';
import { controlTokenOf } from '../control-token.js';
import { flushed, isCutShort } from '../end/early.js';
import { brokenOff, type Known, keepWhenCutShort, type Printable } from '../end/kept.js';
import { exitCodes } from '../exit.js';
import { requireFitting } from '../fitting-options.js';
import { type Judged, judgeStage } from '../judge-stage.js';
import { languageOf } from '../language.js';
import { hearKeys } from '../person-keys.js';
import { createProgress } from '../progress.js';
import { openReferenceStage, type ReferenceStageOptions } from '../reference-stage.js';
import { secondsOf } from '../seconds.js';
import { secretsInFile } from '../secrets.js';
import { signStatement } from '../statement/jws.js';
import { readStatementKey, type StatementKey } from '../statement/keys.js';
import { suiteDigests } from '../statement/suite.js';
import { unknownDefect } from './bank.js';
import { examineOrThrow } from './doctor.js';

export interface VerifyCommand {
  readonly reference?: boolean;
  readonly config?: string;
  readonly steps?: string;
  readonly tags?: string;
  readonly seed?: string;
  readonly keys?: string;
  readonly report: string;
  /** Private JWK that signs the statement. */
  readonly statementKey?: string;
  /** Language of console and reports. */
  readonly lang?: string;
  readonly defect?: string;
  readonly mockUrl?: string;
  readonly controlToken?: string;
  readonly controlTokenFile?: string;
  /** Runs also what verifies the mock itself; for the project's own tests. */
  readonly mock?: boolean;
  /** Seconds that may be lost under one scheme by waiting for what does not come. */
  readonly timeLimit?: string;
  /** Order of the scenarios; for the project's own tests. */
  readonly order?: FeaturesOptions['order'];
}

/** Puts the mock and a bank on the stage. */
export interface Openers {
  readonly reference: (options: ReferenceStageOptions) => Promise<BankStage>;
  readonly config: typeof openConfigStage;
}

const usual: Openers = { reference: openReferenceStage, config: openConfigStage };

/**
 * `dcm verify`: walks the plan and judges. Answers the exit code.
 *
 * @param open other stages than the usual ones, for the project's own tests
 */
export async function verify(options: VerifyCommand, open: Openers = usual): Promise<number> {
  const selection: Selection = {
    steps: options.steps === undefined ? [] : parseSteps(options.steps),
    tags: options.tags ?? '',
    mock: options.mock ?? false,
  };
  const language = languageOf(options.lang);
  const { statementKey } = options;
  const key = statementKey === undefined ? undefined : await readStatementKey(statementKey, 'private');
  const folder = resolve(options.report);
  await checkWritable(folder);
  const { config } = options;
  const { known, past } = keepWhenCutShort(
    { ...(config === undefined ? {} : { config }), selection: selectionText(selection), language },
    folder,
  );
  try {
    clearReports(folder);
    const run = await walk(options, selection, language, open, known);
    if (isCutShort()) return exitCodes.toolFailed;
    known.printable = () => run;
    const result = await keep(run, folder, language, key);
    print(result, options.report, language);
    await flushed();
    return result.exit_code;
  } finally {
    past();
  }
}

/** Writes the reports, and answers the result; one that cannot be kept is no verdict. */
async function keep(
  { result, messages }: Printable,
  folder: string,
  language: Language,
  key: StatementKey | undefined,
): Promise<Result> {
  try {
    await writeReports(result, folder, {
      language,
      messages,
      ...(key && { sign: (files) => signed(result, files, key) }),
    });
    return result;
  } catch (error) {
    if (!(error instanceof ReportFolderError)) throw error;
    return brokenOff(result, error.message);
  }
}

async function walk(
  options: VerifyCommand,
  selection: Selection,
  language: Language,
  open: Openers,
  known: Known,
): Promise<Printable> {
  const { stage, scope } = await openStage(options, selection, open, language, known);
  const statementSecrets =
    options.statementKey === undefined ? [] : await secretsInFile(options.statementKey);
  const printable = ({ result, messages }: Judged): Printable => {
    const hide = hiding([...(stage.secrets ?? []), ...statementSecrets]);
    return {
      result: hide(result),
      messages: messages.map((one) => `${JSON.stringify(hide(one))}\n`).join(''),
    };
  };
  const { order } = options;
  const progress = createProgress(process.stdout, language);
  const judged = await judgeStage(stage, selection, scope, {
    order,
    progress: { ...progress, scenario: (run) => (isCutShort() ? undefined : progress.scenario(run)) },
    begun(soFar) {
      known.printable = () => printable(soFar());
    },
  })
    .catch((error: unknown) => {
      throw hidden(error, stage.secrets ?? []);
    })
    .finally(stage.close);
  return printable(judged);
}

const signed = async (result: Result, files: Readonly<Record<string, string>>, key: StatementKey) =>
  signStatement(statementOf(result, files, await suiteDigests()), key);

async function openStage(
  options: VerifyCommand,
  selection: Selection,
  open: Openers,
  language: Language,
  known: Known,
): Promise<{ stage: BankStage; scope: Scope }> {
  requireFitting(options);
  if (options.config !== undefined) {
    const loaded = await loadConfig(options.config);
    const stage = await open.config(loaded, {
      say: (text) => console.log(printableLines(`\n${text}`)),
      hear: hearKeys(process.stdin),
      timeLimitS: secondsOf('--time-limit', options.timeLimit),
      language,
      mockUrl: options.mockUrl,
      controlToken: options.mockUrl === undefined ? undefined : await controlTokenOf(options),
      ...(options.seed === undefined ? {} : { seed: options.seed }),
    });
    // The doctor may be ended early, too.
    known.close = stage.close;
    try {
      await examineOrThrow(loaded, stage, language, {
        steps: selection.tags === '' ? selection.steps : [],
        narrowed: selection.steps.length > 0 || selection.tags !== '',
      });
    } catch (error) {
      await stage.close();
      throw error;
    }
    const { scope, bank } = loaded.config;
    const unchecked = [
      ...(bank.tls?.insecure === true ? ['certificate check'] : []),
      ...(bank.probes === 'within-act' ? ['requests of employees outside the bank'] : []),
    ];
    return { stage, scope: { scope, schemes: stage.bank.schemes, ...stage.plan, unchecked } };
  }
  const defect = defectOf(options.defect);
  const timeLimitS = secondsOf('--time-limit', options.timeLimit);
  const stage = await open.reference({
    ...(options.seed === undefined ? {} : { seed: options.seed }),
    ...(options.keys === undefined ? {} : { keys: resolve(options.keys) }),
    ...(defect === undefined ? {} : { defect }),
    ...(timeLimitS === undefined ? {} : { timeLimitS }),
  });
  known.close = stage.close;
  return { stage, scope: { scope: 'full', schemes: stage.bank.schemes, ...stage.plan } };
}

function print(result: Result, folder: string, language: Language): void {
  const color = process.stdout.isTTY === true && process.env.NO_COLOR === undefined;
  const reports = `${folder}/report.html, result.json, junit.xml, summary.md, messages.ndjson`;
  const width = process.stdout.columns ?? 100;
  console.log(`\n${consoleReport(result, { color, width, language, board: false, reports })}`);
}

function defectOf(name: string | undefined): DefectName | undefined {
  if (name === undefined || isDefect(name)) return name;
  throw unknownDefect(name);
}
