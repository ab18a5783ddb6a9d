import { type Client, createClient } from '../contract/client.js';
import { type ControlOperations, controlOperations } from '../contract/control/index.js';
import { type Operations, operations } from '../contract/operations/index.js';

/** `dcm-conformance/client`: DCM's API and the control API as typed functions. */

export { ApiError, type Client, type ClientOptions, createClient } from '../contract/client.js';
export type { JournalEntry, JournalMatch } from '../contract/control/journal.js';
export { type ControlOperations, controlOperations, type Operations, operations };

export interface ClientCredentials {
  /** Session token of an employee, or the bank's own JWT; requested anew for each request if it is a function. */
  readonly token?: string | (() => string);
  /** Sends the requests; the platform's `fetch` by default. */
  readonly fetch?: typeof fetch;
}

const connected = ({ token, fetch: send = fetch }: ClientCredentials) => ({
  fetch: send,
  headers: (): Record<string, string> =>
    token === undefined ? {} : { authorization: `bearer ${typeof token === 'string' ? token : token()}` },
});

/**
 * DCM's API: one function for each operation, named as in `/docs`. A refusal throws an {@link ApiError}.
 *
 * @param baseUrl scheme, host and port of DCM or of a mock
 * @example
 * import { dcmClient } from 'dcm-conformance/client';
 *
 * const dcm = dcmClient('http://127.0.0.1:4010');
 * const { keys } = await dcm.getDcmJwks({});
 */
export const dcmClient = (baseUrl: string, credentials: ClientCredentials = {}): Client<Operations> =>
  createClient(operations, { baseUrl, ...connected(credentials) });

/**
 * The control API of a mock, which acts for DCM's staff. The token is the mock's control token, if it has one.
 *
 * @example
 * import { controlClient } from 'dcm-conformance/client';
 *
 * const control = controlClient('http://127.0.0.1:4010');
 * await control.reset({ body: {} });
 */
export const controlClient = (
  baseUrl: string,
  credentials: ClientCredentials = {},
): Client<ControlOperations> => createClient(controlOperations, { baseUrl, ...connected(credentials) });
