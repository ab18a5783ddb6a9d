import type { Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { errorBody, errorCatalogue } from '../contract/errors.js';
import { hintOf, whyOf } from '../contract/explanations/why.js';
import { Refusal } from './domain/refusal.js';

/** Bytes that cannot be read as a request: the server refuses them before there is one, so the journal does not have them. */

interface ParseError extends Error {
  readonly code?: string;
  readonly rawPacket?: Buffer;
}

/** Statuses of Node; any other error is 400. */
const statuses: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** What is wrong with the URL in the first line; undefined if it is not the URL. */
function refusalOf({ code = '', rawPacket }: ParseError): Refusal | undefined {
  if (!code.startsWith('HPE_INVALID_') || rawPacket === undefined) return undefined;
  const [, url] = /^[A-Z]+ (.*) HTTP\/1\.[01]\r?\n/.exec(rawPacket.toString('latin1')) ?? [];
  const [found] = /[^!-~]/.exec(url ?? '') ?? [];
  if (url === undefined || found === undefined) return undefined;
  const part = url.slice(0, url.indexOf(found)).includes('?') ? 'query' : 'path';
  const what = found === ' ' ? 'a space' : found > '~' ? 'characters beyond ASCII' : 'a control character';
  return new Refusal('raw-url', { problem: `${part}: ${what}, not percent-encoded`, part });
}

function responseTo(error: ParseError): string {
  const refusal = refusalOf(error);
  const close = 'Connection: close\r\n';
  if (refusal === undefined)
    return `HTTP/1.1 ${statuses[error.code ?? ''] ?? '400 Bad Request'}\r\n${close}\r\n`;
  const { because, code, message } = refusal;
  const body = JSON.stringify(errorBody(code, message));
  const hint = hintOf(whyOf(because.cause, because.facts));
  const headers = `Content-Type: application/json; charset=utf-8\r\nContent-Length: ${body.length}\r\nDCM-Reason: ${errorCatalogue[code].reason}\r\nDCM-Hint: ${hint}\r\n`;
  return `HTTP/1.1 400 Bad Request\r\n${headers}${close}\r\n${body}`;
}

/** Answers what cannot be read as a request as Node does, but says why where it is known. */
export function explainUnparsed(server: Server): void {
  /** Connections with a response that has begun: nothing may be written into it. */
  const busy = new WeakMap<Duplex, ServerResponse>();
  server.on('request', ({ socket }, response) => busy.set(socket, response));
  server.on('clientError', (error: ParseError, socket) => {
    const response = busy.get(socket);
    const isWithin = response?.headersSent === true && !response.writableFinished;
    if (!socket.writable || error.code === 'ECONNRESET' || isWithin) socket.destroy();
    else socket.end(responseTo(error));
  });
}
