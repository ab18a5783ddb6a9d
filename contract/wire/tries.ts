import { TransportError } from './transport.js';

/** When a request is sent again: only if nobody can have read it. */

/** Milliseconds after which a request that was not sent is tried again, within its limit. */
export const pauseMs = 50;

/** The peer, or what is in front of it, accepts no connection at the moment, e.g. while it restarts. */
const turnedAway = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE']);
/** How often a request is tried again whose connection the peer refused, or closed before it was open. */
const furtherTries = 2;

/** Nothing was sent, because this machine had no free socket. */
const lackedSocket = ({ own, code }: TransportError): boolean =>
  own && code !== 'ABORTED' && code !== 'STALLED';

/**
 * Tries to send, again if the connection never opened. After that the peer may have read the request, so it is never
 * repeated.
 *
 * @param once sends on a new connection, and calls its argument before the first byte of the request leaves
 * @param pause waits before the next try; returns false if there is no time left for one
 */
export async function tryToSend<Answer>(
  once: (onOpen: () => void) => Promise<Answer>,
  pause: () => Promise<boolean>,
): Promise<Answer> {
  let left = furtherTries;
  for (;;) {
    let opened = false;
    try {
      return await once(() => {
        opened = true;
      });
    } catch (error) {
      if (!(error instanceof TransportError)) throw error;
      const again = lackedSocket(error) || (!opened && turnedAway.has(error.code) && left-- > 0);
      if (!again || !(await pause())) throw error;
    }
  }
}
