import type { Envelope } from '@cucumber/messages';
import type { Driver } from '../../steps/drivers/driver.js';
import { firstStepPerScheme } from '../../steps/run/selection.js';
import type { AnswerTime, Scheme } from '../../steps/stage.js';
import { costOf } from './costs.js';

/** How long a run will take at the pace of its bank. */
export interface Estimate {
  /** Milliseconds from now to the end of the run. */
  readonly leftMs: number;
  /** Milliseconds of a response of the authorization service. */
  readonly questionMs: number;
  /** Milliseconds of an act, without the questions that DCM asks meanwhile. */
  readonly actMs: number;
}

export interface EstimatorOptions {
  readonly schemes: readonly Scheme[];
  readonly now: () => number;
  /** Milliseconds that a scenario may wait whatever the bank's pace, by its tags. */
  readonly waitMs?: (tags: readonly string[]) => number;
  /** Answers to the questions of the harness, as they come. */
  readonly measured: readonly AnswerTime[];
}

/** Scenarios and answers after which the pace of a bank is known. */
const enough = 3;
/** A later estimate is of interest only if it differs by this factor, and there is time left to act on it. */
const notable = 1.5;
const notableMs = 60_000;

const stepOf = (tags: readonly string[]): number =>
  Number(tags.find((tag) => tag.startsWith('@step-'))?.slice('@step-'.length) ?? 0);

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >>> 1] ?? 0;

const add = (counts: Map<number, number>, step: number, by: number): void =>
  void counts.set(step, (counts.get(step) ?? 0) + by);

/** Watches a run, and estimates how long the rest of it takes from what the bank took so far. */
export function createEstimator({ schemes, now, measured, waitMs = () => 0 }: EstimatorOptions) {
  const answeredBefore = measured.length;
  const tagsOf = new Map<string, readonly string[]>();
  /** Scenarios of this pass by step: all of them, and those that are not over. */
  let all = new Map<number, number>();
  let left = new Map<number, number>();
  /** Passes that have not begun. */
  let passes = schemes.length;
  /** Scenarios that are over, but for the first one, which also sets everything up. */
  const over = new Map<number, number>();
  let ended = 0;
  let acts = 0;
  let actedMs = 0;
  /** When the first scenario was over, and how long the bank had acted by then. */
  let first = { at: 0, actedMs: 0 };
  let lastStep = 0;
  /** Milliseconds that scenarios of this pass may still wait, and that those took which are over. */
  let toWaitMs = 0;
  let waitedMs = 0;
  let lastEnd = 0;
  let said: { readonly at: number; readonly leftMs: number } | undefined;

  /** All that is left of this pass, and the passes to come: they begin at step 12. */
  function toCome(): Map<number, number> {
    const sum = new Map(left);
    for (const [step, count] of all) if (step >= firstStepPerScheme) add(sum, step, count * passes);
    return sum;
  }

  function estimate(): Estimate | undefined {
    const answers = measured.slice(answeredBefore).filter(({ error }) => error === '');
    if (ended < enough || answers.length + acts < enough) return undefined;
    const questionMs = median(answers.map(({ ms }) => ms));
    const done = costOf(over);
    const actMs = acts === 0 ? 0 : Math.max(0, actedMs - done.within * questionMs) / acts;
    const spentMs = now() - first.at - waitedMs - (actedMs - first.actedMs) - done.probes * questionMs;
    const ownMs = done.own === 0 ? 0 : Math.max(0, spentMs) / done.own;
    const rest = costOf(toCome());
    const bankMs = (rest.probes + rest.within) * questionMs + rest.acts * actMs + toWaitMs;
    const leftMs = bankMs + rest.own * ownMs;
    // This program is slower at first, so that what it needs itself is overestimated.
    return bankMs > leftMs / 2 || leftMs < notableMs ? { leftMs, questionMs, actMs } : undefined;
  }

  return {
    /** The plan begins under another scheme. */
    pass(): void {
      passes -= 1;
      all = new Map();
      left = new Map();
      toWaitMs = 0;
    },
    /** Cucumber's messages, which announce the scenarios of a pass. */
    message({ pickle, testCase }: Envelope): void {
      if (pickle)
        tagsOf.set(
          pickle.id,
          pickle.tags.map(({ name }) => name),
        );
      const tags = tagsOf.get(testCase?.pickleId ?? '') ?? [];
      const step = stepOf(tags);
      if (step === 0) return;
      toWaitMs += waitMs(tags);
      add(all, step, 1);
      add(left, step, 1);
    },
    /** A driver whose acts are measured. */
    timed: (driver: Driver): Driver => ({
      async act(...given) {
        const begun = now();
        const outcome = await driver.act(...given);
        acts += 1;
        actedMs += now() - begun;
        return outcome;
      },
    }),
    /**
     * A scenario is over. Returns an estimate as soon as there is one, and when a step of the plan has begun and the
     * estimate differs notably from the one before.
     */
    scenario({ tags }: { readonly tags: readonly string[] }): Estimate | undefined {
      const step = stepOf(tags);
      const sameStep = step === lastStep;
      lastStep = step;
      add(left, step, -1);
      const wait = waitMs(tags);
      toWaitMs -= wait;
      if (ended === 0) first = { at: now(), actedMs };
      else if (wait > 0) waitedMs += now() - lastEnd;
      else add(over, step, 1);
      lastEnd = now();
      ended += 1;
      if (said !== undefined && sameStep) return undefined;
      const current = estimate();
      if (current === undefined) return undefined;
      const { leftMs } = current;
      const expectedMs = said === undefined ? 0 : Math.max(1, said.leftMs - (now() - said.at));
      const differs = Math.max(leftMs / expectedMs, expectedMs / leftMs) > notable;
      if (said !== undefined && !(differs && leftMs > notableMs)) return undefined;
      said = { at: now(), leftMs };
      return current;
    },
  };
}
