import { type OutRequest, type Transport, TransportError } from './transport.js';

/** Statuses that the platform's `Response` accepts. */
const isStatus = (status: number) => status >= 200 && status <= 599;
const withoutBody = new Set([204, 205, 304]);

/**
 * The part of `fetch` that clients of this project use, over a transport: text bodies, no redirects, one limit in
 * time and bytes for everything.
 *
 * @throws {TransportError} if no complete response came
 */
export function fetchOver(send: Transport, timeoutMs: number): typeof fetch {
  return async (input, init) => {
    const { status, headers, text } = await send({
      method: (init?.method ?? 'GET') as OutRequest['method'],
      url: String(input),
      headers: Object.fromEntries(new Headers(init?.headers)),
      timeoutMs,
      ...(init?.signal ? { signal: init.signal } : {}),
      ...(init?.body === undefined || init.body === null ? {} : { body: String(init.body) }),
    });
    if (!isStatus(status)) throw new TransportError(`answered HTTP ${status}, which is no final status`);
    return new Response(withoutBody.has(status) ? null : text, { status, headers: printableOnly(headers) });
  };
}

/** `Headers` refuse values that are not Latin-1, and invalid names. */
function printableOnly(headers: Readonly<Record<string, string>>): Headers {
  const taken = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    try {
      taken.set(name, value);
    } catch {
      // Nobody could read it.
    }
  }
  return taken;
}
