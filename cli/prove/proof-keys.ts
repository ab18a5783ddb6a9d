import { generateSigningKey } from '../../mock-server/keys.js';
import { bankKeys } from '../reference-stage.js';
import type { ProofKeys } from './stage.js';

/** Keys shared by all banks of a process. */
export async function makeProofKeys(): Promise<ProofKeys> {
  const key = generateSigningKey;
  const [signing, one, other, bank] = await Promise.all([key(), key(), key(), bankKeys()]);
  return { signing, next: [one, other], bank };
}
