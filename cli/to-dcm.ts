import { fetchOver } from '../contract/wire/fetch.js';
import { createHttpTransport } from '../contract/wire/http.js';
import { systemTime } from '../mock-server/system.js';

/** How the programs of this project call DCM: straight, whatever proxy the environment names, and never without end. */

/** Bytes that a long list of the control API may have. */
const longestList = 64 * 1024 * 1024;
/** Milliseconds for one request; one that awaits something in the journal takes up to 30 s. */
const limitMs = 40_000;

export const dcmFetch: typeof fetch = fetchOver(
  createHttpTransport(systemTime, { longest: longestList }).send,
  limitMs,
);

/** Milliseconds for the first answer of a server of which nothing is known yet. */
const firstLimitMs = 5000;

/** As `dcmFetch`, within the bounds of a bank: for a server that may be anything. */
export const strangerFetch: typeof fetch = fetchOver(createHttpTransport(systemTime).send, firstLimitMs);
