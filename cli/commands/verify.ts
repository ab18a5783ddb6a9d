import { resolve } from 'node:path';
import { defaultProfile } from '../../contract/profile.js';
import type { Result } from '../../contract/result.js';
import { type DefectName, isDefect } from '../../fixtures/broken-banks/index.js';
import { systemClock } from '../../mock-server/system.js';
import { consoleReport } from '../../reports/console.js';
import { checkWritable, clearReports, writeReports } from '../../reports/write.js';
import { type FeaturesOptions, runFeatures } from '../../steps/run/features.js';
import { judge } from '../../steps/run/judge.js';
import { parseSteps, type Selection, selectionText, tagExpression } from '../../steps/run/selection.js';
import { provideStage } from '../../steps/stage.js';
import { UsageError } from '../exit.js';
import { packageRoot, packageVersion, stepFiles } from '../package.js';
import { createProgress } from '../progress.js';
import { openReferenceStage, type ReferenceStage, type ReferenceStageOptions } from '../reference-stage.js';
import { knownDefects } from './bank.js';

export interface VerifyCommand {
  readonly reference?: boolean;
  readonly steps?: string;
  readonly tags?: string;
  readonly seed?: string;
  readonly keys?: string;
  readonly report: string;
  readonly defect?: string;
  /** Runs also what verifies the mock itself; for the project's own tests. */
  readonly mock?: boolean;
  /** Order of the scenarios; for the project's own tests. */
  readonly order?: FeaturesOptions['order'];
}

/** What is not built yet, so that no verdict hides it. */
const switchedOff = ['scheme bank', 'multisignature', 'branches', 'limits', 'reconciliation'];

/** Puts mock and bank on the stage. */
export type OpenStage = (options: ReferenceStageOptions) => Promise<ReferenceStage>;

/**
 * `dcm verify`: walks the plan and judges. Answers the exit code.
 *
 * @param open another stage than the usual one, for the project's own tests
 */
export async function verify(options: VerifyCommand, open: OpenStage = openReferenceStage): Promise<number> {
  if (!options.reference) {
    throw new UsageError('say what to verify: dcm verify --reference walks the plan with the reference bank');
  }
  const defect = defectOf(options.defect);
  const selection: Selection = {
    steps: options.steps === undefined ? [] : parseSteps(options.steps),
    tags: options.tags ?? '',
    mock: options.mock ?? false,
  };
  const folder = resolve(options.report);
  await checkWritable(folder);
  await clearReports(folder);
  const stage = await open({
    ...(options.seed === undefined ? {} : { seed: options.seed }),
    ...(options.keys === undefined ? {} : { keys: resolve(options.keys) }),
    ...(defect === undefined ? {} : { defect }),
  });
  const result = await walk(stage, selection, options.order).finally(stage.close);
  await writeReports(result, folder);
  const color = process.stdout.isTTY === true && process.env.NO_COLOR === undefined;
  console.log(`\nreports: ${options.report}/report.html, result.json, junit.xml, summary.md`);
  console.log(consoleReport(result, { color, width: process.stdout.columns ?? 100, board: false }));
  return result.exit_code;
}

function defectOf(name: string | undefined): DefectName | undefined {
  if (name === undefined || isDefect(name)) return name;
  throw new UsageError(`--defect ${name}: ${knownDefects()}`);
}

async function walk(
  stage: ReferenceStage,
  selection: Selection,
  order: FeaturesOptions['order'] = 'defined',
): Promise<Result> {
  const begun = systemClock.now();
  const progress = createProgress(process.stdout);
  // The findings are read when all is over, before the stage is taken down.
  provideStage(async () => ({ ...stage, close: async () => {} }));
  const collected = await runFeatures({
    root: packageRoot,
    steps: stepFiles,
    tags: tagExpression(selection),
    order,
    onScenario: progress.scenario,
  });
  progress.end();
  const { seen, errors } = await lookBack(stage);
  return judge(
    { scenarios: collected.scenarios, errors: [...collected.errors, ...errors] },
    {
      target: 'reference',
      seed: stage.seed,
      startedAt: new Date(begun).toISOString(),
      ms: systemClock.now() - begun,
      switchedOff,
      selection: selectionText(selection),
      versions: { dcm: packageVersion(), node: process.versions.node },
      ...seen,
    },
  );
}

/** What the mock has noticed, and with which options; a mock that does not tell is an error of the run. */
async function lookBack({ dcm: { control } }: ReferenceStage) {
  try {
    const { findings } = await control.listFindings({});
    const { profile } = await control.getProfile({});
    const profileChanges = Object.entries(profile)
      .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(defaultProfile, name)))
      .map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
    return { seen: { findings, profile, profileChanges }, errors: [] };
  } catch (error) {
    const problem = `the mock does not tell what it noticed: ${error instanceof Error ? error.message : error}`;
    return { seen: { findings: [], profile: {}, profileChanges: [] }, errors: [problem] };
  }
}
