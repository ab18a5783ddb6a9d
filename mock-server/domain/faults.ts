import type { FaultMatch, FaultOrder } from '../../contract/control/faults.js';
import { isSame } from '../../contract/same.js';
import type { Chance, Timers } from './ports.js';
import { Refusal } from './refusal.js';

export const mostFaults = 1000;
/** Faults that are over and still shown, and exchanges that are named of each. */
export const mostShown = { ended: 50, hits: 20 } as const;

export type Fault = FaultOrder & {
  readonly guid: string;
  /** How often it has happened. */
  readonly happened: number;
  /** Journal numbers of the newest requests that it happened to. */
  readonly hits: readonly number[];
};

export type EndedFault = Fault & { readonly ended: 'used-up' | 'removed' };

/** What a fault could happen to: a request, or what DCM sends because of one. */
export interface Occasion {
  /** Journal number of the request. */
  readonly seq: number;
  readonly operation?: string | undefined;
  readonly body?: unknown;
}

function fits(match: FaultMatch, body: unknown): boolean {
  const members = Object.entries(match);
  if (typeof body !== 'object' || body === null) return false;
  return members.every(([name, value]) => isSame(value, Reflect.get(body, name)));
}

/** What remains of faults when the process ends. */
export interface FaultsLeft {
  readonly faults: readonly Fault[];
  readonly ended: readonly EndedFault[];
}

/**
 * Faults ordered by the control API, each used by the next request that matches it.
 * @param changed called when the list has changed
 */
export function createFaults(chance: Chance, timers: Timers, changed: () => void = () => {}) {
  let faults: Fault[] = [];
  let ended: EndedFault[] = [];
  const held = new Set<() => void>();
  const curious = new Set<() => void>();

  /** Those that did something stay visible for a while. */
  function end(over: readonly Fault[], why: EndedFault['ended']): void {
    const seen = over.filter(({ happened }) => happened > 0).map((fault) => ({ ...fault, ended: why }));
    ended = [...ended, ...seen].slice(-mostShown.ended);
  }

  return {
    /** @throws {Refusal} `control-conflict` if too many are waiting */
    add(order: FaultOrder): Fault {
      if (faults.length >= mostFaults) {
        throw new Refusal('control-conflict', { problem: `${mostFaults} faults are already waiting` });
      }
      const fault = { ...order, guid: chance.uuid('fault', 'v4'), happened: 0, hits: [] };
      faults.push(fault);
      changed();
      return fault;
    },

    /** Takes the due fault of this kind that fits the occasion; it counts as happened. */
    take(kind: Fault['kind'], { seq, operation, body }: Occasion): Fault | undefined {
      const found = faults.find(
        (fault) =>
          fault.kind === kind &&
          (operation === undefined || (fault.operation ?? operation) === operation) &&
          (fault.match === undefined || fits(fault.match, body)),
      );
      if (!found) return undefined;
      const left = {
        ...found,
        times: found.times - 1,
        happened: found.happened + 1,
        hits: [...found.hits, seq].slice(-mostShown.hits),
      };
      faults = faults.flatMap((fault) => (fault !== found ? [fault] : left.times > 0 ? [left] : []));
      if (left.times === 0) end([left], 'used-up');
      changed();
      return found;
    },

    /** Waits until it is released, or for so many milliseconds. */
    hold(ms: number): Promise<void> {
      return new Promise((resolve) => {
        const go = () => {
          cancel();
          held.delete(go);
          changed();
          resolve();
        };
        const cancel = timers.after(ms, go);
        held.add(go);
        for (const look of [...curious]) look();
      });
    },

    /** The number of held requests, as soon as there is one or the time is over. */
    awaitHeld(timeoutMs: number): Promise<number> {
      if (held.size > 0 || timeoutMs === 0) return Promise.resolve(held.size);
      return new Promise((resolve) => {
        const look = () => {
          cancel();
          curious.delete(look);
          resolve(held.size);
        };
        const cancel = timers.after(timeoutMs, look);
        curious.add(look);
      });
    },

    /** Releases all requests; returns how many there were. */
    release(): number {
      const all = [...held];
      for (const go of all) go();
      return all.length;
    },

    list: (): readonly Fault[] => faults,
    /** Those that are over and have happened, newest first; at most `mostShown.ended`. */
    ended: (): readonly EndedFault[] => ended.toReversed(),
    /** The number of requests that are held. */
    held: (): number => held.size,

    /** @throws {Refusal} `control-unknown` for one that is not waiting any more */
    remove(guid: string): void {
      const found = faults.find((fault) => fault.guid === guid);
      if (!found) throw new Refusal('control-unknown', { thing: 'fault' });
      faults = faults.filter((fault) => fault !== found);
      end([found], 'removed');
      changed();
    },

    clear(): void {
      end(faults, 'removed');
      faults = [];
      changed();
    },

    left: (): FaultsLeft => ({ faults, ended }),
    /** Continues with what an earlier process has left. */
    takeUp(left: FaultsLeft): void {
      faults = [...left.faults];
      ended = [...left.ended];
    },

    /** Clears them, and forgets what has happened. */
    forget(): void {
      faults = [];
      ended = [];
      changed();
    },
  };
}

export type Faults = ReturnType<typeof createFaults>;
