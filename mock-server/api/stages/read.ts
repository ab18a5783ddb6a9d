import type { Request, RequestHandler, Response } from 'express';
import { bodyLimit, rawError } from '../reply.js';
import type { Stage } from './exchange.js';

let reading: Promise<RequestHandler> | undefined;

/** Express is loaded with the first body that is read. */
function rawReader(): Promise<RequestHandler> {
  reading ??= import('express').then(({ default: express }) =>
    express.raw({ type: () => true, limit: bodyLimit }),
  );
  return reading;
}

/** Bytes after which a body that is too large is no longer read to its end, for the sake of a client that reads only then. */
export const mostRead = 10 * 1024 * 1024;

/** Calls `refuse` when so much of a body has come that it may never end; the connection ends with the response. */
function watchEndless(request: Request, response: Response, refuse: (error: Error) => void): void {
  let bytes = 0;
  request.on('data', ({ length }: Buffer) => {
    bytes += length;
    if (bytes <= mostRead) return;
    response.shouldKeepAlive = false;
    refuse(rawError({ type: 'entity.too.large' }));
  });
}

const hasBody = ({ headers }: Request): boolean =>
  headers['transfer-encoding'] !== undefined ||
  !Number.isNaN(Number(headers['content-length'] ?? Number.NaN));

/** Reads the bytes of the body. @throws {Refusal} `too-large`, `content-type`, `invalid-json` */
export const createRead =
  (request: Request, response: Response): Stage =>
  async (exchange) => {
    if (!hasBody(request)) return;
    const readRaw = await rawReader();
    await new Promise<void>((resolve, reject) => {
      watchEndless(request, response, reject);
      readRaw(request, response, (error?: unknown) => (error ? reject(rawError(error)) : resolve()));
    });
    if (Buffer.isBuffer(request.body)) exchange.raw = request.body;
  };
