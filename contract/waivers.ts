import { z } from 'zod';

/** A rule that may fail for a while: which one, why, and until when. */
export const waiver = z.strictObject({
  rule: z.string(),
  reason: z.string().min(1),
  /** The last day on which it applies. */
  until: z.iso.date(),
});
export type Waiver = z.output<typeof waiver>;

/**
 * What became of a waiver. `applied`: the rule failed and is waived · `expired`, `not-needed`, `not-allowed`: it is
 * invalid, and the run fails · `not-run`: the rule is outside the selection.
 */
export const waiverStates = ['applied', 'expired', 'not-needed', 'not-allowed', 'not-run'] as const;
export type WaiverState = (typeof waiverStates)[number];

/** Rules about signatures, the tokens that carry them, and secrets: waiving them would leave no security. */
const guarded = /^(?:KEY|SIGN)-|^JWT-(?:0[1-5]|08|09|13)$|^AUTH-08$|^BANKJWT-0[1267]$/;

export const mayBeWaived = (rule: string): boolean => !guarded.test(rule);

/** Whether it applies on this day (RFC 3339, UTC). */
export const isInForce = ({ rule, until }: Waiver, day: string): boolean =>
  mayBeWaived(rule) && day.slice(0, 10) <= until;

/** A waiver that makes the run fail. */
export const isOutOfOrder = (state: WaiverState): boolean => state !== 'applied' && state !== 'not-run';
