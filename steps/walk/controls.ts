import type { Exchange } from '../exchange.js';
import type { KnownCustomer } from './make-secret.js';

/**
 * Positive controls: what a bank has done well that nothing was wrong with, so that its refusal of a mistake is one of the
 * mistake. Scenarios share them, since each takes an act, questions, and a slow bank's time.
 */
export function createControls() {
  /** Answers to questions, by what was asked in which step. */
  const answers = new Map<string, readonly Exchange[]>();
  /** Transfers of the bank by the two entities, each with `seq` of the newest journal entry from before it. */
  const transfers = new Map<string, number>();
  /** Customers whom the bank has created. */
  const customers: KnownCustomer[] = [];
  /** Customers whom an employee has created. */
  const byEmployee: { readonly customer: KnownCustomer; readonly customerGuid: string }[] = [];
  /** Guids of transfers inside the counterparty whose callbacks the bank has answered. */
  const announced: string[] = [];

  /** Acts have to be shown anew. */
  function forgetActs(): void {
    transfers.clear();
    for (const list of [customers, byEmployee, announced]) list.length = 0;
  }

  return {
    answers,
    transfers,
    customers,
    byEmployee,
    announced,
    forgetActs,
    /** Everything has to be shown anew. */
    forget(): void {
      answers.clear();
      forgetActs();
    },
  };
}
