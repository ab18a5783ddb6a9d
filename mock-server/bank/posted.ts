import type { OutRequest } from '../../contract/wire/transport.js';

/**
 * A request to a bank with a body: a callback, or one for signatures.
 * @param stray headers that it has beside the documented ones
 */
export const posted = (
  url: string,
  body: object,
  timeoutMs: number,
  stray: Readonly<Record<string, string>> = {},
): OutRequest => ({
  method: 'POST',
  url,
  headers: { accept: 'application/json', 'content-type': 'application/json', ...stray },
  body: JSON.stringify(body),
  timeoutMs,
});
