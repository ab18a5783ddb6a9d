import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Request, RequestHandler, Response } from 'express';
import { failPlainly } from './last-resort.js';

/** What no page of the mock begins with. */
const prefix = '/api/';

/**
 * Requests of the API go straight to the operations: Express would look through the routes of all pages first. They
 * get the two members of an Express request that the operations use.
 *
 * @param report called for faults of the mock
 */
export function beside(
  pages: RequestListener,
  operations: RequestHandler,
  report: (error: unknown) => void,
): RequestListener {
  return (request, response) => {
    if (request.url?.startsWith(prefix) !== true) return pages(request, response);
    const failed = failPlainly(response, report);
    const protocol = 'encrypted' in request.socket ? 'https' : 'http';
    const known = Object.assign(request, {
      originalUrl: request.url,
      protocol,
    }) as IncomingMessage as Request;
    void Promise.resolve(operations(known, response as ServerResponse as Response, failed)).catch(failed);
  };
}
