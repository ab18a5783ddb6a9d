import { causeOf } from './cause.js';

/**
 * How requests leave this program: one request, one complete response within a limit of time and bytes, or an error.
 */

export interface OutRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Milliseconds for everything: name, connection, handshake, response and body. */
  readonly timeoutMs: number;
  /** May share a connection with other requests of this kind; every other request has its own. */
  readonly kept?: boolean;
  /** Ends it before that. */
  readonly signal?: AbortSignal;
}

export interface InAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Milliseconds until the response had arrived, without those in which this program was too busy to look. */
  readonly ms?: number;
}

/** Sends one request, once. @throws {TransportError} if no complete response came */
export type Transport = (request: OutRequest) => Promise<InAnswer>;

/** Codes of errors of this machine, not of a peer. */
const ownCodes = new Set(['EMFILE', 'ENFILE', 'EADDRNOTAVAIL', 'ENOMEM', 'ENOBUFS', 'ABORTED', 'STALLED']);

/** No complete response: `timeout`, `too large`, or the error of the network. */
export class TransportError extends Error {
  override name = 'TransportError';
  constructor(
    message: string,
    /** Code of the system or of TLS, e.g. `ECONNREFUSED`; empty without one. */
    readonly code = '',
    /** Milliseconds that the peer had; undefined if it was not measured. */
    readonly ms?: number,
  ) {
    super(message);
  }

  /** This machine is to blame: no sockets, no memory, too busy, or stopped. It says nothing about the peer. */
  get own(): boolean {
    return ownCodes.has(this.code);
  }
}

/** A failure of the network in this project's words. */
export function reasonOf(error: Error & { code?: string }, { host, hostname }: URL, begun: boolean): string {
  const { code = '' } = error;
  if (ownCodes.has(code)) return `this machine is to blame: ${causeOf(error)}`;
  if (code === 'ECONNREFUSED') return `connection refused by ${host}`;
  if (code === 'ENOTFOUND') return `host ${hostname} is not known`;
  if (code === 'ECONNRESET' || code === 'EPIPE')
    return `connection closed by ${host}${begun ? ' before its answer was complete' : ''}`;
  if (code.startsWith('HPE_')) return `answer of ${host} is not HTTP/1.1: ${causeOf(error)}`;
  return causeOf(error);
}
