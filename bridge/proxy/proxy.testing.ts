import { createServer, type RequestListener } from 'node:http';
import { connect } from 'node:net';
import { onTestFinished } from 'vitest';
import { listeningUntilTheEnd } from '../../listening.testing.js';
import { systemClock, systemTime } from '../../mock-server/system.js';
import type { Seen } from './direction.js';
import { type ProxyOptions, startProxy } from './start.js';

/** The URL of a server with this listener, until the test ends. */
export const serving = async (listener: RequestListener): Promise<string> =>
  `http://127.0.0.1:${await listeningUntilTheEnd(createServer({ maxHeaderSize: 65_536 }, listener))}`;

const here = { host: '127.0.0.1', port: 0, trust: {} };

/** The URLs of a bank that has all of them at one place. */
export const urlsAt = (url: string) => ({
  user_auth_url: `${url}/user_auth`,
  user_key_url: `${url}/key`,
  user_id_url: `${url}/external_id`,
  callback_url: url,
  sign_url: `${url}/sign`,
});

/** A proxy until the test ends, with everything that it has seen. */
export async function proxying(
  { upstream, bank }: { readonly upstream?: string; readonly bank?: string },
  more: Partial<ProxyOptions> = {},
) {
  const seen: Seen[] = [];
  const proxy = await startProxy({
    ...(upstream !== undefined && { forward: { ...here, upstream } }),
    ...(bank !== undefined && { reverse: { ...here, urls: urlsAt(bank) } }),
    wallClock: systemClock,
    now: systemTime.now,
    record: (asked) => (answered) => void seen.push({ ...asked, ...answered }),
    report: (error) => {
      throw error;
    },
    ...more,
  });
  onTestFinished(proxy.close);
  return { ...proxy, forwardUrl: proxy.forwardUrl ?? '', reverseUrl: proxy.reverseUrl ?? '', seen };
}

/** Everything that comes back on a connection of its own for these bytes, until the other end closes it. */
export const rawly = (url: string, bytes: string | Buffer): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')));
  });
