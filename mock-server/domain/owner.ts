import type { ReverseCall } from '../../contract/operation.js';
import type { Profile } from '../../contract/profile/index.js';
import type { Call } from './call.js';
import type { Center } from './center.js';
import type { Counterparty } from './counterparties-collection.js';
import { Refusal } from './refusal.js';

/** The reverse calls as the options `reverse_order` and `reverse_check` have them (U-03). */
function inOrder(
  questions: readonly ReverseCall[],
  { reverse_order, reverse_check }: Pick<Profile, 'reverse_order' | 'reverse_check'>,
): readonly ReverseCall[] {
  const keys = questions.filter(({ method }) => method === 'key');
  if (keys.length === 0) return questions;
  if (reverse_check === 'fewer') return keys;
  const others = questions.filter(({ method }) => method !== 'key');
  return reverse_order === 'key-first' ? [...keys, ...others] : questions;
}

/**
 * Calls the bank about the owner of an entity: whether it knows the owner (`/external_id`), and for the secret
 * (`/key`). Returns the secret if it was requested.
 * @throws {Refusal} the bank's refusal, or `external-id-changed` if the bank names someone else (U-15)
 */
export async function askOwner(
  { bank, profile }: Pick<Center, 'bank' | 'profile'>,
  call: Call,
  counterparty: Counterparty,
  externalId: string,
  questions: readonly ReverseCall[],
): Promise<string | undefined> {
  let secret: string | undefined;
  for (const { method, flow } of inOrder(questions, profile())) {
    if (method === 'key') {
      secret = (await bank.ask(call, counterparty, { method, flow, obj: externalId })).key;
    } else {
      const answer = await bank.ask(call, counterparty, { method, flow, obj: externalId });
      if (answer.external_id !== externalId)
        throw new Refusal('external-id-changed', { expected: externalId });
    }
  }
  return secret;
}
