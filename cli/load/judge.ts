import { inTimeShare, type LoadStage, type LoadVerdict, type StageVerdict } from '../../contract/load.js';
import { exitCodes } from '../exit.js';

/** Requests that were due, by what became of them. */
export interface Tally {
  due: number;
  /** Answered correctly within the limit. */
  inTime: number;
  failed: number;
  /** Late because this program was. */
  toBlame: number;
}

/** Each kind has to be in time: a slow one does not hide behind the others. */
export function judgeStage(kinds: readonly Tally[]): StageVerdict {
  const asked = kinds.filter(({ due }) => due > 0);
  if (asked.length === 0) return 'not-measured';
  if (asked.every(({ due, inTime }) => inTime >= due * inTimeShare)) return 'held';
  const excused = asked.every(({ due, inTime, toBlame }) => inTime + toBlame >= due * inTimeShare);
  return excused ? 'not-measured' : 'broken';
}

/** What was demanded, and what of it was found. */
export interface Demand {
  /** The rate that the bank must stand; any without it. */
  readonly rate: number | undefined;
  /** The highest rate that it stands, by a ramp; null if even the lowest was too much. */
  readonly found?: number | null | undefined;
}

/** The verdict of all stages: of the only one, or of a ramp. */
export function judgeLoad(stages: readonly LoadStage[], { rate, found }: Demand): LoadVerdict {
  if (found === undefined) return stages.at(-1)?.verdict ?? 'not-measured';
  if (found !== null && (rate === undefined || found >= rate)) return 'held';
  // The lowest rate above the found one that was not held decides whether the bank or the generator was at its end.
  const above = stages.filter((stage) => stage.verdict !== 'held' && stage.rate > (found ?? 0));
  const lowest = above.toSorted((a, b) => a.rate - b.rate)[0];
  return lowest?.verdict ?? 'not-measured';
}

const codes: Readonly<Record<LoadVerdict, number>> = {
  held: 0,
  broken: 1,
  'not-measured': exitCodes.toolFailed,
  error: exitCodes.toolFailed,
};

export const loadExitCode = (verdict: LoadVerdict): number => codes[verdict];
