import type { EntryFilter } from '../../contract/control/browse.js';
import { redactUrl } from '../../contract/redact.js';
import type { Exchange } from './exchange.js';
import type { Ring } from './ring.js';

/** Numbers that one page looks at, at the most; a client that finds too little asks again. */
export const mostLooked = 5000;

export interface PageAsked {
  readonly filter: EntryFilter;
  readonly before: number;
  readonly limit: number;
}

export interface JournalPage {
  readonly exchanges: readonly Exchange[];
  readonly more: boolean;
  readonly before: number;
  /** Numbers looked at: what the page cost. */
  readonly looked: number;
}

/** From new to old. Requests to the control API take numbers, too, so not every number has an entry. */
export function pageOf(ring: Ring, { filter, before, limit }: PageAsked): JournalPage {
  const exchanges: Exchange[] = [];
  const wanted = conditionOf(filter);
  let looked = 0;
  let seq = before - 1;
  for (; seq >= ring.lowest && looked < mostLooked && exchanges.length < limit; seq--) {
    looked += 1;
    const exchange = ring.get(seq);
    if (exchange && wanted(exchange)) exchanges.push(exchange);
  }
  const more = seq >= ring.lowest;
  return { exchanges, more, before: more ? seq + 1 : 0, looked };
}

function conditionOf(filter: EntryFilter): (exchange: Exchange) => boolean {
  const { direction, operation, status, rule, counterparty_guid } = filter;
  const text = filter.text?.toLowerCase();
  return (exchange) =>
    (direction === undefined || exchange.direction === direction) &&
    (operation === undefined || exchange.operation === operation) &&
    (status === undefined || exchange.status === status) &&
    (counterparty_guid === undefined || exchange.counterparty_guid === counterparty_guid) &&
    (rule === undefined || exchange.findings.some((one) => one.rule === rule)) &&
    (text === undefined || wordsOf(exchange).toLowerCase().includes(text));
}

/** What is searched. Nothing that is not shown, so that nothing hidden can be guessed by searching. */
const wordsOf = ({ url, operation, reason, error, findings, claims }: Exchange): string =>
  [
    redactUrl(url),
    operation,
    reason,
    error,
    claims?.obj,
    claims?.sub,
    ...findings.flatMap((one) => [one.rule, one.text]),
  ].join('\n');
