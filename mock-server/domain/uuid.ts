import { Refusal } from './refusal.js';

const uuidLength = 36;

/**
 * A guid that a request needs. DCM's errors are those of its parser: about the length, otherwise about the format
 * (ERR).
 * @throws {Refusal} `uuid-length` (documented for a missing one: length 0), `uuid-format`
 */
export function uuidOf(text: string | undefined): string {
  const guid = text ?? '';
  if (guid.length !== uuidLength) throw new Refusal('uuid-length', { length: guid.length });
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(guid)) throw new Refusal('uuid-format');
  return guid.toLowerCase();
}
