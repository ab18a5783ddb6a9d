import { writeFile } from 'node:fs/promises';
import type { Result } from '../contract/result.js';
import { partsOf, type Variant } from '../fixtures/broken-banks/defect.js';
import { hopeless } from '../fixtures/broken-banks/hopeless.js';
import { type DefectName, defects } from '../fixtures/broken-banks/index.js';
import { oddities } from '../fixtures/broken-banks/oddities.js';
import { createPatience } from '../steps/patience.js';
import type { Scheme } from '../steps/stage.js';
import { type ActMistake, mistaken } from './act-mistakes.testing.js';
import { usualTimeLimitS } from './bank-stage.js';
import { judgeStage } from './judge-stage.js';
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
}

const variants: Readonly<Record<string, Variant>> = {
  ...hopeless,
  ...oddities,
  ...defects,
  reference: { says: '', parts: {} },
};

const silent = { pass() {}, scenario() {}, end() {} };

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
  const scope = { scope: 'full', schemes, ...stage.plan, hard: true } as const;
  const options = { progress: silent, order: order.order };
  const { result } = await judgeStage(stage, { steps, tags, mock }, scope, options);
  outcomes.push({ bank, result, seconds: (stage.now() - begun) / 1000 });
  // What hangs is not waited for.
  void stage.close();
}
await writeFile(file, JSON.stringify(outcomes));
process.exit(0);
