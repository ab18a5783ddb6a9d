import { isOver, type Run, type RunHead } from '../../contract/control/run-parts.js';
import { mostQueued, type RunOrder } from '../../contract/control/runs.js';
import type { Result } from '../../contract/result.js';
import { headOf, wholeRun } from './one-run.js';
import { resultOf, textOf } from './packed.js';
import { createReported, type ReportedParts } from './reported.js';
import type { RunChoices, WrongMember } from './runner.js';
import { createShelf, RunsError, type ShelfParts } from './shelf.js';
import { createStarted, type StartedParts } from './started.js';

export interface RunsParts extends ShelfParts, StartedParts, Omit<ReportedParts, 'next'> {}

/** An order that the program would refuse. */
export class WrongOrderError extends Error {
  override name = 'WrongOrderError';
  constructor(readonly wrong: WrongMember) {
    super(`${wrong.member}: ${wrong.problem}`);
  }
}

export type Runs = Awaited<ReturnType<typeof createRuns>>;

/** Runs of `dcm verify` against this mock: those that it starts, and all others that report to it. */
export async function createRuns(parts: RunsParts) {
  const { runner } = parts;
  const shelf = await createShelf(parts);
  const started = createStarted(shelf, parts);
  const reported = createReported(shelf, { ...parts, next: started.next });

  const partOf = (wanted: number, of: 'report' | 'bundle') =>
    shelf
      .all()
      .find(({ head: { id } }) => id === wanted)
      ?.parts.get(of);

  return {
    ...reported,
    lastSeq: shelf.lastSeq,

    /** What can be verified; undefined if no run can be started. */
    targets: () => runner?.targets,

    /** Newest first. */
    list: (): RunHead[] => shelf.all().map(headOf).reverse(),

    /** @throws {RunsError} */
    get: (id: number): Run => wholeRun(shelf.found(id)),

    /** What an order can name; nothing if no run can be started. */
    choices: async (): Promise<RunChoices> => (await runner?.choices()) ?? { defects: [], readings: [] },

    /**
     * @throws {RunsError} if there is no such target, or too many runs are waiting
     * @throws {WrongOrderError} if the program would refuse it
     */
    async order(order: RunOrder): Promise<RunHead> {
      const { target, seed, steps, tags, readings, quick, defect } = order;
      if (!runner?.targets.some(({ name }) => name === target))
        throw new RunsError(`target ${target} not found`);
      const wrong = await runner.wrongIn(order);
      if (wrong !== undefined) throw new WrongOrderError(wrong);
      if (shelf.all().filter(({ head }) => head.state === 'queued').length >= mostQueued)
        throw new RunsError(`${mostQueued} runs are already waiting`);
      const options = { steps, tags, readings, quick, defect };
      const run = shelf.add({ started_by: 'mock', target, seed, options }, order);
      started.next();
      shelf.told(run);
      return headOf(run);
    },

    /** @throws {RunsError} */
    stop(id: number): RunHead {
      const run = shelf.found(id);
      if (run.head.state === 'queued') shelf.over(run, { state: 'stopped', note: 'taken out of the queue' });
      if (isOver(run.head)) return headOf(run);
      run.head = { ...run.head, stopping: true };
      run.program?.stop();
      shelf.told(run);
      return headOf(run);
    },

    /** @throws {RunsError} */
    result: async (id: number): Promise<Result | undefined> => resultOf(shelf.found(id).parts.get('result')),

    /** The text of its report; undefined without one. */
    report: (id: number): Promise<string | undefined> => textOf(partOf(id, 'report')),

    /** Its archive; undefined without one. */
    async bundle(id: number): Promise<Buffer | undefined> {
      const text = await textOf(partOf(id, 'bundle'));
      return text === undefined ? undefined : Buffer.from(text, 'base64');
    },

    /** Whether a program that it has started is running. */
    get busy() {
      return started.busy;
    },

    /** Ends the programs that it has started. */
    async close(): Promise<void> {
      reported.close();
      await started.close();
      await shelf.settled();
    },
  };
}
