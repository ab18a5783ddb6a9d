import { createServer, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { tokenHeader } from '../contract/bank-service.js';
import { listeningUntilTheEnd } from '../listening.testing.js';
import type { FakeBank } from './fake-bank.testing.js';

/** What came over the wire. */
export interface Heard {
  readonly method: string;
  readonly path: string;
  /** As they were spelled. */
  readonly names: readonly string[];
  readonly headers: IncomingMessage['headers'];
  readonly token: string;
  readonly text: string;
  readonly socket: Socket;
}

/** Puts a bank on a socket of this machine until the test ends, and gives its URL. */
export async function listeningBank(bank: FakeBank, hear: (heard: Heard) => void): Promise<string> {
  const server = createServer(async (request, response) => {
    const text = Buffer.concat(await request.toArray()).toString();
    const { method = '', url = '', rawHeaders, headers, socket } = request;
    hear({
      method,
      path: url,
      names: rawHeaders.filter((_, index) => index % 2 === 0),
      headers,
      token: String(headers[tokenHeader] ?? ''),
      text,
      socket,
    });
    const answer = await bank.transport({
      method: method as 'GET' | 'POST',
      url: `http://bank.test${url}`,
      headers: headers as Record<string, string>,
      ...(text === '' ? {} : { body: text }),
      timeoutMs: 5000,
    });
    response.writeHead(answer.status, answer.headers).end(answer.text);
  });
  return `http://127.0.0.1:${await listeningUntilTheEnd(server)}`;
}

/** What a bank is registered with that is at one URL. */
export const bankAt = (url: string) => ({
  user_auth_url: `${url}/user_auth`,
  user_key_url: `${url}/key`,
  user_id_url: `${url}/external_id`,
  callback_url: url,
});
