import type { z } from 'zod';
import { type Claims, claims as claimsSchema, tokenHeader } from '../../contract/bank-service.js';
import { operations } from '../../contract/operations/index.js';
import { readJson } from '../../contract/read-json.js';
import { longestBody, unpacked } from '../../contract/wire/gather.js';
import { createRouter, type Match } from '../../mock-server/api/router.js';
import type { Exchange } from '../../mock-server/journal/exchange.js';
import type { Answered, Asked } from '../proxy/direction.js';
import { flat } from '../proxy/headers.js';
import type { TappedBody } from '../proxy/tap.js';

type OfRequest =
  | 'seq'
  | 'at'
  | 'direction'
  | 'operation'
  | 'counterparty_guid'
  | 'method'
  | 'url'
  | 'requestHeaders'
  | 'requestBody'
  | 'requestText'
  | 'cause'
  | 'claims';

/** A request that went by, read: its operation and its body as a value. */
export interface ReadRequest extends Pick<Exchange, OfRequest> {
  /** The operation of a request of the bank, as the mock finds it. */
  readonly match: Match;
  /** The body of the request as bytes; empty if it was too long to be kept. */
  readonly requestBytes: Buffer;
}

/** An exchange that went by, read. */
export interface ReadExchange extends ReadRequest, Omit<Exchange, 'findings'> {}

const route = createRouter(operations);

/** The stage may serve Kratos below `/kratos`, as the mock does, or at the root of its host. */
export function matchOf(method: string, path: string): Match {
  const match = route(method, path);
  if (match.kind === 'found' || !/^\/(?:self-service|sessions)\//.test(path)) return match;
  const below = route(method, `/kratos${path}`);
  return below.kind === 'unknown' ? match : below;
}

const pathOf = (target: string): string => target.split('?', 1)[0] ?? '';

const inUtf8 = new TextDecoder('utf-8', { fatal: true });

/** The bytes as text; undefined if they are none. */
function textIn({ bytes }: TappedBody, headers: Readonly<Record<string, string>>): string | undefined {
  try {
    const encoding = headers['content-encoding'];
    return inUtf8.decode(encoding === undefined ? bytes : unpacked(bytes, encoding, longestBody));
  } catch {
    return undefined;
  }
}

const notRead = (length: number) => `[not read: ${length} bytes]`;

/** A body for the journal: JSON, the members of a form, or the text of a response; any other may hold a secret anywhere. */
function bodyOf(body: TappedBody, headers: Readonly<Record<string, string>>, isRequest: boolean): unknown {
  const { length } = body;
  if (length === 0) return undefined;
  if (body.sha256 !== undefined) return `[not kept: ${length} bytes]`;
  const text = textIn(body, headers);
  if (text === undefined) return notRead(length);
  if (headers['content-type']?.toLowerCase().startsWith('application/x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(text));
  const value = readJson(text);
  if (isRequest && (typeof value !== 'object' || value === null)) return notRead(length);
  return value === undefined ? text : value;
}

const members = claimsSchema.shape;

/** The claims of a token that was sent, those of them that have the documented type; undefined without a token. */
function claimsIn(headers: Readonly<Record<string, string>>): Claims | undefined {
  const token = headers[tokenHeader] ?? headers['cx-authorization'] ?? '';
  const [, payload] = token.replace(/^bearer\s+/i, '').split('.', 3);
  if (payload === undefined) return undefined;
  const content = readJson(Buffer.from(payload, 'base64url').toString());
  if (typeof content !== 'object' || content === null) return undefined;
  const found = Object.entries(content).filter(
    ([name, value]) =>
      Object.hasOwn(members, name) && (members as Record<string, z.ZodType>)[name]?.safeParse(value).success,
  );
  // Cutting expects both of them.
  const texts = { obj: '', sub: '', ...Object.fromEntries(found) };
  return texts as Partial<Claims> as Claims;
}

export function readRequest(asked: Asked): ReadRequest {
  const { direction, target, place, method } = asked;
  const requestHeaders = flat(asked.request.headers);
  const match = matchOf(method, pathOf(target));
  const found = direction === 'in' && match.kind === 'found' ? match : undefined;
  const claims = claimsIn(requestHeaders);
  return {
    seq: asked.seq,
    at: asked.at,
    direction,
    operation: direction === 'in' ? (found?.operation.id ?? '') : place.operation,
    counterparty_guid: found?.params.counterparty_guid ?? '',
    method,
    url: direction === 'in' ? target : `${place.url.origin}${place.path}`,
    requestHeaders,
    requestBody: bodyOf(asked.request.body, requestHeaders, true),
    requestText: asked.request.body.bytes,
    requestBytes: asked.request.body.bytes,
    cause: asked.cause,
    ...(claims && { claims }),
    match,
  };
}

/** Reads the response to a request that has been read. */
export function readResponse(request: ReadRequest, answered: Answered): ReadExchange {
  const { status, response, ms, error } = answered;
  const responseHeaders = flat(response.headers);
  return {
    ...request,
    status,
    responseHeaders,
    responseBody: bodyOf(response.body, responseHeaders, false),
    responseText: response.body.bytes,
    ms,
    reason: responseHeaders['dcm-reason'] ?? '',
    error,
  };
}
