import { type Resting, whenUnused } from '../unused.js';
import type { OwnWorld } from './own-world.js';

/** A world that can be closed while nobody uses it. */
type CanRest = OwnWorld & { readonly canRest: () => Promise<boolean> };

/**
 * A world that is put aside once no request was under way in it for a while, neither a wait for something nor a page
 * that shows what happens.
 *
 * @param putAside closes it; what comes from then on does not reach it
 */
export function restingWorld(
  { serve, canRest, close }: CanRest,
  resting: Resting,
  putAside: () => Promise<void>,
  report: (error: unknown) => void,
): OwnWorld {
  let underWay = 0;
  const unused = whenUnused(resting, () => void rest().catch(report));

  async function rest(): Promise<void> {
    const can = underWay === 0 && (await canRest().catch(() => false));
    if (can && underWay === 0) await putAside();
    else unused.use();
  }

  return {
    serve(request, response) {
      underWay += 1;
      unused.use();
      response.once('close', () => {
        underWay -= 1;
      });
      serve(request, response);
    },
    close(lost) {
      unused.stop();
      return close(lost);
    },
  };
}
