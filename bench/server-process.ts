import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import { createInterface } from 'node:readline';

export interface ServerProcess {
  /** Milliseconds from the start of the process until its first response had arrived. */
  readonly ms: number;
  /** Resident memory once it has nothing to do. */
  idleMegabytes(): Promise<number>;
  stop(): Promise<void>;
}

/** Milliseconds until a server that has nothing to do has done everything else. */
const calmMs = 2000;

/**
 * Starts a server that prints one JSON line with its `jwks`, and asks for them.
 * @throws {Error} if it ends before it responds
 */
export async function serverProcess(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<ServerProcess> {
  const begun = performance.now();
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  const ended = once(child, 'exit');
  for await (const line of createInterface(child.stdout)) {
    await fetched((JSON.parse(line) as { jwks: string }).jwks);
    return {
      ms: performance.now() - begun,
      async idleMegabytes() {
        await new Promise((resolve) => setTimeout(resolve, calmMs));
        return (
          Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) / 1024
        );
      },
      async stop() {
        child.kill('SIGTERM');
        await ended;
      },
    };
  }
  throw new Error(`node ${args.join(' ')} ended before it responded`);
}

export function fetched(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent: false }, (response) => {
      response.on('end', resolve).resume();
    }).on('error', reject);
  });
}
