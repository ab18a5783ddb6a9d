import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { ErrorRequestHandler } from 'express';

const faultText = 'the mock failed; see its console';

/**
 * Responds to whatever a handler has thrown: in JSON, without the stack trace that Express would show. A refusal of a
 * library (a range that no file has, a path that cannot be decoded) keeps its status; the rest is a fault of the
 * mock.
 *
 * @param report called for faults of the mock
 */
export function lastResort(report: (error: unknown) => void): ErrorRequestHandler {
  return (error, _request, response, _next) => {
    const status = statusOf(error);
    if (status === 500) report(error);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const text = status === 500 ? faultText : STATUS_CODES[status]?.toLowerCase();
    response.status(status).json({ error: text });
  };
}

/** The same for a request that does not go through Express; whatever fails there is a fault of the mock. */
export const failPlainly =
  (response: ServerResponse, report: (error: unknown) => void) =>
  (error: unknown): void => {
    report(error);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.writeHead(500, { 'content-type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify({ error: faultText }));
  };

function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}
