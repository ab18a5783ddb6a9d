import { ClientRequest, type ClientRequestArgs } from 'node:http';
import type { Agent as HttpsAgent } from 'node:https';
import type { Socket } from 'node:net';
import { connect } from 'node:tls';
import { TransportError } from './transport.js';

/** A proxy from bank.yaml; those of the environment are ignored. */

const authorizationOf = ({ username, password }: URL): Readonly<Record<string, string>> =>
  username === ''
    ? {}
    : {
        'proxy-authorization': `Basic ${Buffer.from(
          `${decodeURIComponent(username)}:${decodeURIComponent(password)}`,
        ).toString('base64')}`,
      };

const addressOf = ({ hostname, port }: URL): Pick<ClientRequestArgs, 'host' | 'port'> => ({
  host: hostname.replace(/^\[|\]$/g, ''),
  port: port || 80,
});

/** How a request for `http:` goes to a proxy: the whole address as its path (RFC 9112, 3.2.2). */
export function throughProxy(proxy: URL, url: URL): ClientRequestArgs {
  return {
    ...addressOf(proxy),
    hostname: null,
    path: `${url.origin}${url.pathname}${url.search}`,
    headers: { host: url.host, ...authorizationOf(proxy) },
  };
}

/** Lets an agent for `https:` make its connections in a tunnel of the proxy (RFC 9110, 9.3.6). */
export function tunnelling(agent: HttpsAgent, proxy: URL): HttpsAgent {
  type Made = (error: Error | null, socket?: Socket) => void;
  const createConnection = (options: Readonly<Record<string, unknown>>, made: Made): void => {
    const host = String(options.host);
    const authority = `${host.includes(':') ? `[${host}]` : host}:${options.port}`;
    const asked = new ClientRequest({
      ...addressOf(proxy),
      agent: false,
      method: 'CONNECT',
      path: authority,
      headers: { host: authority, ...authorizationOf(proxy) },
    });
    asked.on('error', (error) => made(error));
    asked.on('response', ({ statusCode }) => {
      made(new TransportError(`the proxy ${proxy.host} answered HTTP ${statusCode}`));
      asked.destroy();
    });
    asked.on('connect', ({ statusCode }, socket) => {
      if (statusCode === 200) return made(null, connect({ ...options, socket }));
      socket.destroy();
      made(new TransportError(`the proxy ${proxy.host} answered HTTP ${statusCode}`));
    });
    asked.end();
  };
  return Object.assign(agent, { createConnection });
}
