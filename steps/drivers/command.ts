import { spawn } from 'node:child_process';
import { type Act, type ActAnswer, actAnswer } from '../../contract/driver.js';
import { ActNotSupported, type Driver, DriverError } from './driver.js';

export interface CommandDriverOptions {
  /** Program and arguments; started once for each act. */
  readonly run: readonly string[];
  /** Folder in which it is started. */
  readonly cwd: string;
  readonly timeoutS: number;
  readonly newId: () => string;
}

/** Orders acts by running a program: the act as JSON on standard input, the answer as JSON on standard output. */
export function createCommandDriver({ run, cwd, timeoutS, newId }: CommandDriverOptions): Driver {
  const [program = '', ...args] = run;

  function execute(act: Act, input: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const fail = (problem: string) => reject(new DriverError(`act ${act}: ${program}: ${problem}`));
      const child = spawn(program, args, { cwd, signal: AbortSignal.timeout(timeoutS * 1000) });
      let output = '';
      let errors = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        errors += text;
      });
      child.on('error', (error) =>
        fail(error.name === 'AbortError' ? `no answer within ${timeoutS} s` : error.message),
      );
      child.on('close', (code) => {
        if (code === 0) resolve(output);
        else
          fail(
            `ended with ${code ?? 'a signal'}: ${errors.trim().slice(-300) || 'nothing on standard error'}`,
          );
      });
      // A program that does not read its input is told by its answer, not by a broken pipe.
      child.stdin.on('error', () => {});
      child.stdin.end(input);
    });
  }

  return {
    async act(act, dcm, input): Promise<ActAnswer> {
      const output = await execute(act, JSON.stringify({ act, id: newId(), dcm, input }));
      const parsed = actAnswer.safeParse(readJson(output));
      if (!parsed.success)
        throw new DriverError(`act ${act}: ${program}: no answer in ${output.slice(0, 200)}`);
      if (parsed.data.unsupported) throw new ActNotSupported(act);
      return parsed.data;
    },
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
