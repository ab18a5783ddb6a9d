import type { FaultFigures, LeftOut, LoadKind } from '../../contract/load.js';
import { faultWords } from '../../reports/load/faults.js';
import { createWalk } from '../../steps/walk/walk.js';
import type { BankStage } from '../bank-stage.js';
import { createQuestions } from './questions.js';
import type { Source } from './shot.js';
import { createTransfers, fundCustomers } from './transfers.js';
import { findUsers } from './users.js';

export interface SourceOptions {
  readonly transfers: boolean;
  /** The acts of the bank are performed by a person. */
  readonly byPerson: boolean;
  readonly giveUpMs: number;
  readonly hide: (text: string) => string;
}

export interface Sources {
  readonly byKind: ReadonlyMap<LoadKind, Source>;
  readonly leftOut: readonly LeftOut[];
}

/** Prepares test users, and what is asked about them. @throws {Blocked} @throws {AmissAtRest} */
export async function openSources(stage: BankStage, options: SourceOptions): Promise<Sources> {
  const walk = createWalk(stage);
  const byKind = new Map<LoadKind, Source>();
  const leftOut: LeftOut[] = [];
  // The order of the plan: DCM must know the bank's URLs before the bank's own requests.
  if (options.transfers) await walk.ready();
  if (stage.bank.probes === 'within-act') leftOut.push('questions');
  else {
    const users = await findUsers(walk, options.byPerson);
    if (users.logins.length === 0) leftOut.push('user_auth');
    else byKind.set('user_auth', createQuestions(stage, 'user_auth', { ...options, users }));
    for (const method of ['key', 'external_id'] as const)
      byKind.set(method, createQuestions(stage, method, { ...options, users }));
  }
  if (options.transfers)
    byKind.set('transfer', createTransfers(stage, await fundCustomers(walk), options.hide));
  await tryEach(byKind);
  return { byKind, leftOut };
}

/** A request that is not answered as expected even without load. */
export class AmissAtRest extends Error {
  override name = 'AmissAtRest';
  constructor(readonly figures: FaultFigures) {
    super(figures.example);
  }
}

/** One request of each kind: what does not work at rest cannot be measured under load. @throws {AmissAtRest} */
async function tryEach(byKind: ReadonlyMap<LoadKind, Source>): Promise<void> {
  for (const [kind, source] of byKind) {
    const { fault } = await (await source(0)).send();
    if (fault) throw new AmissAtRest({ kind, ...fault, count: 1, fix: faultWords[fault.fault].fix.en });
  }
}
