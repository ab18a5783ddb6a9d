import cluster from 'node:cluster';
import { writeSync } from 'node:fs';
import type { Language } from '../../contract/texts/language.js';
import type { Said } from '../../contract/texts/said.js';
import { endWithin, systemSleep } from '../../mock-server/system.js';
import { exitCodes } from '../exit.js';

/** Why a command ends early. */
export type EarlyEnd =
  | { readonly by: 'signal'; readonly name: NodeJS.Signals }
  /** No one reads the output any longer, or there is no room for it. */
  | { readonly by: 'output'; readonly code: string }
  | { readonly by: 'exception'; readonly error: unknown }
  /** What it works with is gone: why, and what to do. */
  | { readonly by: 'loss'; readonly why: Said };

/** What a command wants when it ends early. */
export interface LastWish {
  /** Writes what is known, synchronously, and returns what to print about it; must not wait for anything. */
  readonly write?: (end: EarlyEnd) => string;
  /** Cleans up: stops a mock, restores options. */
  readonly close?: () => unknown;
  /** Cleans up what others needed for that. */
  readonly last?: () => unknown;
}

/** Milliseconds for cleaning up; a second signal does not wait for it. */
const patience = 5000;

/** Milliseconds within which a server stops after a signal, regardless of requests in progress. */
const stopLimitMs = 9500;

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const wishes = new Set<LastWish>();
let asked: { readonly tell: (signal: NodeJS.Signals) => void; readonly drainMs: number } | undefined;
/** A server was asked to stop, which is its regular end. */
let stopping = false;
let cut = false;
/** The command only shows something. */
let shows = false;
/** Language of what is said at the end. */
let spoken: Language = 'en';

/** Whether the command is ending early: its result no longer counts. */
export const isCutShort = (): boolean => cut;

/** Registers what to do if the command ends early. Call the returned function when that is no longer needed. */
export function whenCutShort(wish: LastWish): () => void {
  wishes.add(wish);
  return () => void wishes.delete(wish);
}

/** A command that only shows something: whoever reads it may have seen enough (`| head`), which is no failure. */
export function showsOnly(): void {
  shows = true;
}

/** Resolves when the output is written, or could not be written and has ended the command. */
export const flushed = (): Promise<void> =>
  new Promise((resolve) => process.stdout.write('', () => setImmediate(resolve)));

/**
 * Resolves at a signal, which is how a server ends. A second signal, or ten seconds, end the process at once.
 *
 * @param drainMs milliseconds for which it still serves after the signal, beside those ten seconds
 */
export function stopSignal(drainMs = 0): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    asked = { tell: resolve, drainMs };
  });
}

export const reasonOf = (end: EarlyEnd, language: Language = 'en'): string => {
  if (end.by === 'signal') return `ended by ${end.name}`;
  if (end.by === 'loss') return end.why[language];
  if (end.by === 'output') return `the output cannot be written (${end.code})`;
  return `uncaught exception: ${end.error instanceof Error ? end.error.message : String(end.error)}`;
};

/** Standard error may be closed, too. */
function say(text: string): void {
  try {
    writeSync(process.stderr.fd, `${text}\n`);
  } catch {
    // There is no one to tell.
  }
}

function written({ write }: LastWish, end: EarlyEnd): string {
  try {
    return write?.(end) ?? '';
  } catch (error) {
    return `the results so far could not be written: ${error instanceof Error ? error.message : error}`;
  }
}

async function endEarly(end: EarlyEnd): Promise<void> {
  if (cut) return;
  cut = true;
  process.exitCode = exitCodes.toolFailed;
  const notices = [...wishes].map((wish) => written(wish, end)).filter((text) => text !== '');
  say([`\ndcm: ${reasonOf(end, spoken)}`, ...notices].join('\n'));
  if (end.by === 'exception' && end.error instanceof Error) say(end.error.stack ?? '');
  const closing = Promise.allSettled([...wishes].map(async ({ close }) => close?.())).then(() =>
    Promise.allSettled([...wishes].map(async ({ last }) => last?.())),
  );
  await Promise.race([closing, systemSleep(patience)]);
  process.exit(exitCodes.toolFailed);
}

/** Ends the command because what it works with is gone; the results so far are written. */
export const endByLoss = (why: Said): void => void endEarly({ by: 'loss', why });

/** A terminal tells all processes of a command; those that share a port are told by the one that started them. */
const isOfTerminal = (name: NodeJS.Signals): boolean => cluster.isWorker && name !== 'SIGTERM';

function onSignal(name: NodeJS.Signals): void {
  if (cut || stopping) process.exit(exitCodes.toolFailed);
  if (asked === undefined) return void endEarly({ by: 'signal', name });
  stopping = true;
  endWithin(asked.drainMs + stopLimitMs, exitCodes.toolFailed);
  asked.tell(name);
}

/**
 * From here on, the process always ends properly: it writes what is known, prints a message, and exits with 3, which is
 * not a verdict. By itself, Node exits with 1 after a closed pipe or an uncaught exception, and prints nothing at a
 * signal.
 */
export function guardEnds(language: Language): void {
  spoken = language;
  for (const name of signals) process.on(name, isOfTerminal(name) ? () => {} : onSignal);
  for (const output of [process.stdout, process.stderr]) {
    output.on('error', ({ code = 'error' }: NodeJS.ErrnoException) => {
      if (shows && code === 'EPIPE') process.exit(0);
      endEarly({ by: 'output', code });
    });
  }
  process.on('uncaughtException', (error) => {
    // Cucumber listens while a step runs, and makes the exception that step's.
    if (process.listenerCount('uncaughtException') === 1) endEarly({ by: 'exception', error });
  });
}
