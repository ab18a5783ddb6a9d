import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { whenCutShort } from '../end/early.js';
import { ending, programRoot } from '../package.js';
import type { Order } from './bank-case.js';
import type { Case } from './proof.js';

/** The tool failed while it walked with a bank. */
export class ProofError extends Error {
  override name = 'ProofError';
}

const program = join(programRoot, 'cli', 'prove', `worker.${ending}`);

/** Virtual time needs a thread pool with one thread, which only the environment of a new process can set. */
const startWorker = (): ChildProcess =>
  fork(program, {
    env: { ...process.env, UV_THREADPOOL_SIZE: '1' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });

type FromWorker = { readonly done: Case } | { readonly failed: string };

function ask(worker: ChildProcess, order: Order): Promise<Case> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) =>
      reject(new ProofError(`${order.name}: its process ended with ${code}`));
    worker.once('exit', ended);
    worker.once('message', (message: FromWorker) => {
      worker.off('exit', ended);
      if ('done' in message) resolve(message.done);
      else reject(new ProofError(`${order.name}: ${message.failed}`));
    });
    worker.send(order);
  });
}

/**
 * Walks with each bank, in several processes at once; the result is in the same order as the orders.
 * @throws {ProofError}
 */
export async function runCases(
  orders: readonly Order[],
  processes: number,
  onCase: (done: Case) => void = () => {},
): Promise<Case[]> {
  const cases = new Map<Order, Case>();
  const waiting = [...orders];
  const workers = Array.from({ length: Math.min(processes, orders.length) }, startWorker);
  const end = () => {
    for (const worker of workers) worker.kill();
  };
  const past = whenCutShort({ close: end });
  try {
    await Promise.all(
      workers.map(async (worker) => {
        for (let order = waiting.shift(); order !== undefined; order = waiting.shift()) {
          const done = await ask(worker, order);
          cases.set(order, done);
          onCase(done);
        }
      }),
    );
  } finally {
    past();
    end();
  }
  return orders.flatMap((order) => cases.get(order) ?? []);
}
