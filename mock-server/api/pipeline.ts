import express, { type Request, type RequestHandler, type Response } from 'express';
import { legacyOf } from '../../contract/legacy.js';
import { needsCredential, type Operation, type OperationTable } from '../../contract/operation.js';
import { operations } from '../../contract/operations/index.js';
import { type Call, createCall } from '../domain/call.js';
import type { Domain } from '../domain/index.js';
import { requireKnownUser } from '../domain/own-token.js';
import { Refusal } from '../domain/refusal.js';
import type { Journal } from '../journal/journal.js';
import { authorize } from './credentials.js';
import { callerOf, type Handler, type Handlers, OtherAnswer } from './handler.js';
import { requireLegibleUrl } from './legible.js';
import type { LoginFlows } from './login-flows.js';
import { parsePart, readBody, readQuery } from './parse.js';
import type { PublicUrl } from './public-url.js';
import { bodyLimit, explainRefusal, findingHeader, type Reply, rawError, replyTo } from './reply.js';
import { createRouter, type Match, meant } from './router.js';

interface Served {
  readonly table: OperationTable;
  readonly handlers: Readonly<Record<string, Handler<Operation>>>;
}

/** Ties a table to its handlers; here every declared operation is known to have one. */
export const serve = <Table extends OperationTable>(table: Table, handlers: Handlers<Table>): Served => ({
  table,
  handlers: handlers as unknown as Served['handlers'],
});

export interface PipelineParts {
  readonly domain: Domain;
  readonly journal: Journal;
  readonly flows: LoginFlows;
  /** Why a request must not reach the control API; undefined when it may. */
  readonly guard: (request: Request) => string | undefined;
  readonly publicUrl: PublicUrl;
  readonly served: readonly Served[];
  /** Told about an error that is no refusal: a fault of the mock. */
  readonly report: (error: unknown) => void;
}

/**
 * The way of every request: find the operation, authorize, read, parse, handle, answer; the journal has the
 * exchange before the answer leaves.
 */
export function createPipeline({
  domain,
  journal,
  flows,
  served,
  guard,
  publicUrl,
  report,
}: PipelineParts): RequestHandler {
  const { wall, ledger, profile } = domain.center;
  const route = createRouter(...served.map(({ table }) => table));
  const handlers = Object.assign({}, ...served.map((one) => one.handlers)) as Served['handlers'];
  const readRaw = express.raw({ type: () => true, limit: bodyLimit });

  async function body(request: Request, response: Response): Promise<Buffer> {
    await new Promise<void>((resolve, reject) => {
      readRaw(request, response, (error?: unknown) => (error ? reject(rawError(error)) : resolve()));
    });
    return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  }

  async function handle(exchange: Exchange): Promise<unknown> {
    const { match, call, headers } = exchange;
    const operation = operationOf(exchange);
    const params = match.kind === 'found' ? match.params : {};
    if (needsCredential(operation)) await authorize(domain, flows, operation, headers, params, call);
    exchange.body = operation.body
      ? readBody(operation, headers['content-type'] ?? '', exchange.raw, call)
      : undefined;
    const input = {
      params: parsePart(operation.params, params, 'path', call),
      query: parsePart(operation.query, readQuery(exchange.search), 'query', call),
      body: parsePart(operation.body, exchange.body, 'body', call),
    };
    await checkOwnToken(operation, call);
    await suffer(operation);
    await askBeforeWrite(operation, call);
    if (operation.caller !== 'control') domain.center.eras.require(call);
    const handler = handlers[operation.id];
    if (!handler) throw new Error(`${operation.id} has no handler`);
    const { origin, url, answerHeaders } = exchange;
    return handler(input as never, { call, headers, origin, url, answerHeaders });
  }

  /** Faults ordered for this operation (control API). */
  async function suffer({ id, caller }: Operation): Promise<void> {
    if (caller === 'control') return;
    const { faults, timers } = domain.center;
    const hold = faults.take('hold', id);
    if (hold) await faults.hold(hold.ms);
    const delay = faults.take('delay', id);
    if (delay) await new Promise<void>((resolve) => timers.after(delay.ms, resolve));
    const answer = faults.take('answer', id);
    if (answer) throw new OtherAnswer(answer.status, { error: 'fault ordered by the control API' }, 'state');
  }

  /** Under JWT by Bank, where DCM asks the bank nothing by itself, the token is still about somebody known (U-03). */
  async function checkOwnToken({ caller, reverseCalls }: Operation, call: Call): Promise<void> {
    const { actor } = call;
    if (actor.kind !== 'bank' || caller !== 'employee' || reverseCalls) return;
    await domain.center.store.read((tx) => requireKnownUser(tx, call, actor));
  }

  /** By operation and not by path, which can be spelt in several ways. */
  function refuseStrangers(match: Match, request: Request): void {
    const problem = match.kind === 'found' && match.operation.caller === 'control' && guard(request);
    if (problem) throw new OtherAnswer(403, { error: problem }, 'permission');
  }

  /** Option `reverse_check: all`: writes that ask the bank nothing by themselves ask whether the user is known (U-03). */
  async function askBeforeWrite(operation: Operation, call: Call): Promise<void> {
    if (profile().reverse_check !== 'all' || operation.method === 'GET') return;
    if (operation.caller !== 'employee' || operation.reverseCalls) return;
    const counterparty = callerOf(call);
    const keeper = counterparty.key_keepers.find((one) => one.for === 'identification');
    if (!keeper) throw new Refusal('no-key-keeper', { purpose: 'identification' });
    const obj = call.actor.kind === 'bank' ? call.actor.claims.obj : keeper.external_id;
    const question = { method: 'external_id', flow: 'sign-in', obj } as const;
    await domain.center.bank.ask(call, counterparty, question);
  }

  return async (request, response) => {
    const seq = journal.nextSeq();
    const begun = wall.now();
    const at = ledger.timestamp();
    const [path = '', search = ''] = splitUrl(request.originalUrl);
    const exchange: Exchange = {
      match: route(request.method, path),
      call: createCall(seq, profile().strict, domain.center.eras.now),
      headers: flatHeaders(request),
      method: request.method,
      url: request.originalUrl,
      path,
      search,
      origin: publicUrl(request),
      answerHeaders: {},
      raw: Buffer.alloc(0),
      body: undefined,
    };
    let reply: Reply;
    try {
      refuseStrangers(exchange.match, request);
      requireLegibleUrl(request.originalUrl);
      exchange.raw = await body(request, response);
      const answer = await handle(exchange);
      const { withoutBody } = operationOf(exchange);
      reply = {
        status: withoutBody ?? 200,
        body: withoutBody ? undefined : answer,
        headers: exchange.answerHeaders,
        reason: '',
      };
    } catch (error) {
      if (error instanceof Refusal) explainRefusal(exchange, error);
      reply = replyTo(error, exchange, report);
    }
    const { call } = exchange;
    if (call.findings.length > 0) reply.headers['dcm-finding'] = findingHeader(call.findings);
    if (reply.reason) reply.headers['dcm-reason'] = reply.reason;
    const text = reply.body === undefined ? undefined : JSON.stringify(reply.body);
    const operation = exchange.match.kind === 'found' ? exchange.match.operation : undefined;
    if (operation?.caller !== 'control' && !path.startsWith('/control/')) {
      journal.record({
        seq,
        at,
        direction: 'in',
        operation: operation?.id ?? '',
        counterparty_guid: 'counterparty' in call.actor ? call.actor.counterparty.guid : '',
        method: request.method,
        url: request.originalUrl,
        requestHeaders: exchange.headers,
        requestBody: readable(exchange.body) ?? unreadable(exchange.raw),
        requestText: exchange.raw,
        status: reply.status,
        responseHeaders: reply.headers,
        ...(request.method === 'HEAD'
          ? { responseBody: undefined }
          : { responseBody: reply.body, responseText: text }),
        ms: wall.now() - begun,
        cause: 0,
        ...(call.actor.kind === 'bank' ? { claims: call.actor.claims } : {}),
        reason: reply.reason,
        error: '',
        findings: call.findings,
      });
    }
    if (text === undefined) {
      response.writeHead(reply.status, reply.headers).end();
      return;
    }
    response.writeHead(reply.status, {
      ...reply.headers,
      'content-type': 'application/json; charset=utf-8',
      // Counted here, since an answer to HEAD has the length of the body that it goes without.
      'content-length': Buffer.byteLength(text),
    });
    response.end(text);
  };
}

