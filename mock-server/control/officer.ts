import type { Call } from '../domain/call.js';
import type { Counterparty } from '../domain/counterparties-collection.js';
import type { Domain } from '../domain/index.js';

/** Makes the call an officer's, in the name that the counterparty knows its DCM admin by (U-04). */
export async function actAsOfficer({ banks }: Domain, call: Call, guid: string): Promise<Counterparty> {
  const counterparty = await banks.get(guid);
  call.actor = { kind: 'officer', subject: counterparty.admin_subject };
  return counterparty;
}
