import { systemClock } from '../../mock-server/system.js';
import { type Order, runCase } from './bank-case.js';
import { makeProofKeys } from './proof-keys.js';
import { runReadingCase } from './reading-case.js';

/** A process that walks with one bank after the other: it receives an order and sends the outcome. */

const keys = makeProofKeys();

process.on('message', async (order: Order) => {
  try {
    const run = order.kind === 'robust' || order.kind === 'fragile' ? runReadingCase : runCase;
    process.send?.({ done: await run(await keys, order, systemClock.now) });
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.send?.({ failed: text });
  }
});

// The parent process is gone.
process.on('disconnect', () => process.exit());
