import type { Center } from '../../domain/center.js';
import type { Fault } from '../../domain/faults.js';
import { type Because, because } from '../../domain/refusal.js';
import { ClosedConnection, OtherAnswer } from '../handler.js';
import type { Reply } from '../reply.js';
import type { Exchange, Stage } from './exchange.js';
import { operationOf } from './match.js';

const ordered = 'fault ordered through the control API';

const failure = (why: Because, { status, retry_after_s }: Fault, note = '') =>
  new OtherAnswer(
    status,
    { error: ordered },
    'state',
    why,
    retry_after_s === undefined ? {} : { 'retry-after': String(retry_after_s) },
    note,
  );

/**
 * Carries out the faults that the control API has ordered for this operation, before anything is done: hold it, delay
 * it, close the connection, give another response.
 */
export const createFaults =
  ({ faults, timers }: Center): Stage =>
  async (exchange) => {
    const { id: operation, caller } = operationOf(exchange);
    if (caller === 'control') return;
    const occasion = { seq: exchange.call.seq, operation, body: exchange.body };
    const hold = faults.take('hold', occasion);
    if (hold) await faults.hold(hold.ms);
    const delay = faults.take('delay', occasion);
    if (delay) await new Promise<void>((resolve) => timers.after(delay.ms, resolve));
    if (faults.take('close', occasion))
      throw new ClosedConnection(`closed before anything was done: ${ordered}`);
    const answer = faults.take('answer', occasion);
    if (answer) throw failure(because('fault-answer'), answer);
  };

/**
 * Carries out the faults of the response to an operation that has been done: it is late, another one, or lost.
 * @throws {OtherAnswer}
 */
export const createResponseFaults =
  ({ faults, timers }: Pick<Center, 'faults' | 'timers'>) =>
  async (exchange: Pick<Exchange, 'match' | 'url' | 'call' | 'body'>, reply: Reply): Promise<Reply> => {
    const { id: operation, caller } = operationOf(exchange);
    if (caller === 'control') return reply;
    const occasion = { seq: exchange.call.seq, operation, body: exchange.body };
    const late = faults.take('late-response', occasion);
    if (late) await new Promise<void>((resolve) => timers.after(late.ms, resolve));
    const failed = faults.take('fail-response', occasion);
    if (failed) throw failure(because('fault-after'), failed, `responded so after it was done: ${ordered}`);
    if (!faults.take('lose-response', occasion)) return reply;
    return { ...reply, lost: `the response was lost: ${ordered}` };
  };
