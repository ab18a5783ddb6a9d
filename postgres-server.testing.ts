import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** Where Debian has the programs of the server; the newest version. */
function programs(): string | undefined {
  const root = '/usr/lib/postgresql';
  if (process.env.DCM_POSTGRES_BIN) return process.env.DCM_POSTGRES_BIN;
  if (!existsSync(root)) return undefined;
  const versions = readdirSync(root).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(root, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
}

/** The folder of the server's programs; undefined if it is not installed. */
export const postgresPrograms = programs();

/** A server for tests and measurements: it listens on a socket in a folder, and on no port. */
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

/** A folder that the server's user may write to. */
function makeServerFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pg-'));
  const user = owner();
  if (user) chownSync(folder, user.uid, user.gid);
  return folder;
}

/** Names the folder whose cluster the servers of this process copy instead of making one each. */
const sharedCluster = 'DCM_SHARED_CLUSTER';

/** Lets all servers of this process, and of its threads, share one initial cluster; gives what removes it. */
export function shareCluster(): () => void {
  if (postgresPrograms === undefined) return () => {};
  const folder = makeServerFolder();
  process.env[sharedCluster] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

/**
 * A server that is started when it is told to.
 *
 * @throws {Error} if none is installed
 */
export function createPostgresServer(options: readonly string[]): PostgresServer {
  const bin = postgresPrograms;
  if (bin === undefined) throw new Error('PostgreSQL is not installed');
  const folder = makeServerFolder();
  const user = owner();
  const data = join(folder, 'data');
  let count = 0;

  const runProgram = (name: string, args: readonly string[]) =>
    new Promise<void>((resolve, reject) => {
      const child = spawn(name, args, {
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
  const run = (name: string, args: readonly string[]) => runProgram(join(bin, name), args);
  const control = (...args: string[]) => run('pg_ctl', ['-D', data, '-s', '-w', ...args]);
  const initialise = (at: string) =>
    run('initdb', ['-D', at, '-U', 'dcm', '-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale=C']);

  async function makeCluster(): Promise<void> {
    const shared = process.env[sharedCluster];
    if (shared === undefined) return initialise(data);
    const ready = join(shared, 'data');
    if (!existsSync(ready)) {
      const made = join(shared, basename(folder));
      await initialise(made);
      // Another thread may have been quicker.
      await rename(made, ready).catch(() => {});
    }
    await runProgram('/bin/cp', ['-a', ready, data]);
  }
  const settings = [`-k ${folder}`, '-c listen_addresses=', ...options].join(' ');

  return {
    async start() {
      if (!existsSync(data)) await makeCluster();
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
