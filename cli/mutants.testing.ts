import { writeFile } from 'node:fs/promises';
import type { Collected } from '../steps/run/collect.js';
import { type FeaturesOptions, runFeatures } from '../steps/run/features.js';
import { judgeScenario } from '../steps/run/judge-scenario.js';
import { SelectionError } from '../steps/run/selection-error.js';
import { provideStage, type Scheme } from '../steps/stage.js';
import { packageRoot, stepFiles } from './package.js';
import { makeProofKeys } from './prove/proof-keys.js';
import { openProofStage } from './prove/stage.js';

/**
 * Walks the plan of other features with the reference bank in memory, once for each folder:
 * `mutants.testing.ts <folders as JSON> <file for what came out>`.
 */
export interface Walked {
  readonly id: string;
  readonly scheme: Scheme;
  readonly verdict: string;
}

/** Of some folders nothing belongs to a scheme. */
const someOf = (options: FeaturesOptions): Promise<Collected> =>
  runFeatures(options).catch((error) => {
    if (error instanceof SelectionError && error.nothingMatches) return { scenarios: [], errors: [] };
    throw error;
  });

const [folders = '[]', file = ''] = process.argv.slice(2);
const keys = await makeProofKeys();
const outcomes: Walked[][] = [];
for (const folder of JSON.parse(folders) as string[]) {
  const walked: Walked[] = [];
  for (const scheme of ['dcm', 'bank'] as const) {
    const stage = await openProofStage(keys, {});
    provideStage(async () => stage, scheme);
    const { scenarios, errors } = await someOf({
      root: packageRoot,
      steps: stepFiles,
      features: `${folder}/*.feature`,
      tags: scheme === 'dcm' ? 'not @scheme-bank' : '@scheme-bank',
      scheme,
    });
    if (errors.length > 0) throw new Error(errors.join('; '));
    for (const run of scenarios) walked.push({ id: run.id, scheme, verdict: judgeScenario(run).verdict });
    void stage.close();
  }
  outcomes.push(walked);
}
await writeFile(file, JSON.stringify(outcomes));
process.exit(0);
