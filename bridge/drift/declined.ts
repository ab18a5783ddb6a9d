import type { Seen } from './seen.js';
import { authorizationCallsOf } from './tokens.js';

/** Whether the bank itself declined: the last thing that it was asked, it answered with 401. */
export const isDeclined = (seen: Seen): boolean => authorizationCallsOf(seen).at(-1)?.exchange.status === 401;
