import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';

/** Where Debian has the programs of the server; the newest version. */
function programs(): string | undefined {
  const root = '/usr/lib/postgresql';
  if (process.env.DCM_POSTGRES_BIN) return process.env.DCM_POSTGRES_BIN;
  if (!existsSync(root)) return undefined;
  const versions = readdirSync(root).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(root, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
}

const bin = programs();

if (bin === undefined) {
  console.warn(
    `No PostgreSQL: tests with a database ${process.env.CI === 'true' ? 'FAIL' : 'are SKIPPED'}. ` +
      'Install it (apt-get install postgresql), or name the folder of its programs in DCM_POSTGRES_BIN.',
  );
}

/** A server of its own for a test: it listens on a socket in a folder, and on no port. */
export interface PostgresServer {
  /** URL of an empty database. */
  database(): Promise<string>;
  /** Stops it at once, as a crash does, or starts it again. */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Root cannot run a server: Debian's package brings a user for it. */
function owner(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: id('-u'), gid: id('-g') };
}

function createServer(options: readonly string[]): PostgresServer {
  if (bin === undefined) throw new Error('No PostgreSQL here');
  const folder = mkdtempSync(join(tmpdir(), 'pg-'));
  const user = owner();
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  let count = 0;

  const run = (name: string, args: readonly string[]) =>
    new Promise<void>((resolve, reject) => {
      const child = spawn(join(bin, name), args, {
        ...user,
        cwd: folder,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let said = '';
      child.stderr?.on('data', (chunk) => {
        said += chunk;
      });
      child.on('error', reject);
      child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${name}: ${said}`))));
    });
  const control = (...args: string[]) => run('pg_ctl', ['-D', data, '-s', '-w', ...args]);
  const settings = [`-k ${folder}`, '-c listen_addresses=', ...options].join(' ');

  return {
    async start() {
      if (!existsSync(data))
        await run('initdb', [
          '-D',
          data,
          '-U',
          'dcm',
          '-A',
          'trust',
          '--no-sync',
          '-E',
          'UTF8',
          '--locale=C',
        ]);
      await control('-l', join(folder, 'log'), '-o', settings, 'start');
    },
    async database() {
      const name = `d${count++}`;
      await run('createdb', ['-h', folder, '-U', 'dcm', name]);
      return `postgres://dcm@localhost/${name}?host=${encodeURIComponent(folder)}`;
    },
    kill: () => control('-m', 'immediate', 'stop'),
    async stop() {
      await control('-m', 'immediate', 'stop').catch(() => {});
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Tests with a PostgreSQL of their own: skipped on a machine without it, but never in CI. */
export function describeWithPostgres(
  name: string,
  tests: (server: PostgresServer) => void,
  options: readonly string[] = ['-c fsync=off'],
): void {
  describe.skipIf(bin === undefined && process.env.CI !== 'true')(name, () => {
    let server: PostgresServer | undefined;
    const there = (): PostgresServer => {
      if (server === undefined) throw new Error('The server has not been started');
      return server;
    };
    beforeAll(async () => {
      server = createServer(options);
      await server.start();
    }, 60_000);
    afterAll(() => server?.stop());
    tests({
      database: () => there().database(),
      kill: () => there().kill(),
      start: () => there().start(),
      stop: () => there().stop(),
    });
  });
}
