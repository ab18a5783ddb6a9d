import { type ClientRequest, Agent as HttpAgent } from 'node:http';
import { type AgentOptions, Agent as HttpsAgent } from 'node:https';
import type { Socket } from 'node:net';
import { tunnelling } from './proxy.js';

/** Connections that several requests use, one after the other (HTTP/1.1 keep-alive). */

/**
 * Milliseconds for which an idle connection is kept. Servers close idle ones, the impatient after 2 seconds; a request
 * that meets such a closing is lost, because nobody knows whether it was read.
 */
const idleMs = 1000;

export const keptAgents = (secure: AgentOptions, proxy: URL | undefined) => {
  const kept = { keepAlive: true, timeout: idleMs };
  const agent = new HttpsAgent({ ...secure, ...kept });
  return {
    'http:': new HttpAgent(kept),
    'https:': proxy === undefined ? agent : tunnelling(agent, proxy),
  };
};

/** Lets what has arrived on idle connections be noticed: one that its peer has closed is not used again. */
export const noticeClosed = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

interface Watching {
  readonly url: URL;
  /** Called when the peer has accepted the connection. */
  readonly lap: () => void;
  /** Called before the first byte of the request is sent: under `https:` after the handshake. */
  readonly onOpen: () => void;
  readonly onBytes: (count: number) => void;
}

/** Watches the connection of one request; one that was used before is open already. */
export function watchSocket(
  outgoing: ClientRequest,
  socket: Socket,
  { url, lap, onOpen, onBytes }: Watching,
): void {
  if (outgoing.reusedSocket) onOpen();
  else {
    socket.once('connect', lap).once('secureConnect', lap);
    socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', onOpen);
  }
  const count = (chunk: Buffer) => onBytes(chunk.length);
  socket.on('data', count);
  outgoing.once('close', () => socket.off('data', count));
}
