import { z } from 'zod';
import { isOver, runHead, runScenario } from '../../contract/control/run-parts.js';
import { readJson } from '../../contract/read-json.js';
import type { OneRun } from './one-run.js';
import type { Texts } from './run-files.js';

const keptRun = z.object({
  head: runHead.omit({ result: true, report: true, bundle: true, counts: true }).extend({
    counts: runHead.shape.counts.optional(),
  }),
  scenarios: z.array(z.tuple([z.string(), runScenario])),
  /** gzip, in base64. */
  parts: z.array(z.tuple([z.enum(['result', 'report', 'bundle']), z.base64()])),
});

export interface KeptRuns {
  /** The runs of earlier processes, oldest first; one that was not over has ended with its mock. */
  load(): Promise<OneRun[]>;
  save(run: OneRun): void;
  remove(id: number): void;
  /** Resolves when everything is written. */
  settled(): Promise<void>;
}

/** @param report is called if something cannot be kept; the runs go on without */
export function keptRunsIn(texts: Texts, report: (error: unknown) => void): KeptRuns {
  let work = Promise.resolve();
  const after = (next: () => Promise<unknown>): void => {
    work = work.then(next).then(() => {}, report);
  };

  async function read(id: number): Promise<OneRun[]> {
    const parsed = keptRun.safeParse(readJson(await texts.read(id)));
    if (!parsed.success) {
      report(new Error(`${texts.called(id)} is no run of this version; it is left alone`));
      return [];
    }
    const { head, scenarios, parts } = parsed.data;
    const { counts, verdict, exit_code, ...rest } = head;
    const run: OneRun = {
      head: {
        ...rest,
        ...(counts && { counts }),
        ...(verdict && { verdict }),
        ...(exit_code === undefined ? {} : { exit_code }),
      },
      scenarios: new Map(scenarios),
      parts: new Map(parts.map(([of, text]) => [of, Buffer.from(text, 'base64')])),
      cancelSilence() {},
    };
    if (!isOver(head))
      run.head = { ...run.head, state: 'ended-early', note: 'the mock ended before the run' };
    return [run];
  }

  return {
    async load() {
      const runs = await Promise.all((await texts.numbers()).map(read));
      return runs.flat().sort((a, b) => a.head.id - b.head.id);
    },

    save({ head, scenarios, parts }) {
      const text = JSON.stringify({
        head,
        scenarios: [...scenarios],
        parts: [...parts].map(([of, packed]) => [of, packed.toString('base64')]),
      });
      after(() => texts.write(head.id, text));
    },

    remove(id) {
      after(() => texts.remove(id));
    },

    settled: () => work,
  };
}
