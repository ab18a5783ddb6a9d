import type { Center } from './center.js';
import { Refusal } from './refusal.js';
import type { Session } from './sessions-collection.js';

/** What ends the session of somebody else. */
type Ending = 'session-new-password' | 'session-disabled' | 'session-by-officer';

interface Known {
  readonly expires_ms: number;
  /** The era of the state in which it began. */
  readonly era: number;
  ended?: { readonly cause: Ending; readonly ms: number };
}

/** Number of sessions that are remembered; the oldest are forgotten. */
const most = 5000;

/** An instant of the wall clock as a timestamp. */
export const instant = (ms: number): string => new Date(ms).toISOString();

/** Sessions that this process began, so that a token whose session is gone can be told why; in memory only. */
export function createEndedSessions({ wallClock, eras }: Pick<Center, 'wallClock' | 'eras'>) {
  const known = new Map<string, Known>();

  return {
    begun({ token_hash, expires_ms }: Session): void {
      known.set(token_hash, { expires_ms, era: eras.now });
      const [oldest] = known.size > most ? known.keys() : [];
      if (oldest !== undefined) known.delete(oldest);
    },

    ended(cause: Ending, { token_hash }: Pick<Session, 'token_hash'>): void {
      const one = known.get(token_hash);
      if (one) one.ended = { cause, ms: wallClock.now() };
    },

    /** Why a session is no longer stored. */
    why(tokenHash: string): Refusal {
      const one = known.get(tokenHash);
      if (!one) return new Refusal('session-unknown');
      const { ended, era, expires_ms } = one;
      if (era !== eras.now) return new Refusal('session-reset');
      if (ended) return new Refusal(ended.cause, { at: instant(ended.ms) });
      return expires_ms <= wallClock.now()
        ? new Refusal('session-expired', { at: instant(expires_ms) })
        : new Refusal('session-displaced');
    },
  };
}

export type EndedSessions = ReturnType<typeof createEndedSessions>;
