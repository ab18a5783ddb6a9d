import type { Center } from '../../domain/center.js';
import { OtherAnswer } from '../handler.js';
import type { Stage } from './exchange.js';
import { operationOf } from './match.js';

/**
 * Carries out the faults that the control API has ordered for this operation: hold it, delay it, give another
 * response.
 */
export const createFaults =
  ({ faults, timers }: Center): Stage =>
  async (exchange) => {
    const { id, caller } = operationOf(exchange);
    if (caller === 'control') return;
    const hold = faults.take('hold', id);
    if (hold) await faults.hold(hold.ms);
    const delay = faults.take('delay', id);
    if (delay) await new Promise<void>((resolve) => timers.after(delay.ms, resolve));
    const answer = faults.take('answer', id);
    if (answer)
      throw new OtherAnswer(answer.status, { error: 'fault ordered through the control API' }, 'state');
  };
