import { createServer, request as open, type RequestListener, type Server } from 'node:http';
import { Duplex } from 'node:stream';
import { isDeepStrictEqual } from 'node:util';
import { gunzipSync } from 'node:zlib';

/**
 * Requests to an application that does not listen: over a connection in memory, with Node's own HTTP at both ends. A port
 * for each request would take ten times as long.
 */

/** What Node's HTTP calls of a socket beside what every stream has. */
const asSocket = (end: Duplex) =>
  Object.assign(end, {
    remoteAddress: '127.0.0.1',
    setTimeout: () => end,
    setNoDelay: () => end,
    setKeepAlive: () => end,
    ref: () => end,
    unref: () => end,
  });

/** Both ends of a connection: what is written to one is read from the other. */
function connection(): readonly [client: Duplex, served: Duplex] {
  const end = (other: () => Duplex) =>
    asSocket(
      new Duplex({
        read() {},
        write(chunk, _encoding, done) {
          if (chunk.length > 0 && !other().destroyed) other().push(chunk);
          process.nextTick(done);
        },
        final(done) {
          if (!other().destroyed) other().push(null);
          done();
        },
        destroy(error, done) {
          if (!other().destroyed) other().push(null);
          done(error);
        },
      }),
    );
  const client: Duplex = end(() => served);
  const served: Duplex = end(() => client);
  return [client, served];
}

const servers = new WeakMap<RequestListener, Server>();

function connectedTo(app: RequestListener): Duplex {
  const server = servers.get(app) ?? createServer(app);
  servers.set(app, server);
  const [client, served] = connection();
  server.emit('connection', served);
  return client;
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of it
  readonly body: any;
}

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

const answered = (app: RequestListener, { body, ...options }: Sent): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const outgoing = open({ ...options, createConnection: () => connectedTo(app) }, (incoming) => {
      const parts: Buffer[] = [];
      incoming.on('data', (part) => parts.push(part));
      incoming.on('error', reject);
      incoming.on('end', () => {
        const bytes = Buffer.concat(parts);
        const packed = incoming.headers['content-encoding'] === 'gzip' && bytes.length > 0;
        const text = String(packed ? gunzipSync(bytes) : bytes);
        const isJson = incoming.headers['content-type']?.includes('json') === true && text !== '';
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers as Record<string, string>,
          text,
          body: isJson ? JSON.parse(text) : {},
        });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });

type Check = (answer: Answered) => void;

/** The response; until the caller waits for it, the request can still be changed. */
export interface Sending extends Promise<Answered> {
  set(name: string, value: string): Sending;
  set(headers: Readonly<Record<string, string>>): Sending;
  /** A body; sent as JSON unless it is a string or bytes. */
  send(body: string | object | undefined): Sending;
  /** Rejects unless the response is like this. */
  expect(wanted: number | Check, body?: object): Sending;
}

/** Sends a request as soon as the caller waits. */
export function sendTo(
  app: RequestListener,
  method: string,
  path: string,
  given: Readonly<Record<string, string>> = {},
): Sending {
  let headers: Record<string, string> = { host: '127.0.0.1', ...lowerCase(given) };
  let body: string | Buffer | undefined;
  let isOut = false;
  const checks: Check[] = [];
  const change = (work: () => void): Sending => {
    if (isOut) throw new Error(`${method} ${path} is sent already`);
    work();
    return sending;
  };
  const answer = Promise.resolve().then(async () => {
    isOut = true;
    // Node declares no length of its own under DELETE.
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const sent = {
      method,
      path,
      headers: { ...length, ...headers },
      ...(body === undefined ? {} : { body }),
    };
    const answer = await answered(app, sent);
    for (const check of checks) check(answer);
    return answer;
  });
  const sending: Sending = Object.assign(answer, {
    set: (name: string | Readonly<Record<string, string>>, value = '') =>
      change(() => {
        headers = { ...headers, ...lowerCase(typeof name === 'string' ? { [name]: value } : name) };
      }),
    send: (content: string | object | undefined) =>
      change(() => {
        if (content === undefined) return;
        const isPlain = typeof content === 'string' || Buffer.isBuffer(content);
        body = isPlain ? content : JSON.stringify(content);
        if (!isPlain) headers = { 'content-type': 'application/json', ...headers };
      }),
    expect: (wanted: number | Check, content?: object) =>
      change(() => {
        checks.push(typeof wanted === 'function' ? wanted : isLike(wanted, content));
      }),
  });
  return sending;
}

const lowerCase = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

const isLike =
  (status: number, body: object | undefined): Check =>
  (answer) => {
    if (answer.status !== status) throw new Error(`expected ${status}, got ${answer.status}: ${answer.text}`);
    if (body !== undefined && !isDeepStrictEqual(answer.body, body))
      throw new Error(`expected ${JSON.stringify(body)}, got ${answer.text}`);
  };

/** An application's methods, e.g. `request(app).get('/key')`. */
export const request = (app: RequestListener) => ({
  get: (path: string) => sendTo(app, 'GET', path),
  post: (path: string) => sendTo(app, 'POST', path),
});
