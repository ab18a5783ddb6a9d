import { writeFile } from 'node:fs/promises';
import type { Result } from '../contract/result.js';
import { partsOf, type Variant } from '../fixtures/broken-banks/defect.js';
import { hopeless } from '../fixtures/broken-banks/hopeless.js';
import { type DefectName, defects } from '../fixtures/broken-banks/index.js';
import { oddities } from '../fixtures/broken-banks/oddities.js';
import type { Driver } from '../steps/drivers/driver.js';
import { createPatience } from '../steps/patience.js';
import type { ScenarioRun } from '../steps/run/scenario-run.js';
import type { Scheme } from '../steps/stage.js';
import { type ActMistake, mistaken } from './act-mistakes.testing.js';
import { type BankStage, usualTimeLimitS } from './bank-stage.js';
import { judgeStage, type Progress } from './judge-stage.js';
import type { Estimate } from './pace/estimate.js';
import { makeProofKeys } from './prove/proof-keys.js';
import { openProofStage } from './prove/stage.js';

/**
 * Walks the plan with banks in memory, with the patience of a real run on time that does not wait:
 * `virtual-walks.testing.ts <orders as JSON> <file for what came out>`.
 */
export interface VirtualWalk {
  readonly bank: keyof typeof hopeless | keyof typeof oddities | DefectName | 'reference';
  readonly schemes: readonly Scheme[];
  readonly timeLimitS?: number;
  readonly steps?: readonly number[];
  readonly tags?: string;
  /** The scenarios about the mock, too. */
  readonly mock?: boolean;
  readonly order?: 'defined' | `random:${string}`;
  /** A mistake of the bank in an act. */
  readonly mistake?: ActMistake;
}

export interface VirtualOutcome {
  readonly bank: string;
  readonly result: Result;
  /** Seconds of virtual time. */
  readonly seconds: number;
  /** When the run said how long the rest of it takes, and what it said; all in seconds. */
  readonly estimates: readonly { readonly at: number; readonly left: number }[];
  /** Milliseconds and acts of the first pass, by step of the plan. */
  readonly steps: Readonly<Record<number, StepTaken>>;
}

export interface StepTaken {
  readonly scenarios: number;
  readonly ms: number;
  readonly acts: number;
}

const variants: Readonly<Record<string, Variant>> = {
  ...hopeless,
  ...oddities,
  ...defects,
  reference: { says: '', parts: {} },
};

/** Notes what a run says and takes on the way. */
function watch(stage: BankStage, begun: number) {
  const estimates: { at: number; left: number }[] = [];
  const steps: Record<number, StepTaken> = {};
  let passes = 0;
  let acts = 0;
  let last = { at: begun, acts: 0 };
  return {
    estimates,
    steps,
    driver: {
      act: (...given) => {
        acts += 1;
        return stage.driver.act(...given);
      },
    } satisfies Driver,
    progress: {
      pass() {
        passes += 1;
      },
      scenario({ tags }: ScenarioRun) {
        const step = Number(tags.find((tag) => tag.startsWith('@step-'))?.slice('@step-'.length));
        const { scenarios, ...sum } = steps[step] ?? { scenarios: 0, ms: 0, acts: 0 };
        const now = { at: stage.now(), acts };
        const taken = { ms: sum.ms + now.at - last.at, acts: sum.acts + now.acts - last.acts };
        if (passes === 1) steps[step] = { scenarios: scenarios + 1, ...taken };
        last = now;
      },
      pace({ leftMs }: Estimate) {
        estimates.push({ at: (stage.now() - begun) / 1000, left: leftMs / 1000 });
      },
      end() {},
    } satisfies Progress,
  };
}

const [orders = '[]', file = ''] = process.argv.slice(2);
const keys = await makeProofKeys();
const outcomes: VirtualOutcome[] = [];
for (const order of JSON.parse(orders) as VirtualWalk[]) {
  const { bank, schemes, timeLimitS = usualTimeLimitS, steps = [], tags = '', mock = false } = order;
  const variant = variants[bank];
  if (variant === undefined) throw new Error(`there is no bank ${bank}`);
  const patience = createPatience({ limitMs: timeLimitS * 1000 });
  const sound = await openProofStage(keys, partsOf(variant), { ...variant, patience });
  const { mistake } = order;
  const stage = mistake === undefined ? sound : { ...sound, driver: mistaken(sound.driver, mistake) };
  const begun = stage.now();
  const { progress, driver, ...watched } = watch(stage, begun);
  const scope = { scope: 'full', schemes, ...stage.plan, hard: true } as const;
  const options = { progress, order: order.order };
  const { result } = await judgeStage({ ...stage, driver }, { steps, tags, mock }, scope, options);
  outcomes.push({ bank, result, seconds: (stage.now() - begun) / 1000, ...watched });
  // What hangs is not waited for.
  void stage.close();
}
await writeFile(file, JSON.stringify(outcomes));
process.exit(0);
