import express, { type Request, type Response } from 'express';
import { bodyLimit, rawError } from '../reply.js';
import type { Stage } from './exchange.js';

const readRaw = express.raw({ type: () => true, limit: bodyLimit });

/** Reads the bytes of the body. @throws {Refusal} `too-large`, `content-type`, `invalid-json` */
export const createRead =
  (request: Request, response: Response): Stage =>
  async (exchange) => {
    await new Promise<void>((resolve, reject) => {
      readRaw(request, response, (error?: unknown) => (error ? reject(rawError(error)) : resolve()));
    });
    if (Buffer.isBuffer(request.body)) exchange.raw = request.body;
  };
