import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { compiled } from './compile.js';

/** A program of this folder in its own process; it reports by messages. */
export interface Program<Facts> {
  /** Its first message, which says that it is ready. */
  readonly facts: Facts;
  /** Sends a message and returns the reply. */
  ask<Answer>(message: string): Promise<Answer>;
  stop(): Promise<void>;
}

/** @throws {Error} if the program ends before it is ready */
export async function startProgram<Facts>(
  name: string,
  args: readonly string[] = [],
): Promise<Program<Facts>> {
  const child = spawn(process.execPath, [compiled(`bench/programs/${name}`), ...args], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const facts = await nextMessage<Facts>(child, name);
  return {
    facts,
    ask(message) {
      child.send(message);
      return nextMessage(child, name);
    },
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function nextMessage<Message>(child: ChildProcess, name: string): Promise<Message> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`${name} ended with ${code}`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message as Message);
    });
  });
}
