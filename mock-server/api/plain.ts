import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Request, RequestHandler, Response } from 'express';
import { failPlainly } from './last-resort.js';

/** What no page of the mock begins with. */
const prefixes = ['/api/', '/kratos/'];

/**
 * Requests of the API go straight to the operations: Express would look through the routes of all pages first. They
 * get the two members of an Express request that the operations use.
 *
 * @param makePages makes the pages when one of them is first asked for, and again after they were forgotten
 * @param report called for faults of the mock
 */
export function beside(
  makePages: () => Promise<RequestListener>,
  operations: RequestHandler,
  report: (error: unknown) => void,
): { readonly serve: RequestListener; readonly forgetPages: () => void } {
  let making: Promise<RequestListener> | undefined;
  let made: RequestListener | undefined;

  async function first(request: IncomingMessage, response: ServerResponse): Promise<void> {
    making ??= makePages();
    const pages = await making;
    made = pages;
    pages(request, response as Parameters<RequestListener>[1]);
  }

  function serve(...[request, response]: Parameters<RequestListener>): void {
    const ofPages = !prefixes.some((prefix) => request.url?.startsWith(prefix));
    if (ofPages && made) {
      made(request, response);
      return;
    }
    const failed = failPlainly(response, report);
    if (ofPages) {
      first(request, response).catch(failed);
      return;
    }
    const protocol = 'encrypted' in request.socket ? 'https' : 'http';
    const known = Object.assign(request, {
      originalUrl: request.url,
      protocol,
    }) as IncomingMessage as Request;
    void Promise.resolve(operations(known, response as ServerResponse as Response, failed)).catch(failed);
  }

  return {
    serve,
    forgetPages() {
      making = undefined;
      made = undefined;
    },
  };
}
