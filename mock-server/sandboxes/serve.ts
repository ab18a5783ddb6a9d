import type { RequestListener, ServerResponse } from 'node:http';
import { hintOf, whyOf } from '../../contract/explanations/why.js';
import { type Because, because } from '../domain/refusal.js';
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

/** Passes what is below `/s/{name}` to that sandbox, which knows nothing of its path, and the rest to the mock. */
export function withSandboxes(sandboxes: Sandboxes, mock: RequestListener): RequestListener {
  return (request, response) => {
    const target = below.exec(request.url ?? '');
    if (target === null) return mock(request, response);
    const [, name = '', rest = ''] = target;
    if (name === '')
      return refuse(
        response,
        404,
        'the name of a sandbox is missing: /s/NAME; GET /control/v1/sandboxes lists those that there are',
        because('sandbox-nameless'),
      );
    const found = sandboxes.at(name);
    const shown = name.slice(0, longestShown);
    if (found === undefined)
      return refuse(
        response,
        404,
        `there is no sandbox ${shown}: it was deleted, has expired, or was never made; POST /control/v1/sandboxes makes one`,
        because('sandbox-gone', { name: shown }),
      );
    const path = rest.startsWith('/') ? rest : `/${rest}`;
    if (limited.test(path) && !found.admits()) {
      found.refused += 1;
      return refuse(
        response,
        429,
        `sandbox ${name} serves no more requests in this second: send them more slowly, or give it a higher limit`,
        because('sandbox-rate', { name, most: found.limits.requestsPerS }),
      );
    }
    found.requests += 1;
    request.url = path;
    found.world.serve(request, response);
  };
}
