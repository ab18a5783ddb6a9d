import type { Transport } from '../../contract/wire/transport.js';
import { createPublicUrl } from '../api/public-url.js';
import { controlGuard } from '../control/guard.js';
import type { DcmKeys } from '../keys.js';
import type { Mock } from '../parts.js';
import { openRoot } from '../root.js';
import { keptRunsIn } from '../runs/kept-runs.js';
import type { StartOptions } from '../start-options.js';
import type { Claim, WorldsInDatabase } from '../store/postgres/worlds.js';
import { systemRandom, systemTimers } from '../system.js';
import type { Watch } from '../watch.js';
import { handoverInDatabase } from './handover-in-database.js';
import { keepJournal } from './kept-journal.js';
import { rootWorld } from './keys-of-database.js';
import { leaving } from './leaving.js';
import type { OwnWorld } from './own-world.js';
import { runsInDatabase } from './runs-in-database.js';
import { hostSandbox, sandboxesInDatabase } from './sandboxes.js';

export interface WorldOpenerParts {
  readonly options: StartOptions & {
    /** Called when this process begins to serve the root; what it gives back is called when that ends. */
    readonly opened?: (mock: Mock) => () => void;
  };
  readonly worlds: WorldsInDatabase;
  /** The keys of the root, anew for each time that it is opened. */
  readonly readKeys: () => Promise<DcmKeys>;
  readonly seed: string;
  readonly transport: Transport;
  readonly watch: Watch;
  readonly report: (error: unknown) => void;
}

/** Opens worlds that this process owns: the root, or a sandbox. */
export function worldOpener({ options, worlds, readKeys, seed, transport, watch, report }: WorldOpenerParts) {
  const publicUrl = (below: string) => createPublicUrl(options.publicUrl, below, options.trustedProxies);
  const operator = controlGuard(options, publicUrl(''));
  const { sandboxes: limits } = options;

  async function root(claim: Claim): Promise<OwnWorld> {
    const { store, leave } = leaving(worlds.store(claim));
    const handover = handoverInDatabase(worlds.database, claim, systemTimers, report);
    const mock = await openRoot(options, {
      store,
      handover,
      keys: await readKeys(),
      seed,
      transport,
      watch,
      keptRuns: keptRunsIn(runsInDatabase(worlds.database, claim.world), report),
      ...(limits && { sandboxes: { worlds: sandboxesInDatabase(worlds), limits, random: systemRandom } }),
      report,
    });
    const kept = await keepJournal(worlds.database, claim, mock.journal, systemTimers);
    const ended = options.opened?.(mock);
    mock.resume();
    return {
      serve: mock.app,
      end(lost) {
        if (lost) leave();
        mock.journal.close();
      },
      async close() {
        ended?.();
        if (mock.runs.busy) await mock.runs.close();
        mock.domain.center.ledgerClock.stop();
        await kept.close();
        await mock.close();
        await handover.close();
      },
    };
  }

  return (name: string, claim: Claim): Promise<OwnWorld> =>
    name === rootWorld || !limits
      ? root(claim)
      : hostSandbox({ worlds, limits, transport, operator, publicUrl, watch, report }, name, claim);
}
