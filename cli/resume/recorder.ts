import { systemClock } from '../../mock-server/system.js';
import type { Scheme } from '../../steps/stage.js';
import type { WalkState } from '../../steps/walk/memory.js';
import type { BankStage } from '../bank-stage.js';
import type { RunFile } from './file.js';
import type { Earlier, Part, Said, Spoiled } from './parts.js';

/** A run as it stands: all that was said, and what checks say in scenarios that are under way. */
export interface Running extends Said {
  readonly scheme: Scheme;
  readonly underWay: readonly Omit<Spoiled, 'scheme'>[];
}

/** Keeps a run as it goes on, so that another process can go on with it. */
export interface Recorder {
  keep(walk: () => WalkState, next: string, running: Running): Promise<void>;
  /** The run is ended early: keeps what there is, at once. Answers whether it can be resumed. */
  interrupted(running: Running | undefined): boolean;
  /** The run has come to its end: nothing is kept any more. */
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
 * @param complain told once when nothing can be kept: the run goes on without it
 */
export function createRecorder(
  stage: Pick<BankStage, 'chronicle' | 'customersTaken' | 'dcm' | 'seed'>,
  file: RunFile,
  earlier: Earlier | undefined,
  complain: (problem: string) => void,
): Recorder {
  const { chronicle, customersTaken = () => 0, dcm, seed } = stage;
  const begunMs = systemClock.now();
  const lengths = Object.fromEntries(lists.map((name) => [name, (earlier ?? none)[name].length]));
  const first: Part =
    earlier === undefined
      ? { kind: 'begun', at: now(), agent: dcm.agent, port: Number(new URL(dcm.baseUrl).port), seed }
      : { kind: 'resumed', at: now() };
  let introduced = false;
  /** Nothing is kept any more. */
  let over = false;
  /** Another process can go on with what is kept. */
  let left = false;
  let walked: (() => WalkState) | undefined;

  /** What has come since the last time. */
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
      complain(error instanceof Error ? error.message : String(error));
      // What is not whole must not be taken for it; an earlier run's file is.
      try {
        if (introduced) file.remove();
      } catch {
        // It cannot be read without the lines that are missing either.
      }
    }
  }

  return {
    async keep(walk, next, running) {
      walked = walk;
      // What has made no scenario come to an end is not worth going on with, nor taking an earlier run's place.
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
            // It has ended, and what it has left is not kept yet.
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
      // Scenarios go on while the stage is taken down, and fail by that: they say nothing.
      over = true;
      return left;
    },

    done() {
      over = true;
      left = false;
      try {
        file.remove();
      } catch (error) {
        // The verdict stands; whoever resumes the run is told that it is complete, or runs it again.
        complain(error instanceof Error ? error.message : String(error));
      }
    },
  };
}
