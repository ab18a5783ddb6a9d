import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import type { RunOrder } from '../../contract/control/runs.js';
import { printable } from '../../contract/printable.js';
import type { DcmKeys } from '../../mock-server/keys.js';
import type { ProgramEnd, Runner } from '../../mock-server/runs/runner.js';
import { systemTimers } from '../../mock-server/system.js';
import { ending, programRoot } from '../package.js';
import { type Handed, pipeVariable } from './started.js';

/** A configuration that may be verified from the console. */
export interface Configuration {
  readonly name: string;
  readonly file: string;
}

/** The mock that starts runs, once it listens. */
export interface StartingMock {
  readonly url: string;
  readonly keys: Pick<DcmKeys, 'counterpartyGuid' | 'signing' | 'issuer'>;
  readonly controlToken: string | undefined;
}

export const reference = 'reference';

/** Milliseconds that a run has for its end once it is asked for it. */
const graceMs = 6000;
/** Characters of its errors that are kept. */
const mostSaid = 1500;

/** The command `dcm` as it is running. */
const dcm = join(programRoot, 'cli', `main.${ending}`);

/** The arguments of `dcm verify`; each value is one argument, whatever is in it. */
export function argumentsOf(
  { target, steps, tags, readings, quick, defect, seed, language }: RunOrder,
  configurations: readonly Configuration[],
  { url, report }: { readonly url: string; readonly report: string },
): string[] {
  const file = configurations.find(({ name }) => name === target)?.file;
  const given = { steps, tags, defect, seed, lang: language, report, 'mock-url': url };
  return [
    'verify',
    file === undefined ? '--reference' : `--config=${file}`,
    ...Object.entries(given).flatMap(([name, value]) => (value === '' ? [] : [`--${name}=${value}`])),
    ...(readings === '' ? [] : [readings === 'all' ? '--readings' : `--readings=${readings}`]),
    ...(quick ? ['--quick'] : []),
  ];
}

async function handedTo(id: number, { keys, controlToken }: StartingMock): Promise<Handed> {
  const { kid, privateKey } = keys.signing;
  return {
    id,
    ...(controlToken === undefined ? {} : { control_token: controlToken }),
    counterparty_guid: keys.counterpartyGuid,
    signing: { ...privateKey.export({ format: 'jwk' }), kid },
    issuer: (await keys.issuer()).address,
  };
}

/**
 * Starts `dcm verify` as a program of its own for each run. Keys and token go through a pipe; when this process is gone,
 * the pipe ends, and the program ends itself.
 *
 * @param mock the mock that starts it
 * @param program the file of the command, and arguments of Node before it
 */
export function createRunner(
  configurations: readonly Configuration[],
  mock: () => StartingMock,
  program: readonly string[] = [...process.execArgv, dcm],
): Runner {
  return {
    targets: [
      ...configurations.map(({ name }) => ({ name, reference: false })),
      { name: reference, reference: true },
    ],
    // What knows them all is loaded when somebody asks: the mock starts without it.
    choices: async () => (await import('./orders.js')).choices,
    wrongIn: async (order) => (await import('./orders.js')).wrongIn(order, order.target === reference),

    start(order, id) {
      let stopping = false;
      let ask = () => {};
      const run = async (): Promise<ProgramEnd> => {
        const report = await mkdtemp(join(tmpdir(), 'dcm-run-'));
        try {
          const args = argumentsOf(order, configurations, { url: mock().url, report });
          const child = spawn(process.execPath, [...program, ...args], {
            env: { ...process.env, NO_COLOR: '1', [pipeVariable]: '3' },
            stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
          });
          const closed = once(child, 'close') as Promise<[number | null]>;
          // A program that cannot be started is told when it is awaited.
          closed.catch(() => {});
          let cancel = () => {};
          ask = () => {
            child.kill('SIGTERM');
            cancel = systemTimers.after(graceMs, () => child.kill('SIGKILL'));
          };
          let said = '';
          child.stderr?.setEncoding('utf8').on('data', (text: string) => {
            said = `${said}${text}`.slice(-mostSaid);
          });
          const pipe = child.stdio[3] as Writable;
          // The program may be gone before it has read anything.
          pipe.on('error', () => {});
          pipe.write(`${JSON.stringify(await handedTo(id, mock()))}\n`);
          if (stopping) ask();
          const [code] = await closed;
          cancel();
          // One line: it becomes the note of the run.
          const line = said
            .split('\n')
            .map((part) => part.trim())
            .join(' ')
            .trim();
          return { code, said: printable(line) };
        } finally {
          await rm(report, { recursive: true, force: true });
        }
      };
      return {
        ended: run(),
        stop() {
          if (stopping) return;
          stopping = true;
          ask();
        },
      };
    },
  };
}
