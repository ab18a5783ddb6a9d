import { isOver } from '../../contract/control/run-parts.js';
import type { RunOrder } from '../../contract/control/runs.js';
import type { OneRun } from './one-run.js';
import type { ProgramEnd, Runner } from './runner.js';
import type { Shelf } from './shelf.js';

export interface StartedParts {
  readonly runner: Runner | undefined;
  /** Prepares the mock for a run that it starts; the function that is returned puts back what the run has changed. */
  readonly prepare: (order: RunOrder) => Promise<() => Promise<void>>;
  readonly report: (error: unknown) => void;
}

const isBusy = ({ head, program }: OneRun): boolean => program !== undefined || head.state === 'running';

function noteOf({ code, said }: ProgramEnd): string {
  const how = code === null ? 'its program was killed' : `its program ended with exit code ${code}`;
  return said === '' ? how : `${how}: ${said}`;
}

/** Runs that the mock starts: one at a time, and none beside one that was started elsewhere. */
export function createStarted(shelf: Shelf, { runner, prepare, report }: StartedParts) {
  let closed = false;

  function next(): void {
    const runs = shelf.all();
    if (closed || runner === undefined || runs.some(isBusy)) return;
    const waiting = runs.find(({ head }) => head.state === 'queued');
    if (waiting?.order === undefined) return;
    shelf.begins(waiting);
    shelf.told(waiting);
    void walk(waiting, waiting.order, runner);
  }

  /** From its turn to the end of its program. */
  async function walk(run: OneRun, order: RunOrder, { start }: Runner): Promise<void> {
    try {
      const putBack = await prepare(order);
      // It may have been stopped meanwhile.
      if (!run.head.stopping && !closed) {
        run.program = start(order, run.head.id);
        const ended = await run.program.ended;
        if (!isOver(run.head)) {
          await putBack();
          shelf.cut(run, noteOf(ended), ended.code ?? undefined);
        }
      } else shelf.cut(run, 'stopped before it began');
    } catch (error) {
      if (!isOver(run.head)) shelf.cut(run, error instanceof Error ? error.message : String(error));
      report(error);
    } finally {
      delete run.program;
      next();
    }
  }

  return {
    next,

    /** Ends the programs. */
    async close(): Promise<void> {
      closed = true;
      const programs = shelf.all().flatMap(({ program }) => program ?? []);
      for (const { stop } of programs) stop();
      await Promise.allSettled(programs.map(({ ended }) => ended));
    },
  };
}
