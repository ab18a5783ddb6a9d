/**
 * What of a world lives in memory beside its rows, and is kept for the process that serves the world next. Without
 * such a process it ends with this one.
 */
export interface Handover {
  readonly of: (kind: HandedOver) => Kept;
  /**
   * Resolves when what was put before is kept; undefined if nothing is left to do.
   * @throws {Refusal} if it cannot be kept now; it is tried again with what follows
   */
  readonly settled: () => Promise<void> | undefined;
}

export type HandedOver = 'faults' | 'flows' | 'audit' | 'snapshots' | 'seen';

/** Things of one kind, by their keys. */
export interface Kept {
  /** What an earlier process has left, the oldest first. */
  readonly left: () => Promise<readonly unknown[]>;
  /** Keeps a value, as it is when it is written: before the next response is sent. */
  readonly put: (key: string, value: () => unknown) => void;
  /** The same, but no response waits for it. */
  readonly putSoon: (key: string, value: () => unknown) => void;
  /** Forgets one thing, or all of them. */
  readonly drop: (key?: string) => void;
}

const notKept: Kept = { left: async () => [], put: () => {}, putSoon: () => {}, drop: () => {} };

export const noHandover: Handover = { of: () => notKept, settled: () => undefined };
