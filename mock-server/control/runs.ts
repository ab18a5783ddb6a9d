import { compareResults } from '../../contract/compared.js';
import type { runOperations } from '../../contract/control/runs.js';
import { type Handlers, OtherAnswer } from '../api/handler.js';
import { because, Refusal } from '../domain/refusal.js';
import { lacking } from '../runs/lacking.js';
import { type Runs, WrongOrderError } from '../runs/runs.js';
import { BusyError, RunsError } from '../runs/shelf.js';

/** Why no run can be started, and what to do. */
const noRunner =
  'this mock cannot start runs: start it with dcm mock, or run dcm verify --mock-url on a terminal; it appears here as well';

const notNow = (problem: string) =>
  new OtherAnswer(409, { error: problem }, 'state', because('control-conflict', { problem }));

function refused(error: unknown): never {
  if (error instanceof WrongOrderError) throw new Refusal('invalid-member', error.wrong);
  if (error instanceof BusyError) throw notNow(error.message);
  if (!(error instanceof RunsError)) throw error;
  const [, thing] = /^(.+) not found$/.exec(error.message) ?? [];
  if (thing !== undefined) throw new Refusal('control-unknown', { thing });
  throw new Refusal('control-conflict', { problem: error.message });
}

function attempt<Done>(work: () => Done): Done {
  try {
    return work();
  } catch (error) {
    return refused(error);
  }
}

/** Runs of `dcm verify`: started, watched, and what they say of themselves. */
export function runHandlers(runs: Runs): Handlers<typeof runOperations> {
  const resultOf = async (id: number) => {
    const found = await runs.result(id).catch(refused);
    if (found === undefined)
      throw new Refusal('control-conflict', { problem: lacking(runs.get(id), 'result') });
    return found;
  };
  return {
    listRuns: async () => ({ runs: runs.list() }),
    listRunTargets: async () => {
      const targets = runs.targets();
      const { defects, readings } = await runs.choices();
      return {
        targets: [...(targets ?? [])],
        problem: targets === undefined ? noRunner : '',
        defects: [...defects],
        readings: [...readings],
      };
    },
    startRun: async ({ body }) => {
      if (runs.targets() === undefined) throw notNow(noRunner);
      return runs.order(body).catch(refused);
    },
    getRun: async ({ params }) => attempt(() => runs.get(params.id)),
    stopRun: async ({ params }) => attempt(() => runs.stop(params.id)),
    getRunResult: ({ params }) => resultOf(params.id),
    compareRuns: async ({ params: { id, later } }) =>
      compareResults(await resultOf(id), await resultOf(later)),
    registerRun: async ({ body }) => attempt(() => runs.register(body)),
    reportRun: async ({ params, body }) => ({ stop: attempt(() => runs.progress(params.id, body)) }),
    addRunPart: async ({ params, body }) => {
      attempt(() => runs.addPart(params.id, body));
      return {};
    },
    endRun: ({ params, body }) => runs.end(params.id, body).catch(refused),
  };
}
