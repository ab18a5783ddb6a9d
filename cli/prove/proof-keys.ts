import { generateSigningKey } from '../../mock-server/keys.js';
import { bankKeys } from '../reference-stage.js';
import type { ProofKeys } from './stage.js';

/** The most often that DCM rotates its key in a walk of the plan, in any order of the scenarios, and under its readings. */
const rotations = 14;

/** Keys shared by all banks of a process. */
export async function makeProofKeys(): Promise<ProofKeys> {
  const key = generateSigningKey;
  const more = Array.from({ length: rotations }, key);
  const [signing, bank, ...next] = await Promise.all([key(), bankKeys(), ...more]);
  return { signing, next, bank };
}
