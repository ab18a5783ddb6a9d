import { systemClock } from '../../mock-server/system.js';
import type { Scheme } from '../../steps/stage.js';
import type { WalkState } from '../../steps/walk/memory.js';
import type { BankStage } from '../bank-stage.js';
import type { RunFile } from './file.js';
import type { Earlier, Part, Said, Spoiled } from './parts.js';

/** A run as it stands: everything recorded, and the checks so far of scenarios in progress. */
export interface Running extends Said {
  readonly scheme: Scheme;
  readonly underWay: readonly Omit<Spoiled, 'scheme'>[];
}

/** Records a run as it proceeds, so that another process can resume it. */
export interface Recorder {
  keep(walk: () => WalkState, next: string, running: Running): Promise<void>;
  /** The run ends early: records what there is, synchronously. Returns whether the run can be resumed. */
  interrupted(running: Running | undefined): boolean;
  /** The run is complete: nothing more is recorded. */
  done(): void;
}

const lists = ['scenarios', 'messages', 'measured', 'refusals', 'secrets', 'ordersAmiss'] as const;
const none: Said = {
  scenarios: [],
  messages: [],
  measured: [],
  refusals: [],
  secrets: [],
  ordersAmiss: [],
};

const now = () => new Date(systemClock.now()).toISOString();

/**
 * @param earlier the run that is resumed
 * @param complain called once if recording fails, and the run continues without it; or if the file of a finished run
 *   cannot be removed
 */
export function createRecorder(
  stage: Pick<BankStage, 'chronicle' | 'customersTaken' | 'dcm' | 'seed'>,
  file: RunFile,
  earlier: Earlier | undefined,
  complain: (what: 'cannot' | 'stays', problem: string) => void,
): Recorder {
  const { chronicle, customersTaken = () => 0, dcm, seed } = stage;
  const begunMs = systemClock.now();
  const lengths = Object.fromEntries(lists.map((name) => [name, (earlier ?? none)[name].length]));
  const first: Part =
    earlier === undefined
      ? { kind: 'begun', at: now(), agent: dcm.agent, port: Number(new URL(dcm.baseUrl).port), seed }
      : { kind: 'resumed', at: now() };
  let introduced = false;
  /** Nothing more is recorded. */
  let over = false;
  /** Another process can resume from what is recorded. */
  let left = false;
  let walked: (() => WalkState) | undefined;

  /** What is new since the last time. */
  const since = (said: Said): Said =>
    Object.fromEntries(lists.map((name) => [name, said[name].slice(lengths[name])])) as unknown as Said;

  function add(part: Part, said: Said): void {
    file.add(introduced ? [part] : [first, part]);
    introduced = true;
    for (const name of lists) lengths[name] = said[name].length;
  }

  function trying(work: () => void): void {
    try {
      work();
    } catch (error) {
      over = true;
      complain('cannot', error instanceof Error ? error.message : String(error));
      // An incomplete file must not be taken for a complete one; the file of an earlier run is complete.
      try {
        if (introduced) file.remove();
      } catch {
        // The file cannot be read without its missing lines anyway.
      }
    }
  }

  return {
    async keep(walk, next, running) {
      walked = walk;
      // A run without a finished scenario is not worth resuming, nor replacing an earlier one.
      if (over || chronicle === undefined || running.scenarios.length === 0) return;
      const mock = await chronicle.next().catch((error: Error) => error);
      if (over) return;
      trying(() => {
        if (mock instanceof Error) throw mock;
        const ms = systemClock.now() - begunMs;
        add(
          { kind: 'kept', ...since(running), mock, walk: walk(), customers: customersTaken(), next, ms },
          running,
        );
      });
    },

    interrupted(running) {
      if (over) return left;
      if (introduced && running && chronicle && walked) {
        const state = walked();
        trying(() => {
          const { scenarios, messages: _messages, ...heard } = since(running);
          const { scheme, underWay } = running;
          const spoiled = [
            ...underWay,
            // These have finished, but their results are not recorded yet.
            ...scenarios.map(({ place = '', checks }) => ({ place, checks })),
          ]
            .map(({ place, checks }) => ({ scheme, place, checks: checks.filter(({ ok }) => !ok) }))
            .filter(({ checks }) => checks.length > 0);
          const confirms = state.maps.confirmsOrdered ?? [];
          const ms = systemClock.now() - begunMs;
          add({ kind: 'interrupted', ...heard, mock: chronicle.heard(), confirms, spoiled, ms }, running);
        });
      }
      left = !over && (introduced || earlier !== undefined);
      // Scenarios that run while the stage closes fail because of that, which means nothing.
      over = true;
      return left;
    },

    done() {
      over = true;
      left = false;
      try {
        file.remove();
      } catch (error) {
        // The verdict stands; resuming the run reports that it is complete, or runs it again.
        complain('stays', error instanceof Error ? error.message : String(error));
      }
    },
  };
}