interface Exchange {
  readonly match: Match;
  readonly call: Call;
  readonly headers: Readonly<Record<string, string>>;
  readonly method: string;
  readonly url: string;
  readonly path: string;
  readonly search: string;
  readonly origin: string;
  readonly answerHeaders: Record<string, string>;
  raw: Buffer;
  body: unknown;
}

function operationOf({ match, call, method, path }: Exchange): Operation {
  if (match.kind === 'found') return match.operation;
  const legacy = legacyOf(meant(method), path);
  if (legacy) {
    const { method: verb, path: now } = operations[legacy.today];
    call.explain('REQUEST-02', `${legacy.id} is of the oldest guide; today: ${legacy.today} ${verb} ${now}`);
    throw new Refusal('unknown-path', { path, nearest: `${verb} ${now}` });
  }
  if (match.kind === 'wrong-method') {
    const allowed = match.allowed.join(', ');
    call.explain('REQUEST-02', `${method} is not a method of this path; allowed: ${allowed}`);
    throw new Refusal('wrong-method', { method, allowed });
  }
  const { nearest } = match;
  call.explain('REQUEST-02', `unknown path; nearest: ${nearest.id} ${nearest.method} ${nearest.path}`);
  throw new Refusal('unknown-path', { path, nearest: `${nearest.method} ${nearest.path}` });
}

/** Bodies that are no object are refused, and not shown. */
const readable = (body: unknown): object | undefined =>
  typeof body === 'object' && body !== null ? body : undefined;

/** A body that was not read, for the journal: it may hold a secret anywhere. */
function unreadable(raw: Buffer): unknown {
  return raw.length === 0 ? undefined : `[not read: ${raw.length} bytes]`;
}

function splitUrl(url: string): [string, string] {
  const cut = url.indexOf('?');
  return cut < 0 ? [url, ''] : [url.slice(0, cut), url.slice(cut + 1)];
}

function flatHeaders(request: Request): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    headers[name] = Array.isArray(value) ? value.join(', ') : (value ?? '');
  }
  return headers;
}
