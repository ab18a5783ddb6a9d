import type { ControlOperations } from '../../contract/control/index.js';
import type { Request } from '../../contract/operation.js';
import { preparing } from '../blocked.js';
import type { Stage } from '../stage.js';

type Order = Request<ControlOperations['addFault']>['body'];

/** Faults of DCM that one scenario orders; none of them outlives it. */
export function createFaults({ dcm }: Pick<Stage, 'dcm'>) {
  const { control } = dcm;
  const ordered = new Set<string>();

  return {
    /** Has DCM make a fault in the next request that it fits. @throws {Blocked} when DCM refuses */
    async order(body: Order): Promise<void> {
      const { guid } = await preparing('order a fault', () => control.addFault({ body }));
      ordered.add(guid);
    },

    /** Clears all faults, whoever ordered them; returns the kinds of those of this scenario that never happened. */
    async end(): Promise<string[]> {
      const { faults } = await control.listFaults({});
      if (faults.length > 0) await control.clearFaults({});
      return faults.filter(({ guid }) => ordered.has(guid)).map(({ kind }) => kind);
    },
  };
}

export type Faults = ReturnType<typeof createFaults>;
