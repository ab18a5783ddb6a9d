import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { ApiError, type Client } from '../../contract/client.js';
import type { RunOptions, ScenarioBegun, ScenarioEnded } from '../../contract/control/run-parts.js';
import { longestPiece, mostPieces, type runOperations } from '../../contract/control/runs.js';
import type { ScenarioResult } from '../../contract/result.js';
import type { Timers } from '../../mock-server/domain/ports.js';

type Happened = { readonly begun: ScenarioBegun } | { readonly ended: ScenarioEnded };

export interface ReporterParts {
  readonly control: Pick<Client<typeof runOperations>, 'registerRun' | 'reportRun' | 'addRunPart' | 'endRun'>;
  readonly timers: Timers;
  /** The mock wants the run to end. */
  readonly stop: () => void;
}

export interface Registration {
  /** The number that the mock has given to a run that it starts. */
  readonly id?: number;
  readonly target: string;
  readonly seed: string;
  readonly options: RunOptions;
  /** It must not run beside another one. */
  readonly alone?: boolean;
}

export type Reporter = NonNullable<Awaited<ReturnType<typeof openReporter>>>;

/** What of a run is handed over. */
export type HandedOver = 'result' | 'report' | 'bundle';

/** Milliseconds between two reports, also when nothing has happened: the mock gives up a run that is silent. */
const pauseMs = 1000;
/** Milliseconds for the last words of a run. */
const lastMs = 10_000;
/** Reports that fail before no more are sent. */
const patience = 20;
/** Characters of scenarios in one report: the mock reads bodies of 100 KB. */
const longestReport = 30_000;
const longestText = 1000;
const longestExchange = 2500;
const mostFailures = 5;

const zip = promisify(gzip);

const clip = (text: string, most = longestText): string =>
  text.length <= most ? text : `${text.slice(0, most - 1)}…`;

/** No request of the control API may have control characters, which a bank may send. */
const lines = (text: string): string[] =>
  text.split(/\r?\n/).map((line) => line.replaceAll(/\p{Cc}|\p{Cs}/gu, '\ufffd'));
const line = (text: string): string => lines(clip(text)).join(' ');

/** A scenario as the list of runs has it. */
export const shortOf = (scenario: ScenarioResult): ScenarioEnded => {
  const { id, name, step, scheme, verdict, ms, failures, caused_by, note } = scenario;
  const [first] = failures;
  const cause = first?.caused_by ?? caused_by;
  return {
    id,
    name,
    step,
    scheme,
    verdict,
    ms,
    failures: failures
      .slice(0, mostFailures)
      .map(({ rule, check, expected, actual, situation, exchange }) => ({
        rule,
        check: line(check),
        expected: line(expected),
        actual: line(actual),
        situation,
        exchange: exchange === '' ? [] : lines(clip(exchange, longestExchange)),
      })),
    cause_rule: cause?.rule ?? '',
    cause: line(cause?.text ?? ''),
    note: line(note),
  };
};

/**
 * Registers a run with the mock that it walks against, and tells the mock how far it is. Whatever goes wrong here never
 * disturbs the run.
 *
 * @returns undefined if the mock knows no runs, as older ones do not
 * @throws {ApiError} 409 if it wants to be alone, and another run is under way
 */
export async function openReporter({ control, timers, stop }: ReporterParts, registration: Registration) {
  const registered = await control.registerRun({ body: registration }).catch((error: unknown) => {
    if (error instanceof ApiError && error.status === 409) throw error;
    return undefined;
  });
  if (registered === undefined) return undefined;
  const params = { id: registered.id };
  const waiting: Happened[] = [];
  let planned = 0;
  let failures = 0;
  let problem = '';
  let over = false;
  let ended = false;
  let sending: Promise<void> | undefined;
  let cancel = () => {};

  function batch(): Happened[] {
    let length = 0;
    let count = 0;
    for (; count < waiting.length && (count === 0 || length < longestReport); count += 1)
      length += JSON.stringify(waiting[count]).length;
    return waiting.slice(0, count);
  }

  async function send(): Promise<void> {
    do {
      const happened = batch();
      const answer = await control.reportRun({ params, body: { planned, happened } });
      waiting.splice(0, happened.length);
      failures = 0;
      problem = '';
      if (answer.stop && !over) {
        over = true;
        stop();
      }
    } while (waiting.length > 0);
  }

  function flush(): Promise<void> {
    sending ??= send()
      .catch((error: unknown) => {
        failures += 1;
        problem = error instanceof Error ? error.message : String(error);
      })
      .finally(() => {
        sending = undefined;
      });
    return sending;
  }

  function tick(): void {
    cancel = timers.after(pauseMs, () => {
      void flush().then(() => {
        if (!over && failures < patience) tick();
      });
    });
  }
  tick();

  async function handOver(of: HandedOver, text: string): Promise<void> {
    const packed = (await zip(text)).toString('base64');
    const pieces = packed.match(new RegExp(`.{1,${longestPiece}}`, 'g')) ?? [];
    for (let at = 0; at < pieces.length; at += mostPieces)
      await control.addRunPart({ params, body: { of, pieces: pieces.slice(at, at + mostPieces) } });
  }

  /** Says the last words; returns why they could not be said, empty otherwise. */
  async function end(
    words: { exit_code: number; note: string },
    parts: readonly (readonly [HandedOver, string])[],
  ) {
    over = true;
    ended = true;
    cancel();
    const said = (async () => {
      await sending;
      await flush();
      for (const [of, text] of parts) await handOver(of, text);
      await control.endRun({ params, body: { ...words, note: line(words.note) } });
      return problem;
    })().catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
    let cancelLimit = () => {};
    const limit = new Promise<string>((resolve) => {
      cancelLimit = timers.after(lastMs, () => resolve(problem || 'the mock does not respond'));
    });
    return Promise.race([said, limit]).finally(() => cancelLimit());
  }

  return {
    /** Its number in the list of the mock. */
    id: registered.id,
    /** Whether it has said its last words. */
    get ended() {
      return ended;
    },
    /** It is now known what it runs with. */
    async know(known: Pick<Registration, 'target' | 'seed' | 'options'>): Promise<void> {
      await control.registerRun({ body: { ...known, id: registered.id } }).catch(() => {});
    },
    /** One more scenario is known to come. */
    planned(): void {
      planned += 1;
    },
    begins(scenario: ScenarioBegun): void {
      waiting.push({ begun: scenario });
    },
    ends(scenario: ScenarioEnded): void {
      waiting.push({ ended: scenario });
    },
    /** Tells now what has happened. */
    flush,
    end,
  };
}
