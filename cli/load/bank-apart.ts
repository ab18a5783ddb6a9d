import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ending, programRoot } from '../package.js';
import type { BankSettings, StartedBank } from '../reference-bank.js';

const program = join(programRoot, 'cli', 'load', `bank-process.${ending}`);

type FromBank = { readonly url: string } | { readonly failed: string };

/** Starts the reference bank in a process of its own, so that measuring it and being measured share no event loop. */
export async function startBankApart(settings: BankSettings): Promise<StartedBank> {
  const child = fork(program, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const exited = once(child, 'exit');
  const answer = new Promise<FromBank>((resolve) =>
    child.once('message', (said) => resolve(said as FromBank)),
  );
  child.send(settings);
  const first = await Promise.race([
    answer,
    exited.then(([code]): FromBank => ({ failed: `its process ended with ${code}` })),
  ]);
  const close = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  if ('url' in first) return { url: first.url, close };
  await close();
  throw new Error(`the reference bank did not start: ${first.failed}`);
}
