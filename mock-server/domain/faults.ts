import type { FaultOrder } from '../../contract/control/faults.js';
import type { Chance, Timers } from './ports.js';
import { Refusal } from './refusal.js';

export const mostFaults = 1000;

export type Fault = FaultOrder & { readonly guid: string };

/**
 * Faults ordered by the control API, each used by the next request that matches it. In memory only.
 * @param changed called when the list has changed
 */
export function createFaults(chance: Chance, timers: Timers, changed: () => void = () => {}) {
  let faults: Fault[] = [];
  const held = new Set<() => void>();
  const curious = new Set<() => void>();

  return {
    /** @throws {Refusal} `control-conflict` if too many are waiting */
    add(order: FaultOrder): Fault {
      if (faults.length >= mostFaults) {
        throw new Refusal('control-conflict', { problem: `${mostFaults} faults are already waiting` });
      }
      const fault = { ...order, guid: chance.uuid('fault', 'v4') };
      faults.push(fault);
      changed();
      return fault;
    },

    /** Takes the due fault of this kind (and for this operation, if the kind has one); it counts as happened. */
    take(kind: Fault['kind'], operation?: string): Fault | undefined {
      const found = faults.find(
        (fault) =>
          fault.kind === kind && (operation === undefined || (fault.operation ?? operation) === operation),
      );
      if (!found) return undefined;
      const left = { ...found, times: found.times - 1 };
      faults = faults.flatMap((fault) => (fault !== found ? [fault] : left.times > 0 ? [left] : []));
      changed();
      return found;
    },

    /** Waits until it is released, or for so many milliseconds. */
    hold(ms: number): Promise<void> {
      return new Promise((resolve) => {
        const go = () => {
          cancel();
          held.delete(go);
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

    clear(): void {
      faults = [];
      changed();
    },
  };
}

export type Faults = ReturnType<typeof createFaults>;
