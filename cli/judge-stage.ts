import type { Envelope } from '@cucumber/messages';
import type { Result } from '../contract/result.js';
import { systemClock } from '../mock-server/system.js';
import type { Collected } from '../steps/run/collect.js';
import { type FeaturesOptions, runFeatures } from '../steps/run/features.js';
import { judge } from '../steps/run/judge.js';
import type { ScenarioRun } from '../steps/run/scenario-run.js';
import {
  type Scope,
  type Selection,
  selectionText,
  stepsSwitchedOff,
  switchedOff,
  tagExpression,
} from '../steps/run/selection.js';
import { noScenario, SelectionError } from '../steps/run/selection-error.js';
import { heardSoFar } from '../steps/secrets-heard.js';
import { type BegunScenario, provideStage, type Scheme, type Stage } from '../steps/stage.js';
import { afterInterruption, type WalkState } from '../steps/walk/memory.js';
import type { BankStage } from './bank-stage.js';
import { lookBack, nothingSeen, type Seen } from './look-back.js';
import { createEstimator } from './pace/estimate.js';
import { packageRoot, packageVersion, stepFiles } from './package.js';
import { createProgress } from './progress.js';
import type { Earlier } from './resume/parts.js';
import type { Running } from './resume/recorder.js';
import { resumedOf, takeUpHeard, withSpoiled } from './resume/take-up.js';

export interface JudgeOptions {
  readonly order?: FeaturesOptions['order'] | undefined;
  /** Hears how far the run is; prints the steps of the plan by default. */
  readonly progress?: Progress;
  /** Receives functions that return, at any moment, what the run has shown so far. */
  /** Hears that a scenario begins, under this scheme; with the `seq` of its first journal entry. */
  readonly begins?: (scenario: BegunScenario, scheme: Scheme, firstSeq: number) => void;
  readonly begun?: (soFar: () => Judged, running: () => Running) => void;
  /** The run that is resumed: finished scenarios are not run again. */
  readonly earlier?: Earlier | undefined;
  /** What an earlier walk on the same stage has made, if there is no earlier run. */
  readonly past?: WalkState | undefined;
  /** Leaves out what is read of the whole run at its end: findings, times, options. */
  readonly brief?: boolean;
  /** Records the run between two scenarios. */
  readonly keep?: ((walk: () => WalkState, next: string, running: Running) => Promise<void>) | undefined;
}

/** Hears when schemes and scenarios begin and end. */
type FullProgress = ReturnType<typeof createProgress>;
export type Progress = Omit<FullProgress, 'message' | 'pace'> &
  Partial<Pick<FullProgress, 'message' | 'pace'>> & {
    /** A scenario begins, under this scheme; with the `seq` of its first journal entry. */
    readonly begins?: (scenario: BegunScenario, scheme: Scheme, firstSeq: number) => void;
  };

/** The results of all scenarios, and the verdict. */
export interface Judged {
  readonly result: Result;
  readonly scenarios: readonly ScenarioRun[];
  /** Cucumber's messages of all passes, in order. */
  readonly messages: readonly Envelope[];
}

