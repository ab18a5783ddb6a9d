import type { ControlOperations } from '../../contract/control/index.js';
import type { Request } from '../../contract/operation.js';
import { preparing } from '../blocked.js';
import type { Stage } from '../stage.js';

/** A fault of DCM as it is ordered. */
export type FaultOfDcm = Request<ControlOperations['addFault']>['body'];

/** The most times that one order of a fault can occur. */
const mostTimes = 1000;

/** Faults of DCM that one scenario orders; none of them outlives it. */
export function createFaults({ dcm }: Pick<Stage, 'dcm'>) {
  const { control } = dcm;
  const ordered = new Set<string>();
  let kept = false;

  /** Ends the faults that are kept, and lets go of requests that they hold. */
  async function stop(): Promise<void> {
    kept = false;
    await control.clearFaults({});
    await control.releaseHeld({ body: {} });
  }

  return {
    /** Has DCM make a fault in the next request that it fits. @throws {Blocked} when DCM refuses */
    async order(body: FaultOfDcm): Promise<void> {
      const { guid } = await preparing('order a fault', () => control.addFault({ body }));
      ordered.add(guid);
    },

    /** Has DCM make a fault in every request that it fits until `stop`; it need not occur. */
    async keep(body: FaultOfDcm): Promise<void> {
      kept = true;
      await preparing('order a fault', () => control.addFault({ body: { ...body, times: mostTimes } }));
    },

    stop,

    /** Clears all faults, whoever ordered them; returns the kinds of those of this scenario that never happened. */
    async end(): Promise<string[]> {
      if (kept) await stop();
      const { faults } = await control.listFaults({});
      if (faults.length > 0) await control.clearFaults({});
      return faults.filter(({ guid }) => ordered.has(guid)).map(({ kind }) => kind);
    },
  };
}

export type Faults = ReturnType<typeof createFaults>;
