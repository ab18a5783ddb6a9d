import type { Observer } from '../observer.js';
import { callbackTimes } from './callbacks.js';
import { connections, reverseCalls, signingKeys } from './calls.js';
import { limitPaths, reserve, routes } from './money.js';
import { accountsList, lists, posting } from './responses.js';
import { actStatus, declinedStatus, errorBody, refusalStatusOf } from './statuses.js';
import { surplus } from './surplus.js';
import { callbackToken, keySet, tokenContent, tokenLifetime } from './tokens.js';
import { amounts, dates, fee, paymentGuid } from './values.js';

/** Who looks for the answer to each open question, by its number, or the name of its usual reading if it has none. */
export const observers: Readonly<Record<string, Observer>> = {
  'U-03': reverseCalls,
  'U-55': signingKeys,
  'U-57': callbackTimes,
  'own-connections': connections,
  'U-01': callbackToken,
  'U-06': tokenLifetime,
  'U-05': tokenContent,
  'U-72': keySet,
  'U-10': declinedStatus,
  'U-08': errorBody,
  'U-09': refusalStatusOf,
  'U-44': actStatus,
  'U-26': accountsList,
  'U-45': posting,
  'U-61': lists,
  plain: surplus,
  'U-53': paymentGuid,
  'U-48': fee,
  'U-25': amounts,
  'U-62': dates,
  'U-33': limitPaths,
  'U-39': reserve,
  'U-47': routes,
};
