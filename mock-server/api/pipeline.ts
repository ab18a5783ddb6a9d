import type { RequestHandler } from 'express';
import type { CapturedAnswer } from '../../contract/captured.js';
import { type Fetch, fetched, received } from '../../contract/wire/fetch.js';
import type { Domain } from '../domain/index.js';
import { Refusal } from '../domain/refusal.js';
import type { Handover } from '../handover.js';
import type { Audit } from '../journal/audit.js';
import type { Journal } from '../journal/journal.js';
import type { ControlGuard } from './admission.js';
import { jsonOf } from './answer-forms.js';
import { requireLegibleUrl } from './legible.js';
import type { LoginFlows } from './login-flows.js';
import type { PublicUrl } from './public-url.js';
import { explainRefusal, type Reply, replyTo } from './reply.js';
import { createRouter } from './router.js';
import { send, served, withReasons, withRequestId } from './stages/answer.js';
import { createAsk, createKnownUser } from './stages/ask.js';
import { createAuditing } from './stages/audit.js';
import { createAuthorize } from './stages/authorize.js';
import { createCaptured } from './stages/captured.js';
import { type Arrival, arrivalOf, createBegin, type Exchange, type Stage } from './stages/exchange.js';
import { createFaults, createResponseFaults } from './stages/faults.js';
import { createGuard } from './stages/guard.js';
import { createHandle, type Served } from './stages/handle.js';
import { createListLimit } from './stages/list-limit.js';
import { match } from './stages/match.js';
import { parse } from './stages/parse.js';
import { createRead } from './stages/read.js';
import { createRecord } from './stages/record.js';
import { createTolerate } from './stages/tolerate.js';

export interface PipelineParts {
  readonly domain: Domain;
  readonly journal: Journal;
  readonly flows: LoginFlows;
  readonly guard: ControlGuard;
  readonly audit: Audit;
  /** Waits until what was changed in memory is kept for the next process; undefined if nothing was. */
  readonly settled: Handover['settled'];
  readonly publicUrl: PublicUrl;
  readonly served: readonly Served[];
  /** Makes an id for a request that has none. */
  readonly newRequestId: () => string;
  /** What a recorded stage answered otherwise than any option. */
  readonly captured: readonly CapturedAnswer[];
  /** Called with each error that is not a refusal: a fault of the mock. */
  readonly report: (error: unknown) => void;
}

export interface Pipeline {
  readonly overHttp: RequestHandler;
  /** Serves programs of the same process without a connection; nobody of them is a stranger to the control API. */
  readonly inProcess: Fetch;
  /**
   * Serves a request that the mock itself sends, as any other; returns its journal number.
   * @throws {Refusal} `illegible`, or `control-conflict` for one of the control API
   */
  readonly send: (arrival: Arrival, raw: Buffer) => Promise<number>;
}

/** The path of every request: through the stages in their order, into the journal, and back. */
export function createPipeline(parts: PipelineParts): Pipeline {
  const { domain, journal, flows, guard, publicUrl, newRequestId, report } = parts;
  const { center } = domain;
  const route = createRouter(...parts.served.map(({ table }) => table));
  const begin = createBegin({ center, journal, newRequestId, route });
  const record = createRecord(journal, center.wallClock);
  const auditing = createAuditing(parts.audit, center.wallClock);
  const spoilt = createResponseFaults(center);
  const captured = createCaptured(parts.captured);
  const tolerated = createTolerate(center);
  const stages: readonly Stage[] = [
    match,
    createAuthorize(domain, flows),
    parse,
    createListLimit(center),
    createKnownUser(center),
    createFaults(center),
    createAsk(center),
    createHandle(parts.served, center.eras),
    parts.settled,
  ];

  async function outcomeOf(exchange: Exchange, first: readonly Stage[]): Promise<Reply> {
    try {
      for (const stage of [...first, ...stages]) {
        const waiting = stage(exchange);
        if (waiting !== undefined) await waiting;
      }
      return await spoilt(exchange, served(exchange, center.profile()));
    } catch (error) {
      if (error instanceof Refusal) explainRefusal(exchange, error);
      return replyTo(error, exchange, center.profile(), report);
    }
  }

  function textOf({ match: found }: Exchange, { body, text }: Reply): string | undefined {
    if (text !== undefined || body === undefined) return text;
    return jsonOf(body, found.kind === 'found' ? found.operation : undefined, center.profile());
  }

  /** @param first the stages that an arrival by this way goes through before the others */
  async function pass(arrival: Arrival, first: readonly Stage[]) {
    const exchange = begin(arrival);
    const outcome = captured(exchange, await outcomeOf(exchange, first));
    const reply = withRequestId(exchange, await tolerated(exchange, withReasons(outcome, exchange.call)));
    const text = textOf(exchange, reply);
    record(exchange, reply, text);
    auditing(exchange, reply.status);
    // What the audit list has of it, and faults that it has used up.
    await parts.settled()?.catch(() => {});
    return { reply, text, seq: exchange.call.seq };
  }

  /** In whatever way the path is spelled. */
  function isControl({ method, url }: Arrival): boolean {
    const [path = ''] = url.split('?', 1);
    const found = route(method, path);
    const isOperation = found.kind === 'found' && found.operation.caller === 'control';
    return isOperation || /^\/+control(?:\/|$)/i.test(decodeURIComponent(path));
  }

  /** The way of a body that has been read. */
  const withBody =
    (raw: Buffer): Stage =>
    (exchange) => {
      exchange.raw = raw;
    };

  return {
    async overHttp(request, response) {
      const first = [createGuard((operation) => guard(request, operation)), createRead(request, response)];
      const { reply, text } = await pass(arrivalOf(request, publicUrl), first);
      send(response, reply, text);
    },

    async inProcess(absolute, { method = 'GET', headers = {}, body = '' } = {}) {
      const { origin, pathname, search } = new URL(absolute);
      const arrival: Arrival = { method, url: `${pathname}${search}`, headers: received(headers), origin };
      const { reply, text = '' } = await pass(arrival, [withBody(Buffer.from(body))]);
      if (reply.lost !== undefined) throw new TypeError(reply.lost);
      return fetched(reply.status, reply.headers ?? {}, text);
    },

    async send(arrival, raw) {
      requireLegibleUrl(arrival.url);
      if (isControl(arrival))
        throw new Refusal('control-conflict', {
          problem: 'url: requests of the control API are not sent again',
        });
      const { seq } = await pass(arrival, [withBody(raw)]);
      return seq;
    },
  };
}
