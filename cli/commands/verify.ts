import { resolve } from 'node:path';
import { defaultProfile } from '../../contract/profile.js';
import type { Result } from '../../contract/result.js';
import { isDefect } from '../../fixtures/broken-banks/index.js';
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
import { openReferenceStage } from '../reference-stage.js';
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
}

/** What is not built yet, so that no verdict hides it. */
const switchedOff = ['scheme bank', 'multisignature', 'branches', 'limits', 'reconciliation'];

/** `dcm verify`: walks the plan and judges. Answers the exit code. */
export async function verify(options: VerifyCommand): Promise<number> {
  if (!options.reference) {
    throw new UsageError('say what to verify: dcm verify --reference walks the plan with the reference bank');
  }
  const { defect } = options;
  if (defect !== undefined && !isDefect(defect))
    throw new UsageError(`--defect ${defect}: ${knownDefects()}`);
  const selection: Selection = {
    steps: options.steps === undefined ? [] : parseSteps(options.steps),
    tags: options.tags ?? '',
    mock: options.mock ?? false,
  };
  const folder = resolve(options.report);
  await checkWritable(folder);
  await clearReports(folder);
  const result = await run(options, selection, defect);
  await writeReports(result, folder);
  const color = process.stdout.isTTY === true && process.env.NO_COLOR === undefined;
  console.log(consoleReport(result, { color, width: process.stdout.columns ?? 100 }));
  console.log(`reports: ${options.report}/report.html, result.json, junit.xml, summary.md`);
  return result.exit_code;
}

type Defect = Parameters<typeof openReferenceStage>[0] extends infer Options | undefined
  ? Options extends { readonly defect?: infer Name }
    ? Name
    : never
  : never;

async function run(
  options: VerifyCommand,
  selection: Selection,
  defect: Defect | undefined,
): Promise<Result> {
  const begun = systemClock.now();
  const stage = await openReferenceStage({
    ...(options.seed === undefined ? {} : { seed: options.seed }),
    ...(options.keys === undefined ? {} : { keys: resolve(options.keys) }),
    ...(defect === undefined ? {} : { defect }),
  });
  const progress = createProgress(process.stdout);
  // The findings are read when all is over, before the stage is taken down.
  provideStage(async () => ({ ...stage, close: async () => {} }));
  try {
    const features: FeaturesOptions = {
      root: packageRoot,
      steps: stepFiles,
      tags: tagExpression(selection),
      onScenario: progress.scenario,
    };
    const collected = await runFeatures(features);
    progress.end();
    const { findings } = await stage.dcm.control.listFindings({});
    const { profile } = await stage.dcm.control.getProfile({});
    const changed = Object.entries(profile).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(defaultProfile, name)),
    );
    return judge(collected, {
      target: 'reference',
      seed: stage.seed,
      startedAt: new Date(begun).toISOString(),
      ms: systemClock.now() - begun,
      profile,
      profileChanges: changed.map(([name, value]) => `${name}: ${JSON.stringify(value)}`),
      switchedOff,
      selection: selectionText(selection),
      findings,
      versions: { dcm: packageVersion(), node: process.versions.node },
    });
  } finally {
    await stage.close();
  }
}
