import { partsOf, type Variant } from '../../fixtures/broken-banks/defect.js';
import { defects } from '../../fixtures/broken-banks/index.js';
import { oddities } from '../../fixtures/broken-banks/oddities.js';
import type { Scheme } from '../../steps/stage.js';
import { type Judged, judgeStage, type Progress } from '../judge-stage.js';
import {
  type BankKind,
  type Case,
  catchesOf,
  causesOf,
  problemsOfDefect,
  problemsOfGood,
  spokeOf,
} from './proof.js';
import { openProofStage, type ProofKeys } from './stage.js';

/** A bank of the proof, by name. */
export interface Order {
  readonly kind: BankKind;
  readonly name: string;
  /** Scenarios to walk instead of the whole plan, or readings to try instead of all. */
  readonly only?: readonly string[];
}

export const wholeBank: Order = { kind: 'whole', name: 'reference bank' };

/** All banks of the proof, the sound one first. */
export const allOrders = (): Order[] => [
  wholeBank,
  ...Object.keys(oddities).map((name): Order => ({ kind: 'oddity', name })),
  ...Object.keys(defects).map((name): Order => ({ kind: 'defect', name })),
];

const silent: Progress = { pass() {}, scenario() {}, end() {} };

async function walk(
  keys: ProofKeys,
  variant: Pick<Variant, 'parts' | 'probes' | 'configured' | 'parallel'>,
  schemes: readonly Scheme[],
  only: readonly string[] = [],
): Promise<Judged> {
  const stage = await openProofStage(keys, partsOf(variant), variant);
  const scope = { scope: 'full', schemes, ...stage.plan, hard: true } as const;
  const selection = { steps: [], tags: only.map((id) => `@${id}`).join(' or '), mock: false };
  return judgeStage(stage, selection, scope, { progress: silent }).finally(stage.close);
}

/** Walks the plan with one bank and returns the outcome. */
export async function runCase(
  keys: ProofKeys,
  { kind, name, only }: Order,
  now: () => number,
): Promise<Case> {
  const begun = now();
  const of = (says: string, { result, scenarios }: Judged, problems: readonly string[]): Case => ({
    kind,
    name,
    says,
    verdict: result.verdict,
    catches: catchesOf(scenarios),
    spoke: kind === 'whole' ? spokeOf(scenarios) : [],
    causes: causesOf(result),
    problems,
    ms: now() - begun,
  });
  if (kind === 'defect') {
    const defect = defects[name as keyof typeof defects];
    const judged = await walk(keys, defect, [defect.scheme ?? 'dcm'], only);
    return of(defect.says, judged, problemsOfDefect(defect, judged.result, catchesOf(judged.scenarios)));
  }
  const variant: Variant =
    kind === 'oddity' ? oddities[name as keyof typeof oddities] : { says: '', parts: {} };
  const judged = await walk(keys, variant, ['dcm', 'bank'], only);
  const wanted = only === undefined ? 'conformant' : 'partial';
  return of(variant.says, judged, problemsOfGood(judged.result, catchesOf(judged.scenarios), wanted));
}
