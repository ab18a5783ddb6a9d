import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import express from 'express';
import inject, { type DispatchFunc, type InjectOptions } from 'light-my-request';
import { type Fetch, fetched, received } from '../../contract/wire/fetch.js';
import { longestBody, unpacked } from '../../contract/wire/gather.js';
import { type OutRequest, type Transport, TransportError } from '../../contract/wire/transport.js';
import type { Timers } from '../../mock-server/domain/ports.js';

/** A network in memory: requests reach applications without sockets. */
export interface Network {
  /** From now on, this application serves the given origin, e.g. `http://127.0.0.1:4010`. */
  serve(origin: string, app: DispatchFunc): void;
  readonly send: Transport;
  readonly fetch: Fetch;
  /** Requests that go another way and count as open all the same. */
  counted(fetch: Fetch): Fetch;
  /** Number of requests without a response yet. */
  open(): number;
}

export interface NetworkOptions {
  readonly timers: Timers;
  /** Called when a request begins and when it ends. */
  readonly passed: () => void;
}

const flat = (headers: IncomingHttpHeaders | OutgoingHttpHeaders): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

/**
 * Express replaces the prototype of a response, and `inject` puts its own back only after it has seen Express itself. From
 * then on this process serves no sockets by Express, so it waits until there is a network in memory.
 */
let expressSeen: Promise<unknown> | undefined;

export function createNetwork({ timers, passed }: NetworkOptions): Network {
  const apps = new Map<string, DispatchFunc>();
  let open = 0;

  async function counting<Outcome>(work: () => Promise<Outcome>): Promise<Outcome> {
    open += 1;
    passed();
    try {
      return await work();
    } finally {
      open -= 1;
      passed();
    }
  }

  async function ask(
    url: URL,
    { headers, ...options }: Omit<InjectOptions, 'url' | 'headers'> & Pick<OutRequest, 'headers'>,
  ) {
    const app = apps.get(url.origin);
    if (app === undefined) throw new TransportError(`connection refused by ${url.host}`, 'ECONNREFUSED');
    expressSeen ??= inject(express(), '/');
    await expressSeen;
    return counting(() =>
      inject(app, {
        ...options,
        url: `${url.pathname}${url.search}`,
        headers: received({ host: url.host, ...headers }),
        remoteAddress: '127.0.0.1',
      }).catch((error) => {
        throw new TransportError((error as Error).message, 'ECONNRESET');
      }),
    );
  }

  return {
    serve: (origin, app) => apps.set(origin, app),
    open: () => open,
    counted: (fetch) => (url, init) => counting(() => fetch(url, init)),

    send({ method, url, headers, body, timeoutMs }) {
      return new Promise((resolve, reject) => {
        const cancel = timers.after(timeoutMs, () =>
          reject(new TransportError(`no answer within ${timeoutMs} ms`, 'ETIMEDOUT')),
        );
        ask(new URL(url), { method, headers, ...(body === undefined ? {} : { payload: body }) })
          .then(({ statusCode, headers, rawPayload }) => {
            const encodings = String(headers['content-encoding'] ?? '');
            const text = unpacked(rawPayload, encodings, longestBody).toString('utf8');
            resolve({ status: statusCode, headers: flat(headers), text });
          })
          .catch(reject)
          .finally(cancel);
      });
    },

    async fetch(url, { method = 'GET', headers = {}, body } = {}) {
      const answer = await ask(new URL(url), {
        method: method as 'GET',
        headers,
        ...(body === undefined ? {} : { payload: body }),
      });
      return fetched(answer.statusCode, flat(answer.headers), answer.payload);
    },
  };
}
