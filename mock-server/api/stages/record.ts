import type { Center } from '../../domain/center.js';
import type { Journal } from '../../journal/journal.js';
import type { Reply } from '../reply.js';
import { bodyOfUnread } from '../unread.js';
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
      requestBody: bodyOf(exchange),
      requestText: exchange.raw,
      status: reply.status,
      responseHeaders: reply.headers,
      ...(method === 'HEAD' ? { responseBody: undefined } : { responseBody: reply.body, responseText: text }),
      ms: wall.now() - exchange.begun,
      cause: 0,
      repeats: exchange.repeats,
      request_id: exchange.requestId,
      ...(actor.kind === 'bank' ? { claims: actor.claims } : {}),
      reason: reply.reason,
      error: reply.lost ?? reply.note ?? '',
      findings: call.findings,
      ...(reply.why ? { why: reply.why } : {}),
    });
  };
}

/** The body as it was read; of a request that was refused before, as it would have been. */
function bodyOf({ body, raw, headers }: Exchange): unknown {
  if (body !== undefined) return readable(body) ?? unreadable(raw.length);
  if (raw.length > 0) return bodyOfUnread(headers['content-type'] ?? '', raw) ?? unreadable(raw.length);
  // Refused while it arrived: it is too large.
  return unreadable(Number(headers['content-length'] ?? 0));
}

/** Bodies that are not objects are refused, and not shown. */
const readable = (body: unknown): object | undefined =>
  typeof body === 'object' && body !== null ? body : undefined;

/** A body that was not read, for the journal: it may hold a secret anywhere. */
const unreadable = (bytes: number): unknown => (bytes > 0 ? `[not read: ${bytes} bytes]` : undefined);
