import type { Center } from './center.js';

/**
 * Harmless variation of what DCM sends, after the model of GREASE (RFC 8701), so that nothing hardens around this
 * mock. Each kind of exchange has its own stream of chance: the same seed varies the same exchanges in the same way.
 */

/** About one exchange in this many is varied. */
const shares = { few: 32, on: 8 } as const;

/** How one exchange is varied: a few numbers from the mock's own chance. */
export interface Variation {
  /** A whole number from 0 up to, but not including, `bound`, which is at most 256. */
  below(bound: number): number;
  coin(): boolean;
}

/** Whether the next exchange of this kind is varied, and how; undefined for most, and with `tolerances: off`. */
export function nextVariation(
  { chance, profile }: Pick<Center, 'chance' | 'profile'>,
  kind: 'answer' | 'token' | 'callback' | 'jwks',
): Variation | undefined {
  const { tolerances } = profile();
  if (tolerances === 'off') return undefined;
  const purpose = `tolerances ${kind}`;
  const [first = 1] = chance.bytes(purpose, 1);
  if (first % shares[tolerances] !== 0) return undefined;
  const below = (bound: number): number => (chance.bytes(purpose, 1)[0] ?? 0) % bound;
  return { below, coin: () => below(2) === 0 };
}
