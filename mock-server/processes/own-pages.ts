import type { RequestListener, ServerResponse } from 'node:http';
import { type Health, healthOf, type Probes } from '../site/health.js';

export interface OwnPagesParts {
  /** What must hold for this process to be sent requests. */
  readonly ready: Probes;
  /** `/metrics` of all processes. */
  readonly metrics: RequestListener;
}

function send(response: ServerResponse, health: Health): void {
  response.writeHead(health.status === 'ok' ? 200 : 503, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(health));
}

/**
 * Says of this process whether it lives and whether it can be sent requests: who serves the root does not matter. All
 * other requests are passed on.
 */
export const withOwnPages =
  ({ ready, metrics }: OwnPagesParts, front: RequestListener): RequestListener =>
  (request, response) => {
    // As the pages of a mock are found.
    const [path = ''] = (request.url ?? '').toLowerCase().split(/\/?(?:\?|$)/, 1);
    if (path === '/health/live') send(response, { status: 'ok', checks: {} });
    else if (path === '/health/ready') void healthOf(ready).then((health) => send(response, health));
    else if (path === '/metrics') metrics(request, response);
    else front(request, response);
  };
