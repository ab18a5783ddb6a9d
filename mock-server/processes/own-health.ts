import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Health } from '../site/health.js';
import { hopHeader } from './hop.js';

function send(response: ServerResponse, status: number, health: Health): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(health));
}

const stopping: Health = {
  status: 'failing',
  checks: { traffic: { status: 'failing', problem: 'the mock is being stopped' } },
};

const isAbout = ({ url = '', headers }: IncomingMessage, path: string): boolean =>
  url.split('?', 1)[0] === path && headers[hopHeader] === undefined;

/** Says of this process whether it lives and whether it is being stopped; who serves the world does not matter. */
export const withOwnHealth =
  (isStopping: () => boolean, front: RequestListener): RequestListener =>
  (request, response) => {
    if (isAbout(request, '/health/live')) send(response, 200, { status: 'ok', checks: {} });
    else if (isStopping() && isAbout(request, '/health/ready')) send(response, 503, stopping);
    else front(request, response);
  };
