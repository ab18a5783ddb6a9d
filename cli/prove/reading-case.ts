import { type OtherReading, otherReadings } from '../../contract/readings/index.js';
import type { Robustness } from '../../contract/robustness.js';
import { partsOf } from '../../fixtures/broken-banks/defect.js';
import { fragile } from '../../fixtures/broken-banks/fragile.js';
import type { WalkState } from '../../steps/walk/memory.js';
import { judgeStage, type Progress } from '../judge-stage.js';
import { tryReadings } from '../readings/try.js';
import type { Order } from './bank-case.js';
import { type Case, problemsOfReadings } from './proof.js';
import { openProofStage, type ProofKeys } from './stage.js';

const silent: Progress = { pass() {}, scenario() {}, end() {} };
const unheard = { begins() {}, ends() {} };

/** The sound bank, under every reading. */
export const robustBank: Order = { kind: 'robust', name: 'reference bank' };

/** Banks that depend on a reading, each of which is tried with all of them, or with its own only. */
export const fragileOrders = (whole: boolean): Order[] =>
  Object.entries(fragile).map(([name, { fails }]) => ({
    kind: 'fragile',
    name,
    ...(whole ? {} : { only: fails }),
  }));

/** Walks what the readings touch under the usual ones, and then under each of them. */
async function robustness(
  keys: ProofKeys,
  parts: ReturnType<typeof partsOf>,
  readings: readonly OtherReading[],
): Promise<readonly Robustness[]> {
  const stage = await openProofStage(keys, parts);
  const scope = { scope: 'full', schemes: ['dcm', 'bank'], ...stage.plan, hard: true } as const;
  const ids = new Set(readings.flatMap(({ touches }) => touches));
  const selection = { steps: [], tags: [...ids].map((id) => `@${id}`).join(' or '), mock: false };
  let walk: (() => WalkState) | undefined;
  const keep = async (state: () => WalkState) => {
    walk = state;
  };
  try {
    const { result } = await judgeStage(stage, selection, scope, { progress: silent, brief: true, keep });
    return await tryReadings(stage, scope, { result, walk: walk?.() }, readings, unheard);
  } finally {
    await stage.close();
  }
}

/** Tries readings with a bank, and compares on which it depends with what is expected. */
export async function runReadingCase(
  keys: ProofKeys,
  { kind, name, only }: Order,
  now: () => number,
): Promise<Case> {
  const begun = now();
  const bank = kind === 'fragile' ? fragile[name] : undefined;
  const readings = otherReadings.filter(({ id }) => only === undefined || only.includes(id));
  const seen = await robustness(keys, bank === undefined ? {} : partsOf(bank), readings);
  const depends = seen.filter(({ outcome }) => outcome === 'depends');
  return {
    kind,
    name,
    says: bank?.says ?? '',
    verdict: 'partial',
    catches: [],
    spoke: [],
    causes: [],
    readings: depends.map(({ reading, first }) => `${reading} in ${first?.scenario} ${first?.rule}`.trim()),
    problems: problemsOfReadings(bank?.fails ?? [], seen),
    ms: now() - begun,
  };
}
