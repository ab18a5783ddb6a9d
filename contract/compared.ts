import { z } from 'zod';
import type { Result } from './result.js';
import { runVerdicts, type Verdict, verdicts } from './verdict.js';

/** Two runs of the same plan, compared as a person asks: what broke, what was mended, what is slower. */

type Scenario = Result['scenarios'][number];

const verdict = z.enum(verdicts);
const scheme = z.enum(['dcm', 'bank']).nullable();

/** A scenario whose verdict has changed. */
const turned = z.object({
  id: z.string(),
  scheme,
  name: z.string(),
  was: verdict,
  now: verdict,
  /** Why, in the run in which it is worse. */
  because: z.string(),
  /** The failed check behind it; null if none failed. */
  check: z.object({ expected: z.string(), actual: z.string() }).nullable(),
});
export type Turned = z.infer<typeof turned>;

/** Scenarios that turned for the same reason: a rule, or what could not be reached. */
const turnedBy = z.object({
  /** Empty if no check failed. */
  rule: z.string(),
  says: z.string(),
  scenarios: z.array(turned),
});
export type TurnedBy = z.infer<typeof turnedBy>;

export const compared = z.object({
  /** Of the earlier run and of the later one. */
  verdicts: z.tuple([z.enum(runVerdicts), z.enum(runVerdicts)]),
  /** What has passed before and does not hold now, by rule. */
  broken: z.array(turnedBy),
  /** What did not hold before and passes now, by rule. */
  mended: z.array(turnedBy),
  /** What was verified before and is not now. */
  unverified: z.array(turnedBy),
  /** What was not verified before and passes now. */
  verified: z.array(turnedBy),
  /** Scenarios that take at least twice as long, the worst first; milliseconds. */
  slower: z.array(z.object({ id: z.string(), scheme, was: z.number(), now: z.number() })),
  /** Ids of scenarios that only one of the runs has. */
  only: z.tuple([z.array(z.string()), z.array(z.string())]),
});
export type Compared = z.infer<typeof compared>;

const bad: ReadonlySet<Verdict> = new Set(['failed', 'error']);
const unverified: ReadonlySet<Verdict> = new Set(['not-verified', 'not-run', 'not-applicable']);
const isGood = (verdict: Verdict): boolean => !bad.has(verdict) && !unverified.has(verdict);

/** Less than this many milliseconds more is chance. */
const noticeableMs = 500;
const timesSlower = 2;

const keyOf = ({ id, scheme }: Scenario): string => `${id} ${scheme ?? ''}`;

/** By scenario and scheme; the first one if there are several. */
function byKey({ scenarios }: Result): Map<string, Scenario> {
  const keyed = new Map<string, Scenario>();
  for (const scenario of scenarios) if (!keyed.has(keyOf(scenario))) keyed.set(keyOf(scenario), scenario);
  return keyed;
}

/** The rule behind a scenario that did not pass: that of its cause, or of its first failure. */
function reasonOf({
  failures,
  caused_by,
  note,
}: Scenario): { rule: string; says: string } & Pick<Turned, 'because' | 'check'> {
  const [first] = failures;
  const cause = first?.caused_by ?? caused_by;
  if (cause) return { rule: cause.rule, says: cause.text, because: cause.text, check: null };
  if (first === undefined) return { rule: '', says: note, because: note, check: null };
  const { rule, says, expected, actual } = first;
  return { rule, says, because: `expected ${expected}, was ${actual}`, check: { expected, actual } };
}

/** @param worse the scenario in the run in which it is worse: it knows the reason */
function grouped(turned: readonly { was: Scenario; now: Scenario; worse: Scenario }[]): TurnedBy[] {
  const groups = new Map<string, { rule: string; says: string; scenarios: Turned[] }>();
  for (const { was, now, worse } of turned) {
    const { rule, says, because, check } = reasonOf(worse);
    const key = rule === '' ? says : rule;
    const group = groups.get(key) ?? { rule, says, scenarios: [] };
    const { id, scheme, name } = now;
    group.scenarios.push({ id, scheme, name, was: was.verdict, now: now.verdict, because, check });
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.scenarios.length - a.scenarios.length);
}

/** Compares a run with an earlier one. */
export function compareResults(before: Result, after: Result): Compared {
  const [earlier, later] = [byKey(before), byKey(after)];
  const both = [...later].flatMap(([key, now]) => {
    const was = earlier.get(key);
    return was === undefined ? [] : [{ was, now }];
  });
  const turnedWhen = (when: (was: Verdict, now: Verdict) => boolean, worse: 'was' | 'now') =>
    grouped(
      both
        .filter(({ was, now }) => when(was.verdict, now.verdict))
        .map(({ was, now }) => ({ was, now, worse: worse === 'was' ? was : now })),
    );
  const slower = both
    .filter(({ was, now }) => now.ms - was.ms >= noticeableMs && now.ms >= timesSlower * was.ms)
    .map(({ was, now }) => ({ id: now.id, scheme: now.scheme, was: was.ms, now: now.ms }))
    .sort((a, b) => b.now - b.was - (a.now - a.was));
  const missing = (from: Map<string, Scenario>, other: Map<string, Scenario>) =>
    [...from].filter(([key]) => !other.has(key)).map(([key]) => key.trim());
  return {
    verdicts: [before.verdict, after.verdict],
    broken: turnedWhen((was, now) => !bad.has(was) && bad.has(now), 'now'),
    mended: turnedWhen((was, now) => bad.has(was) && isGood(now), 'was'),
    unverified: turnedWhen((was, now) => !unverified.has(was) && unverified.has(now), 'now'),
    verified: turnedWhen((was, now) => unverified.has(was) && isGood(now), 'was'),
    slower,
    only: [missing(earlier, later), missing(later, earlier)],
  };
}
