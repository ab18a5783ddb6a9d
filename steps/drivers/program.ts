import { spawn } from 'node:child_process';
import type { WireTime } from '../../contract/wire/loop.js';

export interface ProgramOptions {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** What it is given on standard input. */
  readonly input: string;
  readonly timeoutS: number;
  readonly time: WireTime;
  /** Whether this is all that it has to say: then it is not waited for what it left running. */
  readonly isWhole: (output: string) => boolean;
}

/** Bytes of an answer on standard output. */
const longestOutput = 1024 * 1024;
/** Characters of standard error that are told. */
const toldErrors = 300;
/** Milliseconds between SIGTERM and SIGKILL. */
const graceMs = 500;
/** Milliseconds between two looks at what a program that has ended may still have in its pipe. */
const drainMs = 50;

/** Process groups that may still have members; none of them outlives this process. */
const groups = new Set<number>();
let watched = false;

function remember(group: number): void {
  groups.add(group);
  if (watched) return;
  watched = true;
  process.on('exit', () => {
    for (const group of groups) signal(group, 'SIGKILL');
  });
}

/** Answers whether the group has members. */
function signal(group: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-group, name);
  } catch {
    return false;
  }
}

function forget(group: number): void {
  signal(group, 'SIGKILL');
  groups.delete(group);
}

/**
 * Runs a program in a process group of its own and answers what it prints. Its time and its output are bounded: beyond
 * that the whole group is ended. What it leaves running after a good end has the rest of its time.
 *
 * @throws {Error} that says how it ended, when it gave no answer
 */
export function runProgram(options: ProgramOptions): Promise<string> {
  const { program, args, cwd, input, timeoutS, time, isWhole } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, detached: true });
    const { pid } = child;
    if (pid !== undefined) remember(pid);
    const deadline = AbortSignal.timeout(timeoutS * 1000);
    const printed: Buffer[] = [];
    let size = 0;
    let errors = '';
    let over = false;
    let cancel = () => {};
    const output = () => Buffer.concat(printed).toString('utf8');

    function release(): void {
      over = true;
      cancel();
      deadline.removeEventListener('abort', late);
      child.stdout.destroy();
      child.stderr.destroy();
      child.stdin.destroy();
    }

    /** Ends the group, and then says why. */
    function fail(problem: string): void {
      if (over) return;
      release();
      const error = new Error(problem);
      if (pid === undefined || !signal(pid, 'SIGTERM')) {
        if (pid !== undefined) groups.delete(pid);
        reject(error);
        return;
      }
      const kill = () => {
        cancel();
        forget(pid);
        reject(error);
      };
      cancel = time.after(graceMs, kill);
      child.once('exit', kill);
    }

    function succeed(): void {
      if (over) return;
      // Somebody who still writes there is not to meet a broken pipe; nobody waits for it.
      over = true;
      cancel();
      deadline.removeEventListener('abort', late);
      for (const pipe of [child.stdout, child.stderr]) {
        pipe.removeAllListeners('data').resume();
        if ('unref' in pipe && typeof pipe.unref === 'function') pipe.unref();
      }
      if (pid !== undefined) leave(pid, deadline);
      resolve(output());
    }

    const late = () => fail(`no answer within ${timeoutS} s`);
    const ended = (code: number | null) => {
      if (code === 0) return succeed();
      fail(`ended with ${code ?? 'a signal'}: ${errors.trim() || 'nothing on standard error'}`);
    };
    deadline.addEventListener('abort', late);
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > longestOutput) fail(`printed more than ${longestOutput} bytes`);
      else printed.push(chunk);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors = (errors + text).slice(-toldErrors);
    });
    child.on('error', ({ message }) => fail(message));
    child.on('close', ended);
    child.on('exit', (code) => {
      const look = () => {
        if (code !== 0 || isWhole(output())) ended(code);
        else if (!over) cancel = time.after(drainMs, look);
      };
      if (!over) cancel = time.after(drainMs, look);
    });
    // A program that does not read its input is told by its answer, not by a broken pipe.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

/** What a program left running goes on until its time is over. */
function leave(group: number, deadline: AbortSignal): void {
  if (!signal(group, 0)) groups.delete(group);
  else if (deadline.aborted) forget(group);
  else deadline.addEventListener('abort', () => forget(group));
}
