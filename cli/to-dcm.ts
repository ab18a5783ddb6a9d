import { type Fetch, fetchOver } from '../contract/wire/fetch.js';
import { createHttpTransport } from '../contract/wire/http.js';
import { systemTime } from '../mock-server/system.js';

/** How the programs of this project call DCM: directly, ignoring proxies of the environment, and with a time limit. */

/** Maximum bytes of a long list from the control API. */
const longestList = 64 * 1024 * 1024;
/** Milliseconds for one request; a request that awaits a journal entry takes up to 30 s. */
const limitMs = 40_000;

export const dcmFetch: Fetch = fetchOver(
  createHttpTransport(systemTime, { longest: longestList }).send,
  limitMs,
);

/** Milliseconds for the first response of an unknown server. */
const firstLimitMs = 5000;

/** Like `dcmFetch`, with the limits for a bank: for an unknown server. */
export const strangerFetch: Fetch = fetchOver(createHttpTransport(systemTime).send, firstLimitMs);

/** Like `strangerFetch`, for an unknown server whose lists are long. */
export const longFetch: Fetch = fetchOver(
  createHttpTransport(systemTime, { longest: longestList }).send,
  firstLimitMs,
);
