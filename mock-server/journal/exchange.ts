import { decodeJwt, decodeProtectedHeader } from 'jose';
import { authorizationAnswers, type Claims, tokenHeader } from '../../contract/bank-service.js';
import type { JournalHead } from '../../contract/control/browse.js';
import type { Finding, JournalEntry } from '../../contract/control/journal.js';
import { redactAnswer, redactBody, redactHeaders, redactUrl } from '../../contract/redact.js';

/** An exchange as it is recorded: unredacted, since most entries are never looked at. */
export interface Exchange {
  readonly seq: number;
  readonly at: string;
  readonly direction: 'in' | 'out';
  readonly operation: string;
  readonly counterparty_guid: string;
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly requestBody: unknown;
  readonly status: number;
  readonly responseHeaders: Readonly<Record<string, string>>;
  readonly responseBody: unknown;
  readonly ms: number;
  readonly cause: number;
  readonly claims?: Claims;
  readonly reason: string;
  readonly error: string;
  readonly findings: readonly Finding[];
}

/** Bodies of the authorization service hold secrets under whatever name the bank gives them. */
const responseBody = ({ direction, operation, responseBody: body }: Exchange): unknown =>
  direction === 'out' && Object.hasOwn(authorizationAnswers, operation)
    ? redactAnswer(body)
    : redactBody(body);

const shown = (exchange: Exchange) => ({
  seq: exchange.seq,
  at: exchange.at,
  direction: exchange.direction,
  operation: exchange.operation,
  counterparty_guid: exchange.counterparty_guid,
  method: exchange.method,
  url: redactUrl(exchange.url),
  status: exchange.status,
  ms: exchange.ms,
  cause: exchange.cause,
  reason: exchange.reason,
  error: exchange.error,
});

/** What may be shown of an exchange. */
export const entryOf = (exchange: Exchange): JournalEntry => ({
  ...shown(exchange),
  request: {
    headers: redactHeaders(exchange.requestHeaders),
    body: redactBody(exchange.requestBody) ?? null,
  },
  response: {
    headers: redactHeaders(exchange.responseHeaders),
    body: responseBody(exchange) ?? null,
  },
  ...(exchange.claims ? { claims: exchange.claims } : {}),
  findings: [...exchange.findings],
});

/** The same in short. */
export const headOf = (exchange: Exchange): JournalHead => ({
  ...shown(exchange),
  findings: exchange.findings.map(({ rule, level }) => ({ rule, level })),
});

/** Header and claims of the JWT that travelled, without its signature; undefined when none did. */
export function tokenOf({ requestHeaders }: Exchange) {
  for (const from of [tokenHeader, 'cx-authorization']) {
    const token = (requestHeaders[from] ?? '').replace(/^bearer\s+/i, '');
    try {
      const header = redactBody({ ...decodeProtectedHeader(token) }) as Record<string, unknown>;
      return { from, header, claims: redactBody({ ...decodeJwt(token) }) as Record<string, unknown> };
    } catch {
      // Not a JWT: it is in the headers of the entry, redacted.
    }
  }
  return undefined;
}
