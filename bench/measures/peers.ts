import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createPlainClient } from '../plain-client.js';
import { progress } from '../progress.js';
import { ship } from '../ship.js';
import { median } from '../statistics.js';
import type { Line, Section } from '../table.js';

const rounds = 5;
const requests = 2000;
const atOnce = 10;
const document = fileURLToPath(new URL('../../docs/openapi/dcm-3.0.3.json', import.meta.url));
const guid = '7d7b4c9a-8f0e-4c55-9a53-0f6ad2f6f8a1';

interface Peer {
  readonly package: string;
  readonly args: (port: number) => readonly string[];
  /** A request that gets a canned response. */
  readonly path: string;
  readonly body: object;
}

const payment = {
  path: `/api/v1/counterparty/${guid}/payments`,
  body: { sender_id: guid, receiver_id: guid, amount: 12.34 },
};

/** Other mock servers; not dependencies. */
const peers: readonly Peer[] = [
  {
    package: '@stoplight/prism-cli',
    args: (port) => ['mock', '--port', String(port), document],
    ...payment,
  },
  {
    package: '@mockoon/cli',
    args: (port) => ['start', '--data', document, '--port', String(port), '--disable-log-to-file'],
    ...payment,
  },
  {
    package: 'oauth2-mock-server',
    args: (port) => ['-a', '127.0.0.1', '-p', String(port)],
    path: '/token',
    body: { grant_type: 'client_credentials' },
  },
];

/** The mock itself, whose responses to POST are not canned: `npm run bench -- payments` measures those. */
const ours: Peer = { package: 'dcm mock', args: (port) => ['mock', '--port', String(port)], ...payment };

/** The program that an installed package declares; undefined if it is not installed. */
function commandOf(name: string, folder: string): string | undefined {
  const at = join(folder, 'node_modules', name);
  if (folder === '' || !existsSync(join(at, 'package.json'))) return undefined;
  const { bin } = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8')) as {
    readonly bin: string | Readonly<Record<string, string>>;
  };
  const path = typeof bin === 'string' ? bin : Object.values(bin)[0];
  return path === undefined ? undefined : join(at, path);
}

/** Start, memory, and responses per second of other mock servers: those that are installed in `BENCH_PEERS`. */
export async function measurePeers(): Promise<Section> {
  const folder = process.env.BENCH_PEERS ?? '';
  const lines: Line[] = (await linesOf(ours, ship())).slice(0, 2);
  const missing: string[] = [];
  for (const peer of peers) {
    const command = commandOf(peer.package, folder);
    if (command === undefined) missing.push(peer.package);
    else lines.push(...(await linesOf(peer, command)));
  }
  return {
    title: 'Other mock servers',
    unit: '',
    lines,
    notes:
      missing.length === 0
        ? [
            'one server after the other, each in five rounds; the first request is a POST, and dcm mock makes an RSA key before it',
          ]
        : [
            `not installed: ${missing.join(', ')}; npm install --prefix FOLDER ${missing.join(' ')}`,
            'then BENCH_PEERS=FOLDER npm run bench -- peers',
          ],
  };
}

async function linesOf(peer: Peer, command: string): Promise<Line[]> {
  const found: { ms: number; rss: number; rate: number }[] = [];
  for (let round = 1; round <= rounds; round++) {
    progress(`${peer.package}: round ${round} of ${rounds}`);
    found.push(await measureOnce(peer, command));
  }
  const of = (name: 'ms' | 'rss' | 'rate') => median(found.map((each) => each[name])).toFixed(0);
  return [
    { what: `${peer.package}: start to the first response, ms`, figure: of('ms') },
    { what: `${peer.package}: memory, MB`, figure: of('rss') },
    { what: `${peer.package}: canned responses to POST, per second`, figure: of('rate') },
  ];
}

async function measureOnce({ args, path, body }: Peer, command: string) {
  const port = await freePort();
  const send = createPlainClient({ keepAlive: true });
  const post = () =>
    send({
      method: 'POST',
      url: `http://127.0.0.1:${port}${path}`,
      headers: { authorization: 'bearer token', 'cx-authorization': 'token' },
      body: JSON.stringify(body),
    });
  const begun = performance.now();
  const child = spawn(process.execPath, [command, ...args(port)], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  try {
    while ((await post().catch(() => undefined)) === undefined) {
      if (child.exitCode !== null) throw new Error(`${command} ended with ${child.exitCode}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const ms = performance.now() - begun;
    const rss =
      Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) / 1024;
    const line = async () => {
      for (let count = 0; count < requests / atOnce; count++) await post();
    };
    await Promise.all(Array.from({ length: atOnce }, line));
    const from = performance.now();
    await Promise.all(Array.from({ length: atOnce }, line));
    return { ms, rss, rate: requests / ((performance.now() - from) / 1000) };
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
