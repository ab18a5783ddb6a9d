import type { faultOperations } from '../../contract/control/faults.js';
import type { Handlers } from '../api/handler.js';
import type { Domain } from '../domain/index.js';

/** Faults: order, hold, release and remove them. */
export function faultHandlers({ center: { faults } }: Domain): Handlers<typeof faultOperations> {
  return {
    addFault: async ({ body }) => faults.add(body),
    listFaults: async () => ({ faults: [...faults.list()] }),
    awaitHeld: async ({ body }) => ({ held: await faults.awaitHeld(body.timeout_ms) }),
    releaseHeld: async () => ({ released: faults.release() }),
    clearFaults: async () => {
      faults.clear();
      return {};
    },
  };
}
