import { createLoginFlows, type LoginFlow, mostFlows } from './api/login-flows.js';
import { createSnapshots } from './control/kept-snapshots.js';
import { createFaults, type FaultsLeft } from './domain/faults.js';
import type { Chance, Timers, WallClock } from './domain/ports.js';
import type { Handover } from './handover.js';
import { createAudit, type KeptAct } from './journal/audit.js';
import { createBankFacts } from './journal/bank-facts.js';

/** The key of what is kept as a whole. */
const all = '';

interface MemoryParts {
  readonly chance: Chance;
  readonly clock: WallClock;
  readonly timers: Timers;
  /** Called when something has changed that pages show. */
  readonly changed: () => void;
}

/** What lives in memory, as an earlier process has left it, and kept for the next one. */
export async function handedOver(
  handover: Handover,
  time: Pick<MemoryParts, 'clock' | 'timers'>,
  chance: Chance,
  changed: () => void,
) {
  const parts: MemoryParts = { ...time, chance, changed };
  return {
    faults: await faultsOf(handover, parts),
    flows: await flowsOf(handover, parts),
    audit: await auditOf(handover, parts),
    snapshots: await createSnapshots(handover.of('snapshots')),
  };
}

async function faultsOf(handover: Handover, { chance, timers, changed }: MemoryParts) {
  const kept = handover.of('faults');
  const [left] = (await kept.left()) as readonly FaultsLeft[];
  const faults = createFaults(chance, timers, () => {
    kept.put(all, faults.left);
    changed();
  });
  if (left) faults.takeUp(left);
  return faults;
}

async function flowsOf(handover: Handover, { chance, clock }: MemoryParts) {
  const kept = handover.of('flows');
  const left = (await kept.left()) as readonly LoginFlow[];
  const flows = createLoginFlows(chance, clock, mostFlows, kept);
  flows.takeUp(left);
  return flows;
}

async function auditOf(handover: Handover, { changed }: MemoryParts) {
  const kept = handover.of('audit');
  const audit = createAudit(changed, kept);
  audit.takeUp((await kept.left()) as readonly KeptAct[]);
  return audit;
}

/** @param stored what the state has of them: older than what a process has left that was killed */
export async function bankFactsOf(handover: Handover, stored: Readonly<Record<string, number>> | undefined) {
  const kept = handover.of('seen');
  const [left] = (await kept.left()) as readonly Readonly<Record<string, number>>[];
  const facts = createBankFacts(() => kept.putSoon(all, facts.counts));
  facts.restore(left ?? stored);
  return facts;
}
