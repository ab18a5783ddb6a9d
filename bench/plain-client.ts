import { Agent, request } from 'node:http';

export interface PlainAnswer {
  readonly status: number;
  readonly text: string;
}

export interface PlainRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON. */
  readonly body?: string;
}

/**
 * Requests by node:http and nothing else: no limits, no retries, no checks. It drives what is measured, and it is the
 * client within the bare programs.
 *
 * @param keepAlive false opens a connection for each request, as DCM does
 */
export function createPlainClient({ keepAlive }: { readonly keepAlive: boolean }) {
  const agent = new Agent({ keepAlive });
  return ({ method, url, headers = {}, body }: PlainRequest): Promise<PlainAnswer> =>
    new Promise((resolve, reject) => {
      const written =
        body === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
      const outgoing = request(url, { method, agent, headers: { ...headers, ...written } }, (incoming) => {
        let text = '';
        incoming.setEncoding('utf8');
        incoming.on('data', (chunk: string) => {
          text += chunk;
        });
        incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, text }));
        incoming.on('error', reject);
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
}

/** Sends, and expects 200. @throws {Error} with what came instead */
export async function expectOk(asked: Promise<PlainAnswer>): Promise<string> {
  const { status, text } = await asked;
  if (status !== 200) throw new Error(`HTTP ${status}: ${text}`);
  return text;
}
