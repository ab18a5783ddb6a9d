import { generateSigningKey } from '../../mock-server/keys.js';
import { systemClock } from '../../mock-server/system.js';
import { bankKeys } from '../reference-stage.js';
import { type Order, runCase } from './bank-case.js';
import type { ProofKeys } from './stage.js';

/** A process that walks with one bank after the other: an order comes in, what became of it goes out. */

async function makeKeys(): Promise<ProofKeys> {
  const key = generateSigningKey;
  const [signing, one, other, bank] = await Promise.all([key(), key(), key(), bankKeys()]);
  return { signing, next: [one, other], bank };
}

const keys = makeKeys();

process.on('message', async (order: Order) => {
  try {
    process.send?.({ done: await runCase(await keys, order, systemClock.now) });
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.send?.({ failed: text });
  }
});

// Whoever asks is gone.
process.on('disconnect', () => process.exit());
