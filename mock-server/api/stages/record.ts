import type { Center } from '../../domain/center.js';
import type { Journal } from '../../journal/journal.js';
import type { Reply } from '../reply.js';
import type { Exchange } from './exchange.js';

/** Puts exchanges into the journal before the response is sent; those of the control API are not recorded. */
export function createRecord(journal: Journal, wall: Center['wallClock']) {
  return (exchange: Exchange, reply: Reply, text: string | undefined): void => {
    const { match, call, method, path, url, headers } = exchange;
    const operation = match.kind === 'found' ? match.operation : undefined;
    if (operation?.caller === 'control' || path.startsWith('/control/')) return;
    const { actor } = call;
    journal.record({
      seq: call.seq,
      at: exchange.at,
      direction: 'in',
      operation: operation?.id ?? '',
      counterparty_guid: 'counterparty' in actor ? actor.counterparty.guid : '',
      method,
      url,
      requestHeaders: headers,
      requestBody: readable(exchange.body) ?? unreadable(exchange.raw),
      requestText: exchange.raw,
      status: reply.status,
      responseHeaders: reply.headers,
      ...(method === 'HEAD' ? { responseBody: undefined } : { responseBody: reply.body, responseText: text }),
      ms: wall.now() - exchange.begun,
      cause: 0,
      repeats: exchange.repeats,
      ...(actor.kind === 'bank' ? { claims: actor.claims } : {}),
      reason: reply.reason,
      error: reply.lost ?? reply.note ?? '',
      findings: call.findings,
    });
  };
}

/** Bodies that are not objects are refused, and not shown. */
const readable = (body: unknown): object | undefined =>
  typeof body === 'object' && body !== null ? body : undefined;

/** A body that was not read, for the journal: it may hold a secret anywhere. */
function unreadable(raw: Buffer): unknown {
  return raw.length === 0 ? undefined : `[not read: ${raw.length} bytes]`;
}
