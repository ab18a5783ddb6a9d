import type { z } from 'zod';
import type { BoardStep, boardOperations } from '../../contract/control/board.js';
import { plan } from '../../contract/plan.js';
import type { Domain } from '../domain/index.js';
import type { BankFacts } from '../journal/bank-facts.js';
import { asksOf } from './board-asks.js';
import { type Facts, factsOf } from './board-facts.js';
import { conditions, prerequisites } from './board-steps.js';

/** How far each counterparty is; without DCM itself and the simulated banks. */
export async function boardsOf(
  domain: Domain,
  bankFacts: BankFacts,
): Promise<z.infer<(typeof boardOperations.getBoard)['answer']>> {
  const banks = (await domain.counterparties.list()).filter((bank) => !bank.simulated);
  const boards = banks.map(async (bank) => {
    const steps = stepsOf(await factsOf(domain, bankFacts, bank, banks.length === 1));
    return {
      counterparty_guid: bank.guid,
      name: bank.name,
      alias: bank.alias,
      done: steps.filter(({ state }) => state === 'done').length,
      of: steps.length,
      steps,
    };
  });
  return { boards: await Promise.all(boards) };
}

export function stepsOf(facts: Facts): BoardStep[] {
  const outcomes = conditions.map((condition) => condition(facts));
  const isDone = (step: number) => outcomes[step - 1]?.done === true;
  return plan.map(({ step, who, side, title, outcome: wanted }, index) => {
    const about = { step, who, side, title, outcome: wanted };
    const outcome = outcomes[index];
    if (!outcome) throw new Error(`step ${step} has no condition`);
    if (outcome.done) return { ...about, state: 'done', evidence: [...outcome.evidence] };
    return {
      ...about,
      state: (prerequisites[step] ?? []).every(isDone) ? 'missing' : 'waiting',
      missing: { key: outcome.key, values: { ...outcome.values }, asks: asksOf(outcome.key, facts) },
      evidence: [],
    };
  });
}
