import type { Exchange } from '../exchange.js';
import type { KnownCustomer } from './make-secret.js';
import type { Memory } from './memory.js';

/**
 * Positive controls: what a bank has done well that nothing was wrong with, so that its refusal of a mistake is one of the
 * mistake. Scenarios share them, since each takes an act, questions, and a slow bank's time.
 */
export function createControls(memory: Memory) {
  /** Answers to questions, by what was asked in which step. */
  const answers = new Map<string, readonly Exchange[]>();
  /** Transfers of the bank by the two entities, each with `seq` of the newest journal entry from before it. */
  const transfers = memory.map<number>('transfers');
  /** Customers whom the bank has created, by their logins. */
  const customers = memory.map<KnownCustomer>('customers');
  /** Customers whom an employee has created, by their logins. */
  const byEmployee = memory.map<{ customer: KnownCustomer; customerGuid: string }>(
    'customers by an employee',
  );
  /** Transfers inside the counterparty whose callbacks the bank has answered, by their guids. */
  const announced = memory.map<true>('announced');

  /** Acts have to be shown anew. */
  function forgetActs(): void {
    for (const known of [transfers, customers, byEmployee, announced]) known.clear();
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
