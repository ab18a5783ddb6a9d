import type { Envelope } from '@cucumber/messages';
import { defaultProfile, type Profile, profileOptions } from '../contract/profile.js';
import type { Result } from '../contract/result.js';
import { systemClock } from '../mock-server/system.js';
import { findingsOfBank } from '../steps/findings.js';
import type { Collected, ScenarioRun } from '../steps/run/collect.js';
import { type FeaturesOptions, noScenario, runFeatures, SelectionError } from '../steps/run/features.js';
import { judge, type RunFacts } from '../steps/run/judge.js';
import {
  type Scope,
  type Selection,
  selectionText,
  stepsSwitchedOff,
  switchedOff,
  tagExpression,
} from '../steps/run/selection.js';
import { provideStage, type Scheme, type Stage } from '../steps/stage.js';
import { allTimes } from '../steps/times.js';
import type { BankStage } from './bank-stage.js';
import { packageRoot, packageVersion, stepFiles } from './package.js';
import { createProgress } from './progress.js';

export interface JudgeOptions {
  readonly order?: FeaturesOptions['order'] | undefined;
  /** Told how far it is; prints the steps of the plan unless another one is given. */
  readonly progress?: Progress;
  /** Handed what tells, at any moment, how far the run has come. */
  readonly begun?: (soFar: () => Judged) => void;
}

/** Hears of schemes and scenarios as they come and go. */
type Told = ReturnType<typeof createProgress>;
export type Progress = Omit<Told, 'message'> & Partial<Pick<Told, 'message'>>;

/** What every scenario said, and the judgement. */
export interface Judged {
  readonly result: Result;
  readonly scenarios: readonly ScenarioRun[];
  /** Cucumber's messages of all passes, in their order. */
  readonly messages: readonly Envelope[];
}

/** Walks the plan on a stage, once for each scheme from step 12 on, and judges. The stage stays open. */
export async function judgeStage(
  stage: BankStage,
  selection: Selection,
  scope: Scope,
  { order = 'defined', progress = createProgress(process.stdout), begun = () => {} }: JudgeOptions = {},
): Promise<Judged> {
  const startedMs = systemClock.now();
  // The findings are read when all is over, before the stage is taken down.
  const held: Stage = Object.create(stage, {
    close: { value: async () => {} },
    measured: { value: [] },
    ordersAmiss: { value: [] },
  });
  const passes: Collected[] = [];
  const messages: Envelope[] = [];
  const ended: ScenarioRun[] = [];
  const judged = (collected: Collected, seen: Seen): Judged => ({
    result: judge(collected, {
      target: stage.target,
      scope: scope.scope,
      seed: stage.seed,
      startedAt: new Date(startedMs).toISOString(),
      ms: systemClock.now() - startedMs,
      switchedOff: switchedOff(scope),
      stepsSwitchedOff: stepsSwitchedOff(scope),
      selection: selectionText(selection),
      waivers: stage.waivers ?? [],
      versions: { dcm: packageVersion(), node: process.versions.node },
      ...seen,
    }),
    scenarios: collected.scenarios,
    messages,
  });
  begun(() => judged({ scenarios: ended, errors: [] }, nothingSeen));
  const heard = {
    onScenario(run: ScenarioRun) {
      ended.push(run);
      progress.scenario(run);
    },
    onMessage(one: Envelope) {
      messages.push(one);
      progress.message?.(one);
    },
  };
  for (const scheme of scope.schemes) {
    progress.pass(scheme);
    passes.push(await walk(held, selection, scope, scheme, order, heard));
    progress.end();
  }
  const errors = passes.flatMap((pass) => pass.errors);
  const scenarios = passes.flatMap((pass) => pass.scenarios);
  if (scenarios.length === 0 && errors.length === 0) {
    throw noScenario(selectionText(selection));
  }
  const back = await lookBack(held);
  return judged({ scenarios, errors: [...errors, ...back.errors] }, back.seen);
}

/** One scheme; a selection of which nothing belongs to it is an empty pass. */
async function walk(
  stage: Stage,
  selection: Selection,
  scope: Scope,
  scheme: Scheme,
  order: FeaturesOptions['order'],
  heard: Pick<FeaturesOptions, 'onScenario' | 'onMessage'>,
): Promise<Collected> {
  provideStage(async () => stage, scheme);
  try {
    return await runFeatures({
      root: packageRoot,
      steps: stepFiles,
      tags: tagExpression(selection, scope, scheme),
      scheme,
      ...(order === undefined ? {} : { order }),
      ...heard,
    });
  } catch (error) {
    if (error instanceof SelectionError && error.nothingMatches) return { scenarios: [], errors: [] };
    throw error;
  }
}

type Seen = Pick<RunFacts, 'findings' | 'times' | 'profile' | 'profileChanges' | 'relaxed'>;

const nothingSeen: Seen = { findings: [], times: [], profile: {}, profileChanges: [], relaxed: [] };

/** What the mock has noticed, and with which options; a mock that does not tell is an error of the run. */
async function lookBack(stage: Stage): Promise<{ seen: Seen; errors: string[] }> {
  const { control, agent } = stage.dcm;
  try {
    const times = await allTimes(stage);
    const noticed = await control.listFindings({ query: { without_agent: agent } });
    const findings = await findingsOfBank(stage, noticed.findings);
    const { profile } = await control.getProfile({});
    const changed = (Object.keys(profile) as (keyof Profile)[]).filter(
      (name) => JSON.stringify(profile[name]) !== JSON.stringify(defaultProfile[name]),
    );
    const show = (name: keyof Profile) => `${name}: ${JSON.stringify(profile[name])}`;
    const relaxed = changed.filter((name) => profileOptions[name].relaxedBy === profile[name]);
    return {
      seen: { findings, times, profile, profileChanges: changed.map(show), relaxed: relaxed.map(show) },
      errors: [],
    };
  } catch (error) {
    const problem = `the mock does not tell what it noticed: ${error instanceof Error ? error.message : error}`;
    return { seen: nothingSeen, errors: [problem] };
  }
}
