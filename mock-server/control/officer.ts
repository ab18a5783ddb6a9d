import type { Call } from '../domain/call.js';
import type { Counterparty } from '../domain/counterparties-collection.js';
import type { Domain } from '../domain/index.js';

/** Turns the call into an officer's, under the counterparty's `admin_subject` (U-04). */
export async function actAsOfficer(
  { counterparties: banks }: Domain,
  call: Call,
  guid: string,
): Promise<Counterparty> {
  const counterparty = await banks.get(guid);
  call.actor = { kind: 'officer', subject: counterparty.admin_subject };
  return counterparty;
}
