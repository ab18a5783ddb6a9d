import { hash } from 'node:crypto';
import type { Chance } from './domain/ports.js';

/**
 * Ids and random bytes from one seed: the same seed gives the same values in the same order, stream by stream.
 * Randomness for a test tool, as secret as its seed.
 */
export function createChance(seed: string): Chance {
  const counters = new Map<string, number>();

  function block(purpose: string): Buffer {
    const count = counters.get(purpose) ?? 0;
    counters.set(purpose, count + 1);
    return hash('sha256', `${seed}\0${purpose}\0${count}`, 'buffer');
  }

  function bytes(purpose: string, length: number): Uint8Array {
    const blocks: Buffer[] = [];
    for (let have = 0; have < length; have += 32) blocks.push(block(purpose));
    return Buffer.concat(blocks).subarray(0, length);
  }

  return {
    bytes,
    uuid(purpose, version) {
      const raw = Buffer.from(block(`uuid ${purpose}`).subarray(0, 16));
      raw[6] = ((raw[6] ?? 0) & 0x0f) | (version === 'v1' ? 0x10 : 0x40);
      raw[8] = ((raw[8] ?? 0) & 0x3f) | 0x80;
      const hex = raw.toString('hex');
      return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join(
        '-',
      );
    },
  };
}
