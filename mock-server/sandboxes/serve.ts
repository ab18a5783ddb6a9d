import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { hintOf, whyOf } from '../../contract/explanations/why.js';
import { refusePlainly } from '../api/refuse-plainly.js';
import { type Because, because, Refusal } from '../domain/refusal.js';
import type { OpenSandbox } from './open-sandbox.js';
import type { Sandboxes } from './sandboxes.js';

/** The name of a sandbox and the rest of a request's target. */
const below = /^\/s(?:\/([^/?]*)([/?].*)?|\?.*)?$/s;

/** What is limited: DCM's API and the ledger, but never the control API, pages and documents. */
const limited = /^\/+(?:api|kratos|horizon)(?![^/?])/;

/** Characters of a name that is none. */
const longestShown = 60;

function refuse(response: ServerResponse, status: number, error: string, { cause, facts }: Because): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'dcm-reason': 'sandbox',
    'dcm-hint': hintOf(whyOf(cause, facts)),
    ...(status === 429 && { 'retry-after': '1' }),
  });
  response.end(JSON.stringify({ error }));
}

/** The sandbox that a request is for, and the path within it; undefined for the mock itself. */
export function placeIn(url = ''): { readonly name: string; readonly path: string } | undefined {
  const target = below.exec(url);
  if (target === null) return undefined;
  const [, name = '', rest = ''] = target;
  return { name, path: rest.startsWith('/') ? rest : `/${rest}` };
}

export function refuseGone(response: ServerResponse, name: string): void {
  const shown = name.slice(0, longestShown);
  refuse(
    response,
    404,
    `there is no sandbox ${shown}: it was deleted, has expired, or was never made; POST /control/v1/sandboxes makes one`,
    because('sandbox-gone', { name: shown }),
  );
}

/** Passes a request to a sandbox, which knows nothing of its path, if it admits one more. */
export function serveIn(
  found: OpenSandbox,
  path: string,
  request: IncomingMessage,
  response: ServerResponse<IncomingMessage> & { req: IncomingMessage },
): void {
  if (limited.test(path) && !found.admits()) {
    found.refused += 1;
    const { name } = found.sandbox;
    refuse(
      response,
      429,
      `sandbox ${name} serves no more requests in this second: send them more slowly, or copy it with a higher limit`,
      because('sandbox-rate', { name, most: found.limits.requestsPerS }),
    );
    return;
  }
  found.requests += 1;
  request.url = path;
  found.world.serve(request, response);
}

/** Passes what is below `/s/{name}` to that sandbox, and the rest to the mock. */
export function withSandboxes(sandboxes: Sandboxes, mock: RequestListener): RequestListener {
  return (request, response) => {
    const place = placeIn(request.url);
    if (place === undefined) return mock(request, response);
    if (place.name === '')
      return refuse(
        response,
        404,
        'the name of a sandbox is missing: /s/NAME; GET /control/v1/sandboxes lists those that there are',
        because('sandbox-nameless'),
      );
    const found = sandboxes.at(place.name);
    if (sandboxes.isDamaged(place.name))
      return refusePlainly(response, new Refusal('sandbox-damaged', { name: place.name }));
    if (found === undefined) return refuseGone(response, place.name);
    serveIn(found, place.path, request, response);
  };
}
