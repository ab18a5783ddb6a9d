import type { faultOperations } from '../../contract/control/faults.js';
import type { Handlers } from '../api/handler.js';
import type { Fault } from '../domain/faults.js';
import type { Domain } from '../domain/index.js';

const view = <Shown extends Fault>(fault: Shown) => ({ ...fault, hits: [...fault.hits] });

/** Faults: order, hold, release and remove them. */
export function faultHandlers({ center: { faults } }: Domain): Handlers<typeof faultOperations> {
  return {
    addFault: async ({ body }) => view(faults.add(body)),
    listFaults: async () => ({
      faults: faults.list().map(view),
      ended: faults.ended().map(view),
      held: faults.held(),
    }),
    awaitHeld: async ({ body }) => ({ held: await faults.awaitHeld(body.timeout_ms) }),
    releaseHeld: async () => ({ released: faults.release() }),
    removeFault: async ({ params }) => {
      faults.remove(params.guid);
      return {};
    },
    clearFaults: async () => {
      faults.clear();
      return {};
    },
  };
}
