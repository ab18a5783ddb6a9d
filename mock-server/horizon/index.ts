import type { Request, RequestHandler } from 'express';
import type { z } from 'zod';
import { horizonOperations } from '../../contract/horizon/index.js';
import { inOurWords, notValid } from '../../contract/in-our-words.js';
import type { Operation } from '../../contract/operation.js';
import { urlProblem } from '../api/legible.js';
import { readQuery } from '../api/parse.js';
import type { PublicUrl } from '../api/public-url.js';
import { createRouter } from '../api/router.js';
import type { Domain } from '../domain/index.js';
import { horizonHandlers } from './handlers.js';
import type { Place } from './lists.js';
import { badRequest, HorizonProblem, horizonProblem } from './problem.js';

type AnyHandler = (input: object, place: Place) => Promise<unknown>;

/**
 * Serves the read-only part of Horizon for everything below `/horizon`; other requests pass on. This is not DCM: it
 * has no journal, faults or credentials.
 *
 * @param report called for an error that is a fault of the mock
 */
export function createHorizon(
  domain: Domain,
  publicUrl: PublicUrl,
  report: (error: unknown) => void,
): RequestHandler {
  const route = createRouter(horizonOperations);
  const handlers = horizonHandlers(domain) as unknown as Readonly<Record<string, AnyHandler>>;

  async function answer(request: Request, path: string, search: string): Promise<unknown> {
    const problem = urlProblem(request.originalUrl);
    if (problem !== undefined) throw badRequest(...(problem.split(': ', 2) as [string, string]));
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      throw horizonProblem(
        'method_not_allowed',
        `${request.method}: this Horizon is read-only; DCM posts the transfers.`,
      );
    }
    if (/^text\/event-stream\b/.test(request.headers.accept ?? '')) {
      throw horizonProblem(
        'not_acceptable',
        'Streams are not served; ask for the page after the last paging_token.',
      );
    }
    const match = route('GET', path);
    if (match.kind !== 'found') {
      const nearest = match.kind === 'unknown' ? ` The nearest path is ${match.nearest.path}.` : '';
      throw horizonProblem('not_found', `${path} is not a path of Horizon that is served here.${nearest}`);
    }
    const { operation, params } = match;
    const input = {
      params: parse(operation.params, params),
      query: parse(operation.query, readQuery(search, { brackets: true })),
    };
    const base = `${publicUrl(request)}/horizon`;
    const handler = handlers[operation.id];
    if (!handler) throw new Error(`${operation.id} has no handler`);
    return handler(input, { base, path: path.slice('/horizon'.length), search });
  }

  return async (request, response, next) => {
    const [path = '', search = ''] = request.originalUrl.split(/\?(.*)/s);
    if (path !== '/horizon' && !path.startsWith('/horizon/')) {
      next();
      return;
    }
    try {
      response
        .type('application/hal+json; charset=utf-8')
        .send(JSON.stringify(await answer(request, path, search)));
    } catch (error) {
      const { body } = error instanceof HorizonProblem ? error : failed(error, report);
      response.status(body.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(body));
    }
  };
}

function failed(error: unknown, report: (error: unknown) => void): HorizonProblem {
  report(error);
  return horizonProblem('server_error', 'The mock failed; see its console.');
}

/** The parsed part, without unknown members. @throws {HorizonProblem} naming the first wrong member */
function parse(schema: Operation['query'], given: object): z.output<NonNullable<Operation['query']>> {
  if (!schema) return {};
  const parsed = schema.safeParse(given, inOurWords);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw badRequest(String(issue?.path[0] ?? ''), issue?.message ?? notValid);
}
