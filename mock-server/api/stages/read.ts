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
      readRaw(request, response, (error?: unknown) => (error ? reject(rawError(error)) : resolve()));
    });
    if (Buffer.isBuffer(request.body)) exchange.raw = request.body;
  };