/** Walks the plan on a stage, from step 12 on once for each scheme, and judges it. The stage stays open. */
export async function judgeStage(
  stage: BankStage,
  selection: Selection,
  scope: Scope,
  options: JudgeOptions = {},
): Promise<Judged> {
  const { order = 'defined', begun = () => {} } = options;
  const progress: Progress = options.progress ?? createProgress(process.stdout);
  const { earlier, keep, past = earlier && afterInterruption(earlier.walk), brief = false } = options;
  const startedMs = systemClock.now();
  const startedAt = new Date(startedMs).toISOString();
  const measured = [...(earlier?.measured ?? [])];
  const ordersAmiss = [...(earlier?.ordersAmiss ?? [])];
  const messages: Envelope[] = [...(earlier?.messages ?? [])];
  const ended: ScenarioRun[] = [...(earlier?.scenarios ?? [])];
  let underWay: () => Running['underWay'] = () => [];
  let under: Scheme = 'dcm';
  const running = (): Running => {
    const { refusals, secrets } = heardSoFar(stage);
    const said = { scenarios: ended, messages, measured, refusals, secrets: [...secrets], ordersAmiss };
    return { ...said, scheme: under, underWay: underWay() };
  };
  // A scenario about DCM's keys waits until the bank fetches them; one about an outage, twice.
  const waitMs = (tags: readonly string[]) =>
    tags.includes('@rotation') ? stage.bank.jwksCooldownS * 1000 * (tags.includes('@hard') ? 2 : 1) : 0;
  const estimator = createEstimator({ schemes: scope.schemes, now: stage.now, measured, waitMs });
  // The findings are read at the end, before the stage closes.
  const held: Stage = Object.create(stage, {
    close: { value: async () => {} },
    measured: { value: measured },
    lastScheme: { value: scope.schemes.at(-1) },
    driver: { get: () => estimator.timed(stage.driver) },
    ordersAmiss: { value: ordersAmiss },
    whole: { value: selection.whole === true },
    past: { value: past },
    begins: {
      value: (begun: BegunScenario, firstSeq: number) => {
        progress.begins?.(begun, under, firstSeq);
        options.begins?.(begun, under, firstSeq);
      },
    },
    keep: { value: (walk: () => WalkState, next: string) => keep?.(walk, next, running()) },
  });
  takeUpHeard(stage, earlier);
  const passes: Collected[] = [];
  const judged = (collected: Collected, seen: Seen): Judged => ({
    result: judge(collected, {
      target: stage.target,
      scope: scope.scope,
      seed: stage.seed,
      startedAt: earlier?.begunAt ?? startedAt,
      resumed: earlier === undefined ? null : resumedOf(earlier, startedAt),
      ms: (earlier?.ms ?? 0) + systemClock.now() - startedMs,
      switchedOff: switchedOff(scope),
      stepsSwitchedOff: stepsSwitchedOff(scope),
      selection: selectionText(selection),
      whole: selection.whole === true,
      waivers: stage.waivers ?? [],
      versions: { dcm: packageVersion(), node: process.versions.node },
      ...seen,
    }),
    scenarios: collected.scenarios,
    messages,
  });
  begun(() => judged({ scenarios: ended, errors: [] }, nothingSeen), running);
  const heard = {
    onScenario(scenarioRun: ScenarioRun) {
      const run = withSpoiled(scenarioRun, earlier);
      ended.push(run);
      progress.scenario(run);
      const estimate = estimator.scenario(scenarioRun);
      if (estimate) progress.pace?.(estimate);
    },
    begun(tell: typeof underWay) {
      underWay = tell;
    },
    onMessage(envelope: Envelope) {
      messages.push(envelope);
      progress.message?.(envelope);
      estimator.message(envelope);
    },
  };
  for (const scheme of scope.schemes) {
    progress.pass(scheme);
    estimator.pass();
    under = scheme;
    const known = earlier?.scenarios.filter((scenario) => scenario.scheme === scheme) ?? [];
    const done = new Set(known.map(({ place = '' }) => place));
    passes.push(await walk(held, selection, scope, scheme, { order, done, ...heard }));
    progress.end();
  }
  const errors = passes.flatMap((pass) => pass.errors);
  if (ended.length === 0 && errors.length === 0) {
    throw noScenario(selectionText(selection));
  }
  const back = brief ? { seen: nothingSeen, errors: [] } : await lookBack(held);
  return judged({ scenarios: ended, errors: [...errors, ...back.errors] }, back.seen);
}

/** Walks under one scheme; a selection without scenarios of that scheme gives an empty pass. */
async function walk(
  stage: Stage,
  selection: Selection,
  scope: Scope,
  scheme: Scheme,
  more: Pick<FeaturesOptions, 'order' | 'done' | 'onScenario' | 'onMessage' | 'begun'>,
): Promise<Collected> {
  provideStage(async () => stage, scheme);
  try {
    return await runFeatures({
      root: packageRoot,
      steps: stepFiles,
      tags: tagExpression(selection, scope, scheme),
      scheme,
      ...more,
    });
  } catch (error) {
    if (error instanceof SelectionError && error.nothingMatches) return { scenarios: [], errors: [] };
    throw error;
  }
}
