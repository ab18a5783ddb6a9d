import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { createClient } from '../../contract/client.js';
import { controlOperations } from '../../contract/control/index.js';
import { program } from '../../program.testing.js';
import { createFakeBank } from '../fake-bank.testing.js';
import { newKeysFile, writeKeysFile } from '../keys-file.js';
import { bankAt, listeningBank } from '../listening-bank.testing.js';
import { createStellar } from '../stellar/index.js';
import { makeFolder } from '../store/folder.testing.js';
import { systemRandom, systemTimers } from '../system.js';
import { keepers } from '../world.testing.js';

/** `dcm mock` as a process of its own. */
export interface Process {
  readonly url: string;
  readonly child: ChildProcess;
  /** At once, as kill -9 does. */
  kill(): Promise<void>;
}

/** Starts processes that share a database until the test ends. */
export async function sharing(database: string, more: readonly string[] = []) {
  const { keyPair } = createStellar({ networkPassphrase: 'none' });
  const keys = join(await makeFolder(), 'keys.json');
  await writeKeysFile(keys, await newKeysFile(systemRandom, keyPair));
  const processes: Process[] = [];
  let turn = 0;

  async function start(): Promise<Process> {
    const args = ['mock', '--json', '--port', '0', '--state', database, '--keys', keys, ...more];
    const child = spawn(process.execPath, [program('cli/main.ts'), ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const [line = '{}'] = (await once(createInterface(child.stdout), 'line')) as string[];
    const started: Process = {
      url: JSON.parse(line).url,
      child,
      async kill() {
        const ended = once(child, 'exit');
        processes.splice(processes.indexOf(started), 1);
        child.kill('SIGKILL');
        await ended;
      },
    };
    processes.push(started);
    return started;
  }

  /** As a balancer does: each request goes to the next one. */
  const balanced: typeof fetch = (input, init) => {
    turn += 1;
    const { pathname, search } = new URL(String(input));
    return fetch(`${processes[turn % processes.length]?.url}${pathname}${search}`, init);
  };
  const clientAt = (send: typeof fetch) =>
    createClient(controlOperations, { baseUrl: 'http://balancer.test', fetch: send });

  return {
    processes,
    start,
    control: clientAt(balanced),
    /** The control API at one process. */
    at: ({ url }: Process) =>
      clientAt((input, init) => fetch(`${url}${String(input).slice('http://balancer.test'.length)}`, init)),
  };
}

export type Sharing = Awaited<ReturnType<typeof sharing>>;

/** A bank on a real socket, registered with both entities, which gathers what it is told. */
export async function wiredBank(control: Sharing['control']) {
  const bank = createFakeBank(systemTimers);
  /** Transfers by guid, and how often it was told of each. */
  const told = new Map<string, number>();
  const url = await listeningBank(bank, ({ path, text }) => {
    if (!path.startsWith('/api/dcm/notify/')) return;
    const { transaction_id: guid } = JSON.parse(text);
    told.set(guid, (told.get(guid) ?? 0) + 1);
  });
  const { guid } = await control.registerCounterparty({
    body: {
      name: 'Bank 1',
      alias: 'bank1',
      ...bankAt(url),
      key_keepers: [...keepers],
    },
  });
  const { processing_account_guid: entity } = await control.createEntities({ params: { guid }, body: {} });
  return { told, entity };
}

/** A bank that the mock plays, with one customer that has so many hryvnias. */
export async function simulatedBank(control: Sharing['control'], amount: number) {
  const { counterparty, entities } = await control.addSimulatedBank({
    body: { alias: 'bank2', customers: 1, amount },
  });
  const sender = entities.find(({ account_kind }) => account_kind === 'customer')?.guid ?? '';
  return {
    sender,
    send: (receiver: string, sum: number) =>
      control.sendFromSimulatedBank({
        params: { guid: counterparty.guid },
        body: { sender_id: sender, receiver_id: receiver, amount: sum },
      }),
  };
}
