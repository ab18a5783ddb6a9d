import type { IncomingMessage } from 'node:http';

/** Addresses of clients whose requests another process has passed on. */
const passedOn = new WeakMap<object, string>();

/** The other end of the connection over which a request came to the mock: a client, or the last of its proxies. */
export const clientAddress = (request: Pick<IncomingMessage, 'socket'>): string | undefined =>
  passedOn.get(request) ?? request.socket.remoteAddress;

/** The request came to another process, from this address. */
export const cameFrom = (request: IncomingMessage, address: string): void =>
  void passedOn.set(request, address);
