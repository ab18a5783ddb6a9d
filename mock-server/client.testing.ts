import type { RequestListener } from 'node:http';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { ApiError, type Client, createClient } from '../contract/client.js';
import type { Method, OperationTable } from '../contract/operation.js';
import { fetched } from '../contract/wire/fetch.js';
import { sendTo } from '../in-memory.testing.js';
import { fitsDocument } from './served-document.testing.js';

/** Answers must be what the operation declares, with no member beyond. */
const exactly = (schema: z.ZodType): z.ZodType =>
  z.unknown().transform((answer, context) => {
    const parsed = schema.safeParse(answer);
    if (!parsed.success) {
      for (const { path, message } of parsed.error.issues)
        context.addIssue({ code: 'custom', path, message });
      return z.NEVER;
    }
    if (!isDeepStrictEqual(parsed.data, answer)) {
      context.addIssue({
        code: 'custom',
        message: `undeclared members in ${JSON.stringify(answer).slice(0, 300)}`,
      });
    }
    return parsed.data;
  });

const exact = <Table extends OperationTable>(table: Table): Table =>
  Object.fromEntries(
    Object.entries(table).map(([id, declared]) => [id, { ...declared, answer: exactly(declared.answer) }]),
  ) as unknown as Table;

/** The contract's own client over an application that does not listen; it refuses undeclared answers. */
export function testClient<Table extends OperationTable>(
  app: RequestListener,
  table: Table,
  headers: () => Record<string, string> = () => ({}),
): Client<Table> {
  return createClient(exact(table), {
    baseUrl: 'http://127.0.0.1',
    headers,
    fetch: async (url, init) => {
      const { pathname, search } = new URL(url);
      const method = init?.method as Method;
      const sent = raw(app, method, pathname + search, init?.headers);
      const answer = await (init?.body === undefined ? sent : sent.send(init.body));
      return fetched(answer.status, { 'dcm-reason': answer.headers['dcm-reason'] ?? '' }, answer.text);
    },
  });
}

/** One request, whose response is not compared with the document: that describes the default options. */
export function unjudged(
  app: RequestListener,
  method: string,
  path: string,
  headers: Record<string, string> = {},
) {
  return sendTo(app, method, path, headers);
}

/** The contract's own client as banks have it, under any options. */
export const plainClient = <Table extends OperationTable>(
  app: RequestListener,
  table: Table,
  headers: Record<string, string>,
): Client<Table> =>
  createClient(table, {
    baseUrl: 'http://127.0.0.1',
    headers: () => headers,
    fetch: async (url, init) => {
      const { pathname, search } = new URL(url);
      const given = init?.headers;
      const sent = unjudged(app, init?.method ?? 'GET', pathname + search, given);
      const answer = await (init?.body === undefined ? sent : sent.send(init.body));
      return fetched(answer.status, { 'dcm-reason': answer.headers['dcm-reason'] ?? '' }, answer.text);
    },
  });

/** One request as it stands, for what no client would send. */
export function raw(
  app: RequestListener,
  method: string,
  path: string,
  headers: Record<string, string> = {},
) {
  return unjudged(app, method, path, headers).expect(fitsDocument(method, path));
}

/** How a call was refused: status, `DCM-Reason` and the text. Fails when it was not. */
export async function refusalOf(call: Promise<unknown>): Promise<readonly [number, string, string]> {
  const outcome = await call.then(
    (answer) => ({ answer }),
    (error: unknown) => ({ error }),
  );
  if (!('error' in outcome)) throw new Error(`not refused: ${JSON.stringify(outcome.answer)}`);
  const { error } = outcome;
  if (!(error instanceof ApiError) || error.status === 200) throw error;
  const text = error.message.slice(error.message.indexOf(': ', error.message.indexOf('HTTP')) + 2);
  return [error.status, error.reason, text];
}
