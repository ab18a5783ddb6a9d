import type { Exchange } from '../exchange.js';
import { probe } from '../probe.js';
import type { Stage } from '../stage.js';
import { usualLifetimeS } from '../token-claims.js';

/** A token that was accepted shortly before it expired, and what makes it the same again. */
export interface Expiring {
  readonly iatS: number;
  /** Seconds after `exp` for which it is still accepted. */
  readonly graceS: number;
  /** Seconds that were left. */
  readonly leftS: number;
  /** Seconds by which its times were shifted. */
  readonly shiftS: number;
}

/** Long enough for one question, short enough that nobody waits for the end. */
const leftS = 2;

/**
 * Asks `/key` with a token whose leeway is nearly over. If the bank allows less than it has declared, which is the matter of
 * others, then with one that has nearly expired.
 */
export async function askBeforeExpiry(
  stage: Stage,
  obj: string,
): Promise<{ readonly answer: Exchange; readonly accepted: Expiring | null }> {
  const ask = async (graceS: number) => {
    const shiftS = leftS - graceS - usualLifetimeS;
    const iatS = Math.floor(stage.now() / 1000) + shiftS;
    const answer = await probe(stage, { method: 'key', obj, shiftS });
    return { answer, accepted: answer.status === 200 ? { iatS, graceS, leftS, shiftS } : null };
  };
  const late = await ask(stage.bank.leewayS);
  if (late.accepted || stage.bank.leewayS === 0) return late;
  return { answer: late.answer, accepted: (await ask(0)).accepted };
}
