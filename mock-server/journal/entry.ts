import { decodeJwt, decodeProtectedHeader } from 'jose';
import { authorizationAnswers, type Claims, tokenHeader } from '../../contract/bank-service.js';

import type { Finding, JournalEntry, JournalHead, Why } from '../../contract/control/journal.js';
import { credentialHeaders } from '../../contract/gaps.js';
import { type Mark, redactAnswer, redactBody, redactHeaders, redactUrl } from '../../contract/redact.js';
import { sizeOf } from '../domain/size.js';
import type { Exchange } from './exchange.js';
import { cutText, type KeptBody, shorten } from './shorten.js';

/** What is stored of an exchange: redacted and shortened when it is recorded, so that reading costs nothing. */
export interface Kept {
  readonly entry: JournalEntry;
  /** The JWT that was sent, without its signature. */
  readonly token?: { readonly from: string; readonly text: string };
  /** How its sender was known, as sent; only in memory, and only if the journal is to keep it. */
  readonly credentials?: Readonly<Record<string, string>>;
  /** Approximate memory. */
  readonly bytes: number;
}

const longestUrl = 2000;
const longestHeader = 1000;
const longestText = 1000;
const mostFindings = 50;
/** Memory of an entry beside its content: places in the indexes of the journal. */
const indexBytes = 500;

/** @param mark what is shown in place of secrets, if not the usual mark */
export function keep(exchange: Exchange, mark?: Mark): Kept {
  const entry = entryOf(exchange, keepRequest(exchange, mark), mark);
  const token = tokenTextOf(exchange);
  return {
    entry,
    ...(token ? { token } : {}),
    bytes: indexBytes + sizeOf(entry) + (token?.text.length ?? 0),
  };
}

/** The same with the credentials of a request to DCM, so that it can be sent again. */
export function withCredentials(kept: Kept, { direction, requestHeaders }: Exchange): Kept {
  const found = credentialHeaders.flatMap((name) => {
    const value = requestHeaders[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  if (direction === 'out' || found.length === 0) return kept;
  const credentials = Object.fromEntries(found);
  return { ...kept, credentials, bytes: kept.bytes + sizeOf(credentials) };
}

/** An entry that another process has recorded; its token is no longer kept. */
export const keptAgain = (entry: JournalEntry): Kept => ({ entry, bytes: indexBytes + sizeOf(entry) });

/** What is stored of a request: known before its response. */
type KeptRequest = Pick<JournalEntry, 'url' | 'request' | 'claims'>;
type RequestPart = Pick<Exchange, 'url' | 'requestHeaders' | 'requestBody' | 'requestText' | 'claims'>;

export function keepRequest(exchange: RequestPart, mark?: Mark): KeptRequest {
  const request = shorten(exchange.requestBody, exchange.requestText);
  return {
    url: redactUrl(cutText(exchange.url, longestUrl), mark),
    request: messageOf(exchange.requestHeaders, request, redactBody, mark),
    ...(exchange.claims ? { claims: cutClaims(exchange.claims) } : {}),
  };
}

/** @param kept what is stored of its request */
export function entryOf(
  exchange: Exchange,
  { url, request, ...kept }: KeptRequest,
  mark?: Mark,
): JournalEntry {
  const response = shorten(exchange.responseBody, exchange.responseText);
  return {
    seq: exchange.seq,
    at: exchange.at,
    direction: exchange.direction,
    operation: exchange.operation,
    counterparty_guid: exchange.counterparty_guid,
    method: exchange.method,
    url,
    status: exchange.status,
    ms: exchange.ms,
    cause: exchange.cause,
    ...(exchange.repeats === undefined ? {} : { repeats: exchange.repeats }),
    ...(exchange.request_id === undefined ? {} : { request_id: exchange.request_id }),
    reason: exchange.reason,
    error: cutText(exchange.error, longestText),
    request,
    response: messageOf(
      exchange.responseHeaders,
      response,
      holdsAnswer(exchange) ? redactAnswer : redactBody,
      mark,
    ),
    ...kept,
    findings: exchange.findings.slice(0, mostFindings).map(cutFinding),
    ...(exchange.why ? { why: exchange.why } : {}),
  };
}

/** Bodies of the authorization service may hold secrets under any name. */
const holdsAnswer = ({ direction, operation }: Exchange): boolean =>
  direction === 'out' && Object.hasOwn(authorizationAnswers, operation);

const messageOf = (
  headers: Readonly<Record<string, string>>,
  { body, shortened }: KeptBody,
  redact: (body: unknown, mark?: Mark) => unknown,
  mark?: Mark,
): JournalEntry['request'] => ({
  headers: cutHeaders(redactHeaders(headers, mark)),
  body: redact(body, mark) ?? null,
  ...(shortened ? { shortened } : {}),
});

function cutHeaders(headers: Record<string, string>): Record<string, string> {
  const all = Object.entries(headers);
  // Hardly any is too long.
  if (all.every((pair) => pair.every((text) => text.length <= longestHeader))) return headers;
  return Object.fromEntries(
    all.map(([name, value]) => [cutText(name, longestHeader), cutText(value, longestHeader)]),
  );
}

const cutClaims = (claims: Claims): Claims => ({
  ...claims,
  obj: cutText(claims.obj, longestText),
  sub: cutText(claims.sub, longestText),
});

export const cutFinding = ({ rule, level, text }: Finding): Finding => ({
  rule,
  level,
  text: cutText(text, longestText),
});

const shortWhy = ({ id, decided_by }: Why) => ({ id, ...(decided_by === undefined ? {} : { decided_by }) });

/** The summary of an entry. */
export function headOf({
  request: _,
  response: _response,
  claims: _claims,
  ...shown
}: JournalEntry): JournalHead {
  const { why, ...head } = shown;
  return {
    ...head,
    findings: shown.findings.map(({ rule, level }) => ({ rule, level })),
    ...(why ? { why: shortWhy(why) } : {}),
  };
}

function tokenTextOf({ requestHeaders }: Pick<Exchange, 'requestHeaders'>): Kept['token'] {
  for (const from of [tokenHeader, 'cx-authorization']) {
    const [header = '', claims, signature] = bare(requestHeaders[from] ?? '').split('.', 4);
    if (!header.startsWith('ey') || claims === undefined || signature === undefined) continue;
    // A copy: a substring of the token would keep its signature in memory.
    return { from, text: Buffer.from(`${header}.${claims}.`).toString() };
  }
  return undefined;
}

const bare = (token: string): string =>
  /^bearer\s/i.test(token) ? token.slice('bearer'.length).trim() : token;

/** Header and claims of the JWT that a request carries; undefined without one. */
export const tokenIn = (request: Pick<Exchange, 'requestHeaders'>, mark?: Mark) =>
  tokenOf({ token: tokenTextOf(request) }, mark);

/** Header and claims of the JWT that was sent; undefined without one. */
export function tokenOf({ token }: { readonly token?: Kept['token'] | undefined }, mark?: Mark) {
  if (!token) return undefined;
  const { from, text } = token;
  try {
    const header = redactBody({ ...decodeProtectedHeader(text) }, mark) as Record<string, unknown>;
    return { from, header, claims: redactBody({ ...decodeJwt(text) }, mark) as Record<string, unknown> };
  } catch {
    // Not a JWT after all: it is in the headers of the entry, redacted.
    return undefined;
  }
}
