import { type ActAnswer, actAnswer } from '../../contract/driver.js';
import { causeOf } from '../../contract/wire/cause.js';
import type { WireTime } from '../../contract/wire/loop.js';
import { ActNotSupported, type Driver, DriverError } from './driver.js';
import { runProgram } from './program.js';

export interface CommandDriverOptions {
  /** Program and arguments; started once for each act. */
  readonly run: readonly string[];
  /** Folder in which it is started. */
  readonly cwd: string;
  readonly timeoutS: number;
  readonly time: WireTime;
  readonly newId: () => string;
}

/** Orders acts by running a program: the act as JSON on standard input, the answer as JSON on standard output. */
export function createCommandDriver({ run, cwd, timeoutS, time, newId }: CommandDriverOptions): Driver {
  const [program = '', ...args] = run;
  const isWhole = (output: string) => readJson(output) !== undefined;

  return {
    async act(act, dcm, input): Promise<ActAnswer> {
      const order = JSON.stringify({ act, id: newId(), dcm, input });
      const output = await runProgram({ program, args, cwd, input: order, timeoutS, time, isWhole }).catch(
        (error: unknown) => {
          throw new DriverError(`act ${act}: ${program}: ${causeOf(error)}`, { cause: error });
        },
      );
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
