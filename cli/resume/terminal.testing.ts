import { type Ended, end, main, start } from '../cli.testing.js';

/** `dcm verify` as a process of its own, and a person who reads what it prints and makes the bank act. */

/** First lines of what is a task. */
const task = /^(Have the bank|Configure the bank|Create secrets)/;

interface Sitting extends Ended {
  /** What the person was asked to do, in its order. */
  readonly tasks: readonly string[];
}

/**
 * @param does what the person does when told to; the same one in every sitting, who remembers how DCM is reached
 * @param args of `dcm verify`
 * @param leaves at which task the person presses Ctrl-C instead of doing it
 */
export async function atTerminal(
  does: (text: string) => unknown,
  args: readonly string[],
  leaves: (text: string, before: readonly string[]) => boolean | Promise<boolean> = () => false,
): Promise<Sitting> {
  const child = start([main, 'verify', ...args]);
  const tasks: string[] = [];
  child.stdout?.setEncoding('utf8').on('data', async (text: string) => {
    for (const said of text.split(/\n(?=\n)/).map((text) => text.trim())) {
      if (!task.test(said)) continue;
      tasks.push(said);
      if (await leaves(said, tasks.slice(0, -1))) child.kill('SIGINT');
      else does(said);
    }
  });
  return { ...(await end(child)), tasks };
}

/** The first line of each task; a wrong password is another one each time. */
export const titles = (tasks: readonly string[]): string[] =>
  tasks.map((text) => (text.split('\n')[0] ?? '').replace(/wrong password.*/, 'wrong password'));
