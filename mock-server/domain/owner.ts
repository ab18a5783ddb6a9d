import type { ReverseCall } from '../../contract/operation.js';
import type { Call } from './call.js';
import type { Bank } from './center.js';
import type { Counterparty } from './counterparties-collection.js';
import { Refusal } from './refusal.js';

/**
 * Calls the bank about the owner of an entity: whether it knows the owner (`/external_id`), and for the secret
 * (`/key`). Returns the secret if it was requested.
 * @throws {Refusal} the bank's refusal, or `external-id-changed` if the bank names someone else (U-15)
 */
export async function askOwner(
  bank: Bank,
  call: Call,
  counterparty: Counterparty,
  externalId: string,
  questions: readonly ReverseCall[],
): Promise<string | undefined> {
  let secret: string | undefined;
  for (const { method, flow } of questions) {
    if (method === 'key') {
      secret = (await bank.ask(call, counterparty, { method, flow, obj: externalId })).key;
    } else {
      const answer = await bank.ask(call, counterparty, { method, flow, obj: externalId });
      if (answer.external_id !== externalId) throw new Refusal('external-id-changed');
    }
  }
  return secret;
}
