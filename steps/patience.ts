import { Blocked } from './blocked.js';

/**
 * How long the harness waits for a bank. The first time that something does not come it is waited for as long as it may
 * take; after that only briefly, and after a few times not at all until the next step of the plan. Nothing is held
 * against a bank by a brief wait: what does not come within one blocks its scenario, since an earlier one has failed.
 */
export interface Patience {
  /**
   * How long to wait for this now.
   * @param cause what is waited for, e.g. `/key` or `act transfer`
   * @throws {Blocked} when it is not waited for any more, or the time for waiting is used up
   */
  allow(cause: string, fullMs: number): Allowance;
  /** It came, after so many milliseconds. */
  came(cause: string, ms?: number): void;
  /** It did not come, and so many milliseconds are lost. */
  inVain(cause: string, ms: number, because: string): void;
  /** Milliseconds that are lost in another way, e.g. by an answer that came late. */
  lose(ms: number): void;
  /** The next scenario begins, in this step of the plan. @throws {Blocked} when the time for waiting is used up */
  begin(step: number): void;
  /** The bank acts under another scheme from now on: time is counted anew. */
  anew(): void;
}

export interface Allowance {
  readonly ms: number;
  /** Shorter than it may take: that it does not come says nothing. */
  readonly brief: boolean;
  /** Why it is brief, in words; empty otherwise. */
  readonly because: string;
}

interface Known {
  failures: number;
  /** Why it did not come the first time. */
  because: string;
  /** Milliseconds that the slowest took of those that came. */
  slowest: number;
  /** Step of the plan in which it was tried last since nothing is waited for any more. */
  triedIn: number;
}

export interface PatienceOptions {
  /** Milliseconds that may be lost under one scheme. */
  readonly limitMs: number;
  /** How often in a row something may not come before it is left out: a full wait, and brief ones. */
  readonly tries?: number;
  /** A brief wait is not shorter than this part of a full one. */
  readonly briefPart?: number;
}

/** The cause of what DCM itself waits for, e.g. `/sign`. */
export const dcmAt = (path: string): string => `DCM at ${path}`;

const briefMs = 2000;

const nearlyUsedUp = 'the time limit for waiting is nearly used up (--time-limit)';

export function createPatience({ limitMs, tries = 3, briefPart = 1 / 6 }: PatienceOptions): Patience {
  const causes = new Map<string, Known>();
  let lost = 0;
  let step = 0;

  function known(cause: string): Known {
    const found = causes.get(cause) ?? { failures: 0, because: '', slowest: 0, triedIn: 0 };
    causes.set(cause, found);
    return found;
  }

  const usedUp = () =>
    new Blocked(
      `skipped: ${limitMs / 1000} s were lost under this scheme by waiting for requests and responses that never arrived (--time-limit)`,
    );

  return {
    allow(cause, fullMs) {
      const about = known(cause);
      // Where nothing was lost so far, even one act may take longer than the limit.
      const left = lost === 0 ? Number.POSITIVE_INFINITY : limitMs - lost;
      if (left <= 0) throw usedUp();
      if (about.failures === 0) {
        const ms = Math.min(fullMs, left);
        return ms < fullMs ? { ms, brief: true, because: nearlyUsedUp } : { ms, brief: false, because: '' };
      }
      const times = about.failures === 1 ? 'earlier' : 'repeatedly, first';
      const earlier = `${times}: ${about.because}`;
      if (about.failures >= tries) {
        if (about.triedIn === step) throw new Blocked(`${cause} is skipped in this step: ${earlier}`);
        about.triedIn = step;
      }
      const ms = Math.min(fullMs, left, Math.max(briefMs, fullMs * briefPart, about.slowest * 2));
      return { ms, brief: ms < fullMs, because: earlier };
    },

    came(cause, ms = 0) {
      const about = known(cause);
      about.failures = 0;
      about.slowest = Math.max(about.slowest, ms);
    },

    inVain(cause, ms, because) {
      const about = known(cause);
      if (about.failures === 0) about.because = because;
      about.failures += 1;
      if (about.failures === tries) about.triedIn = step;
      lost += ms;
    },

    lose(ms) {
      lost += ms;
    },

    begin(next) {
      step = next;
      if (lost >= limitMs) throw usedUp();
    },

    anew() {
      lost = 0;
    },
  };
}

/** Waits for everything as long as it may take: for time that costs nothing. */
export const endlessPatience: Patience = {
  allow: (_cause, fullMs) => ({ ms: fullMs, brief: false, because: '' }),
  came() {},
  inVain() {},
  lose() {},
  begin() {},
  anew() {},
};
