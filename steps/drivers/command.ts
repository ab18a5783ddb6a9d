import { isDeepStrictEqual } from 'node:util';
import { type ActAnswer, actAnswer } from '../../contract/driver.js';
import { readJson } from '../../contract/read-json.js';
import { causeOf } from '../../contract/wire/cause.js';
import type { WireTime } from '../../contract/wire/loop.js';
import type { Aftermath } from './aftermath.js';
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
  /** Follows an act that the bank has only started. */
  readonly aftermath: Aftermath;
}

/**
 * Sends acts to a program: the act as JSON on standard input, the response as JSON on standard output; `{}` when
 * the bank has started it and continues in the background.
 */
export function createCommandDriver(options: CommandDriverOptions): Driver {
  const { run, cwd, timeoutS, time, newId, aftermath } = options;
  const [program = '', ...args] = run;
  const isWhole = (output: string) => readJson(output) !== undefined;

  return {
    async act(act, dcm, input): Promise<ActAnswer> {
      const after = await aftermath.last();
      const order = JSON.stringify({ act, id: newId(), dcm, input });
      const output = await runProgram({ program, args, cwd, input: order, timeoutS, time, isWhole }).catch(
        (error: unknown) => {
          throw new DriverError(`act ${act}: ${program}: ${causeOf(error)}`, { cause: error });
        },
      );
      const result = readJson(output);
      if (isDeepStrictEqual(result, {})) return aftermath.follow(act, dcm, input, after);
      const parsed = actAnswer.safeParse(result);
      if (!parsed.success)
        throw new DriverError(`act ${act}: ${program}: no valid response in ${output.slice(0, 200)}`);
      if (parsed.data.unsupported) throw new ActNotSupported(act);
      return parsed.data;
    },
  };
}
