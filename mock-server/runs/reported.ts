import { isOver, type RunHead, type RunOptions } from '../../contract/control/run-parts.js';
import { type runOperations, silentRunMs } from '../../contract/control/runs.js';
import type { Input } from '../../contract/operation.js';
import type { Result } from '../../contract/result.js';
import type { Timers } from '../domain/ports.js';
import { begin, end, headOf, type Numbers, type OneRun } from './one-run.js';
import { longestPacked, resultOf } from './packed.js';
import { BusyError, RunsError, type Shelf } from './shelf.js';

export interface ReportedParts {
  readonly timers: Timers;
  readonly numbers: Numbers;
  /** A run is over: another one may begin. */
  readonly next: () => void;
}

type Said<Id extends keyof typeof runOperations> = Input<(typeof runOperations)[Id]>['body'];

export interface Registration extends Pick<RunHead, 'target' | 'seed'> {
  readonly id?: number | undefined;
  readonly options: RunOptions;
  /** It is refused while another run is under way. */
  readonly alone?: boolean;
}

const finished = ({ verdict, exit_code, counts, target, seed }: Result) =>
  ({ state: 'finished', verdict, exit_code, counts, target, seed }) as const;

/** What runs say of themselves, whoever has started them. */
export function createReported(shelf: Shelf, { timers, numbers, next }: ReportedParts) {
  let closed = false;

  /** A run of another program is over if it says nothing; that of a program of the mock, when the program is gone. */
  function heard(run: OneRun): void {
    run.cancelSilence();
    if (run.program !== undefined || closed) return;
    run.cancelSilence = timers.after(silentRunMs, () => {
      run.silent = true;
      const seconds = silentRunMs / 1000;
      shelf.cut(
        run,
        `nothing was heard of it for ${seconds} s: its program is gone, or cannot reach the mock`,
      );
      next();
    });
  }

  /** A run that was given up speaks again: the machine has slept. */
  function revive(run: OneRun): void {
    if (run.silent !== true) return;
    run.silent = false;
    shelf.begins(run, { note: '', ended_at: '', ms: 0 });
  }

  /** @throws {BusyError} if there is another run; one that says nothing is over soon */
  function requireNoOther(): void {
    const other = shelf.all().find(({ head }) => head.state === 'running')?.head;
    if (other)
      throw new BusyError(
        `run ${other.id} of ${other.target} has been under way here since ${other.started_at}; if its program is gone, it is over ${silentRunMs / 1000} s after its last word`,
      );
  }

  return {
    /**
     * @throws {BusyError} if it wants to be alone and is not
     * @throws {RunsError}
     */
    register({ id, alone = false, ...given }: Registration): RunHead {
      const own = id === undefined ? undefined : shelf.found(id);
      if (own === undefined && alone) requireNoOther();
      const run = own ?? shelf.add({ started_by: 'elsewhere', ...given });
      if (isOver(run.head)) throw new RunsError(`run ${run.head.id} is over`);
      shelf.begins(run, own ? { seed: given.seed } : {});
      heard(run);
      shelf.told(run);
      return headOf(run);
    },

    /** Returns whether the run is to stop. */
    progress(id: number, { planned, happened }: Said<'reportRun'>): boolean {
      const run = shelf.found(id);
      revive(run);
      if (isOver(run.head)) return true;
      heard(run);
      run.head = { ...run.head, planned };
      for (const one of happened)
        shelf.told(run, 'begun' in one ? begin(run, one.begun, numbers) : end(run, one.ended, numbers));
      return run.head.stopping;
    },

    /** @throws {RunsError} if it becomes too large */
    addPart(id: number, { of, pieces }: Said<'addRunPart'>): void {
      const run = shelf.found(id);
      const whole = Buffer.concat([
        run.parts.get(of) ?? Buffer.alloc(0),
        ...pieces.map((piece) => Buffer.from(piece, 'base64')),
      ]);
      if (whole.length > longestPacked)
        throw new RunsError(`the ${of} is larger than ${longestPacked / 1024 / 1024} MB`);
      run.parts.set(of, whole);
    },

    async end(id: number, { exit_code, note }: Said<'endRun'>): Promise<RunHead> {
      const run = shelf.found(id);
      const judged = await resultOf(run.parts.get('result'));
      revive(run);
      if (isOver(run.head)) return headOf(run);
      if (judged !== undefined && note === '') shelf.over(run, finished(judged));
      else shelf.cut(run, note || 'it handed over no result that can be read', exit_code);
      next();
      return headOf(run);
    },

    close(): void {
      closed = true;
      for (const run of shelf.all()) run.cancelSilence();
    },
  };
}
