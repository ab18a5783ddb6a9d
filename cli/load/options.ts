import { type Said, said, UsageError } from '../../contract/texts/said.js';
import { requireFitting } from '../fitting-options.js';
import type { VerifyCommand } from '../verify-command.js';
import type { Ramp } from './ramp.js';

export interface LoadCommand
  extends Pick<
    VerifyCommand,
    | 'reference'
    | 'config'
    | 'keys'
    | 'seed'
    | 'defect'
    | 'report'
    | 'lang'
    | 'mockUrl'
    | 'controlToken'
    | 'controlTokenFile'
  > {
  readonly rate?: string;
  readonly for?: string;
  readonly ramp?: string;
  readonly limit?: string;
  readonly transferLimit?: string;
  readonly transfers?: boolean;
  readonly allowHost?: readonly string[];
}

/** Requests a second, at most: more is no load of DCM on one bank, and one process cannot send them in time. */
export const highestRate = 2000;
/** Seconds at one rate, at most. */
export const longestS = 3600;
/** Seconds of a limit, at most. */
const longestLimitS = 30;

const usualRate = 50;
const usualS = { single: 60, ramp: 10 } as const;

/** What is measured. */
export interface LoadPlan {
  /** Undefined if only a ramp was demanded. */
  readonly rate: number | undefined;
  readonly ramp: Ramp | undefined;
  /** At each rate. */
  readonly seconds: number;
  readonly limitMs: number;
  readonly transferLimitMs: number;
}

/** Reads the options. @throws {UsageError} */
export function planOf(options: LoadCommand): LoadPlan {
  requireFitting(options);
  const ramp = options.ramp === undefined ? undefined : rampOf(options.ramp);
  const rate = options.rate === undefined ? undefined : rateOf('--rate', options.rate);
  if (ramp !== undefined && rate !== undefined && rate > ramp.to) throw aboveRamp(options);
  const seconds =
    options.for === undefined ? usualS[ramp ? 'ramp' : 'single'] : lengthOf('--for', options.for, longestS);
  const transferLimit = options.transferLimit;
  if (transferLimit !== undefined && options.transfers !== true)
    throw new UsageError(
      said('--transfer-limit requires --transfers', '--transfer-limit потребує --transfers'),
    );
  return {
    rate: rate ?? (ramp ? undefined : usualRate),
    ramp,
    seconds,
    limitMs: lengthOf('--limit', options.limit ?? '1', longestLimitS) * 1000,
    transferLimitMs: lengthOf('--transfer-limit', transferLimit ?? '5', longestLimitS) * 1000,
  };
}

/** The search would never try the demanded rate. */
const aboveRamp = ({ rate, ramp }: LoadCommand): UsageError =>
  new UsageError(
    said(
      `--rate ${rate} is above --ramp ${ramp}: search up to it`,
      `--rate ${rate} перевищує --ramp ${ramp}: шукайте до цієї частоти`,
    ),
  );

function wrong(option: string, text: string, expected: Said): UsageError {
  return new UsageError(
    said(`${option} ${text}: expected ${expected.en}`, `${option} ${text}: очікувано ${expected.uk}`),
  );
}

const aRate = said(
  `requests a second, more than 0 and at most ${highestRate}`,
  `кількість запитів за секунду, більшу за 0 і не більшу за ${highestRate}`,
);

function rateOf(option: string, text: string): number {
  const rate = Number(text);
  if (text.trim() !== '' && rate > 0 && rate <= highestRate) return rate;
  throw wrong(option, text, aRate);
}

function rampOf(text: string): Ramp {
  const [low = '', high = '', more] = text.split('..');
  const [from, to] = [Number(low), Number(high)];
  if (more === undefined && from > 0 && from < to && to <= highestRate) return { from, to };
  throw wrong(
    '--ramp',
    text,
    said(
      `two rates, e.g. 10..200, the second one higher and at most ${highestRate}`,
      `дві частоти, наприклад 10..200, друга більша й не перевищує ${highestRate}`,
    ),
  );
}

const units: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600 };

/** `60s`, `5m`, `300ms`; a plain number means seconds. */
function lengthOf(option: string, text: string, most: number): number {
  const [, number = '', unit = 's'] = /^(\d{1,9}(?:\.\d{1,9})?)(ms|s|m|h)?$/.exec(text) ?? [];
  const seconds = Number(number) * (units[unit] ?? 1);
  if (number !== '' && seconds > 0 && seconds <= most) return seconds;
  throw wrong(
    option,
    text,
    said(
      `a time such as 60s, more than 0 and at most ${most}s`,
      `час, наприклад 60s, більший за 0 і не більший за ${most}s`,
    ),
  );
}
