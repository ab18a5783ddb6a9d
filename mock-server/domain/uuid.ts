import { Refusal } from './refusal.js';

const uuidLength = 36;

/**
 * A guid that a request needs. DCM's errors are those of its parser: about the length, otherwise about the format
 * (ERR).
 * @param member where the request has it
 * @throws {Refusal} `uuid-length` (documented for a missing one: length 0), `uuid-format`
 */
export function uuidOf(text: string | undefined, member = 'guid'): string {
  const guid = text ?? '';
  const { length } = guid;
  if (length === 0) throw new Refusal('uuid-missing', { member, length });
  if (length !== uuidLength) throw new Refusal('uuid-length', { member, length });
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(guid))
    throw new Refusal('uuid-format', { member });
  return guid.toLowerCase();
}
