import { ApiError, errorText } from '../../contract/client.js';
import { said, UsageError } from '../../contract/texts/said.js';
import { inUkrainian } from '../../contract/texts/said-by-dcm/index.js';
import { systemTimers } from '../../mock-server/system.js';
import { loadConfig } from '../config/load.js';
import { whenCutShort } from '../end/early.js';
import { exitCodes } from '../exit.js';
import { openReporter, type Reporter } from '../runs/reporter.js';
import { endCommand, runOptionsOf } from '../runs/watched.js';
import type { VerifyCommand } from '../verify-command.js';
import { type Place, rootOf } from './place.js';

/** A run, with what it is registered with already if it must be alone. */
export type Run<Outcome> = (options: VerifyCommand, reporter?: Reporter) => Promise<Outcome>;

/**
 * Registers the run before it touches anything, because two in one sandbox would destroy each other.
 * @returns undefined if it cannot be registered; what is wrong then shows when the run begins
 * @throws {UsageError} if another run is under way there
 */
async function beAlone(place: Place, options: VerifyCommand): Promise<Reporter | undefined> {
  const { config } = options;
  const target = config === undefined ? 'reference' : (await loadConfig(config)).config.bank.alias;
  return openReporter(
    { control: rootOf(place.url, place.controlToken), timers: systemTimers, stop: endCommand },
    { target, seed: options.seed ?? '', options: runOptionsOf(options), alone: true },
  ).catch((error: unknown) => {
    if (!(error instanceof ApiError)) throw error;
    const text = errorText(error.body);
    const stop = `dcm runs stop ${/^run (\d+)/.exec(text)?.[1] ?? 'ID'} --mock-url ${place.url}`;
    throw new UsageError(
      said(
        `sandbox ${place.name}: ${text}. Two runs in one sandbox would destroy each other: wait for its end, stop it (${stop}), or run in another one (--sandbox new)`,
        `пісочниця ${place.name}: ${inUkrainian(text) ?? text}. Два прогони в одній пісочниці зіпсували б один одного: дочекайтеся його завершення, зупиніть його (${stop}) або виконайте прогін в іншій (--sandbox new)`,
      ),
    );
  });
}

/** Runs in a sandbox as the only one, and cleans up however that ends; if it is refused, nothing is removed. */
export async function occupying<Outcome>(
  place: Place,
  options: VerifyCommand,
  remove: () => Promise<void>,
  run: Run<Outcome>,
): Promise<Outcome> {
  const reporter = await beAlone(place, options);
  const leave = async () => {
    if (reporter?.ended === false)
      await reporter.end({ exit_code: exitCodes.usage, note: 'stopped before it began' }, []);
    await remove();
  };
  const past = whenCutShort({ last: leave });
  try {
    return await run(options, reporter);
  } finally {
    past();
    await leave();
  }
}
