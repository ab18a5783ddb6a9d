import type { FaultOrder } from '../../contract/control/faults.js';
import type { Chance } from './ports.js';

export type Fault = FaultOrder & { readonly guid: string };

/** Faults ordered by the control API, each taken by the next request that it fits. In memory only. */
export function createFaults(chance: Chance) {
  let faults: Fault[] = [];

  return {
    add(order: FaultOrder): Fault {
      const fault = { ...order, guid: chance.uuid('fault', 'v4') };
      faults.push(fault);
      return fault;
    },

    /** The fault of this kind that is due, for the operation where the kind has one; it has happened then. */
    take(kind: Fault['kind'], operation?: string): Fault | undefined {
      const found = faults.find(
        (one) => one.kind === kind && (operation === undefined || (one.operation ?? operation) === operation),
      );
      if (!found) return undefined;
      const left = { ...found, times: found.times - 1 };
      faults = faults.flatMap((one) => (one !== found ? [one] : left.times > 0 ? [left] : []));
      return found;
    },

    list: (): readonly Fault[] => faults,

    clear(): void {
      faults = [];
    },
  };
}

export type Faults = ReturnType<typeof createFaults>;
