import { writeSync } from 'node:fs';
import { endWithin, systemSleep } from '../../mock-server/system.js';
import { exitCodes } from '../exit.js';

/** Why a command ends before its time. */
export type EarlyEnd =
  | { readonly by: 'signal'; readonly name: NodeJS.Signals }
  /** Nobody reads what is printed any more, or there is no room for it. */
  | { readonly by: 'output'; readonly code: string }
  | { readonly by: 'exception'; readonly error: unknown };

/** What a command wants when it ends early. */
export interface LastWish {
  /** Writes what is known, at once, and answers what to tell about it; must not wait for anything. */
  readonly write?: (end: EarlyEnd) => string;
  /** Puts things in order: a mock is stopped, options are put back. */
  readonly close?: () => unknown;
}

/** Milliseconds for putting things in order; a second signal does not wait for it. */
const patience = 5000;

/** Milliseconds in which a server ends that was told to, whatever is under way. */
const stopLimitMs = 9500;

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const wishes = new Set<LastWish>();
let asked: ((signal: NodeJS.Signals) => void) | undefined;
/** A server was asked to stop, which is its end in order. */
let stopping = false;
let cut = false;

/** Whether the command is on its way out: what it comes to now counts no more. */
export const isCutShort = (): boolean => cut;

/** Says what is to be done when the command ends early. Call what it answers once that is past. */
export function whenCutShort(wish: LastWish): () => void {
  wishes.add(wish);
  return () => void wishes.delete(wish);
}

/** Resolves when what was printed is out, or could not be written and has ended the command. */
export const flushed = (): Promise<void> =>
  new Promise((resolve) => process.stdout.write('', () => setImmediate(resolve)));

/** Resolves at a signal, which is how a server ends; the next signal ends the process at once, and time does after ten seconds. */
export function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    asked = resolve;
  });
}

export const reasonOf = (end: EarlyEnd): string => {
  if (end.by === 'signal') return `ended by ${end.name}`;
  if (end.by === 'output') return `the output cannot be written (${end.code})`;
  return `uncaught exception: ${end.error instanceof Error ? end.error.message : String(end.error)}`;
};

/** Standard error may be what is gone. */
function say(text: string): void {
  try {
    writeSync(process.stderr.fd, `${text}\n`);
  } catch {
    // There is nobody to be told.
  }
}

function written({ write }: LastWish, end: EarlyEnd): string {
  try {
    return write?.(end) ?? '';
  } catch (error) {
    return `what is known could not be written: ${error instanceof Error ? error.message : error}`;
  }
}

async function endEarly(end: EarlyEnd): Promise<void> {
  if (cut) return;
  cut = true;
  process.exitCode = exitCodes.toolFailed;
  const told = [...wishes].map((wish) => written(wish, end)).filter((text) => text !== '');
  say([`\ndcm: ${reasonOf(end)}`, ...told].join('\n'));
  if (end.by === 'exception' && end.error instanceof Error) say(end.error.stack ?? '');
  const closing = Promise.allSettled([...wishes].map(async ({ close }) => close?.()));
  await Promise.race([closing, systemSleep(patience)]);
  process.exit(exitCodes.toolFailed);
}

function onSignal(name: NodeJS.Signals): void {
  if (cut || stopping) process.exit(exitCodes.toolFailed);
  if (asked === undefined) return void endEarly({ by: 'signal', name });
  stopping = true;
  endWithin(stopLimitMs, exitCodes.toolFailed);
  asked(name);
}

/**
 * From here on the process ends in order, whatever happens to it: with what is known written, a word about it, and
 * exit code 3, which is no verdict. Node's own ways are exit code 1 for a closed pipe or an uncaught exception, and
 * not a word at a signal.
 */
export function guardEnds(): void {
  for (const name of signals) process.on(name, onSignal);
  for (const output of [process.stdout, process.stderr]) {
    output.on('error', ({ code = 'error' }: NodeJS.ErrnoException) => endEarly({ by: 'output', code }));
  }
  process.on('uncaughtException', (error) => {
    // Cucumber listens while a step runs, and makes the exception that step's.
    if (process.listenerCount('uncaughtException') === 1) endEarly({ by: 'exception', error });
  });
}
