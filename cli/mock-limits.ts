import { limitBounds, megabyte } from '../contract/control/sandboxes.js';
import { said, UsageError } from '../contract/texts/said.js';
import type { SandboxLimits } from '../mock-server/sandboxes/world.js';

/** Megabytes of memory that a journal may be given. */
export const [, mostMegabytes] = limitBounds.journal_mb;

/**
 * A whole number of the command line; undefined if it is not given.
 * @throws {UsageError}
 */
export function numberOf(
  option: string,
  text: string | undefined,
  least: number,
  most: number,
): number | undefined {
  if (text === undefined) return undefined;
  const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new UsageError(
    said(
      `${option} ${text}: expected a number from ${least} to ${most}`,
      `${option} ${text}: очікувано число від ${least} до ${most}`,
    ),
  );
}

interface Given {
  readonly sandboxes?: string;
  readonly sandboxRows?: string;
  readonly sandboxRate?: string;
  readonly sandboxJournalMb?: string;
}

/** @throws {UsageError} */
export const sandboxLimitsOf = (given: Given): SandboxLimits => ({
  most: numberOf('--sandboxes', given.sandboxes, 0, 100_000) ?? 100,
  rows: numberOf('--sandbox-rows', given.sandboxRows, ...limitBounds.rows) ?? 100_000,
  requestsPerS: numberOf('--sandbox-rate', given.sandboxRate, ...limitBounds.requests_per_s) ?? 2000,
  journalBytes:
    (numberOf('--sandbox-journal-mb', given.sandboxJournalMb, ...limitBounds.journal_mb) ?? 16) * megabyte,
});
