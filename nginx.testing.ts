import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { type IncomingMessage, request as sendPlain } from 'node:http';
import { request as sendSecure } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, onTestFinished } from 'vitest';
import { root } from './program.testing.js';

const executable = process.env.DCM_NGINX ?? '/usr/sbin/nginx';
const here = existsSync(executable);

if (!here) {
  console.warn(
    `No nginx at ${executable}: tests behind it ${process.env.CI === 'true' ? 'FAIL' : 'are SKIPPED'}. ` +
      'Install it (apt-get install nginx-light openssl), or name another one in DCM_NGINX.',
  );
}

/** Tests behind nginx: skipped on a machine without it, but never in CI. */
export const describeBehindNginx = describe.skipIf(!here && process.env.CI !== 'true');

/** What replaces a part of docs/nginx.conf, which must be there. */
function replaced(text: string, parts: readonly (readonly [string, string])[]): string {
  return parts.reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(`docs/nginx.conf no longer has: ${from}`);
    return before.replace(from, to);
  }, text);
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const name = 'dcm.example';

const listens = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(path, () => {
      socket.destroy();
      resolve(true);
    }).on('error', () => resolve(false));
  });

/** Runs nginx with docs/nginx.conf in front of a mock, on sockets of its own, until the test ends. */
export async function startNginx(port: number) {
  const folder = await mkdtemp(join(tmpdir(), 'dcm-nginx-'));
  const place = (file: string) => join(folder, file);
  const [certificate, key, secure, plain] = [place('crt'), place('key'), place('https'), place('http')];
  execFileSync(
    'openssl',
    [
      ...[
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-days',
        '2',
      ],
      ...[
        '-subj',
        `/CN=${name}`,
        '-addext',
        `subjectAltName=DNS:${name}`,
        '-keyout',
        key,
        '-out',
        certificate,
      ],
    ],
    { stdio: 'pipe' },
  );
  const server = replaced(await readFile(join(root, 'docs/nginx.conf'), 'utf8'), [
    ['127.0.0.1:4010', `127.0.0.1:${port}`],
    ['listen 80;', `listen unix:${plain};`],
    ['listen 443 ssl;', `listen unix:${secure} ssl;`],
    ['/etc/nginx/dcm.crt', certificate],
    ['/etc/nginx/dcm.key', key],
  ]);
  const own = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${place(kind)};`)
    .join('\n');
  await writeFile(
    place('nginx.conf'),
    `daemon off; master_process off; pid ${place('pid')}; error_log stderr;
events {}
http { access_log off; ${own}
${server} }`,
  );
  const child = spawn(executable, ['-p', folder, '-e', 'stderr', '-c', place('nginx.conf')], {
    stdio: 'pipe',
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const ended = once(child, 'close');
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  });
  // A socket is there a moment before anyone listens on it.
  for (const socket of [secure, plain])
    while (!(await listens(socket))) {
      if (child.exitCode !== null) throw new Error(`nginx ended: ${complaint}`);
      await new Promise((resolve) => setImmediate(resolve));
    }
  const ca = await readFile(certificate);

  /** A response whose body is yet to come. */
  function open(
    path: string,
    { method = 'GET', headers = {}, body = '' }: Asked = {},
  ): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const sent = { method, path, headers: { host: name, ...headers }, agent: false };
      sendSecure({ ...sent, socketPath: secure, servername: name, ca }, resolve)
        .on('error', reject)
        .end(body);
    });
  }

  return {
    open,
    /** A response with its whole body. */
    async ask(path: string, asked?: Asked) {
      const response = await open(path, asked);
      const text = (await response.setEncoding('utf8').toArray()).join('');
      return { status: response.statusCode, headers: response.headers, text, json: () => JSON.parse(text) };
    },
    /** The response without TLS. */
    askPlainly: (path: string): Promise<IncomingMessage> =>
      new Promise((resolve, reject) => {
        sendPlain({ socketPath: plain, path, headers: { host: name }, agent: false }, resolve)
          .on('error', reject)
          .end();
      }),
  };
}
