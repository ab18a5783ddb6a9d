import type { RequestListener, ServerResponse } from 'node:http';
import type { Sandboxes } from './sandboxes.js';

/** The name of a sandbox and the rest of a request's target. */
const below = /^\/s\/([^/?#]{1,100})([/?].*)?$/s;

function refuse(response: ServerResponse, status: number, error: string): void {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'dcm-reason': 'sandbox' };
  response.writeHead(status, status === 429 ? { ...headers, 'retry-after': '1' } : headers);
  response.end(JSON.stringify({ error }));
}

/** Passes what is below `/s/{name}` to that sandbox, which knows nothing of its path, and the rest to the mock. */
export function withSandboxes(sandboxes: Sandboxes, mock: RequestListener): RequestListener {
  return (request, response) => {
    const target = request.url ?? '';
    if (!target.startsWith('/s/')) return mock(request, response);
    const [, name = '', rest = '/'] = below.exec(target) ?? [];
    const found = sandboxes.at(name);
    if (found === undefined)
      return refuse(
        response,
        404,
        `there is no sandbox ${name}: it was deleted, has expired, or was never made; POST /control/v1/sandboxes makes one`,
      );
    if (!found.admits())
      return refuse(
        response,
        429,
        `sandbox ${name} serves no more requests in this second; send them more slowly, or start the mock with a higher --sandbox-rate`,
      );
    found.requests += 1;
    request.url = rest.startsWith('/') ? rest : `/${rest}`;
    found.world.serve(request, response);
  };
}
