/** Time and randomness for the domain; provided by app.ts, replaced in tests. */

/** The wall clock: what the bank lives in. Milliseconds since 1970, never moved. */
export interface WallClock {
  now(): number;
}

/** Real-time waiting. */
export interface Timers {
  /** Calls `work` once after `ms` milliseconds; the answer cancels it. */
  after(ms: number, work: () => void): () => void;
}

/** The one source of ids and random bytes; `purpose` names a stream, so that streams do not disturb each other. */
export interface Chance {
  bytes(purpose: string, length: number): Uint8Array;
  uuid(purpose: string, version: 'v1' | 'v4'): string;
}
