import { type Said, said } from '../../contract/texts/said.js';
import type { Transport } from '../../contract/wire/transport.js';
import type { ControlGuard } from '../api/admission.js';
import type { PublicUrl } from '../api/public-url.js';
import { refusePlainly } from '../api/refuse-plainly.js';
import { Refusal } from '../domain/refusal.js';
import { settingsRows } from '../domain/settings-collection.js';
import { takeUpKeys } from '../kept-keys.js';
import { keysOf } from '../keys-file.js';
import { sandboxDescription } from '../sandboxes/description.js';
import { sandboxKeys } from '../sandboxes/keys.js';
import { isOver, type OpenSandbox, openSandbox } from '../sandboxes/open-sandbox.js';
import { openWorlds } from '../sandboxes/open-worlds.js';
import { placeIn, refuseGone, serveIn } from '../sandboxes/serve.js';
import type { Sandbox, SandboxLimits, World, Worlds } from '../sandboxes/world.js';
import { createStellar } from '../stellar/index.js';
import type { Claim, WorldsInDatabase } from '../store/postgres/worlds.js';
import { systemClock, systemParts, systemRandom, systemTimers } from '../system.js';
import type { Watch } from '../watch.js';
import { handoverInDatabase } from './handover-in-database.js';
import { keepJournal } from './kept-journal.js';
import { leaving } from './leaving.js';
import type { OwnWorld } from './own-world.js';

const otherVersion = said(
  'its description in the database is damaged, or of another version',
  'його опис у базі даних пошкоджено, або він від іншої версії',
);

/** Sandboxes for the process that serves the root: it makes and removes them, and any process serves them. */
export function sandboxesInDatabase(worlds: WorldsInDatabase): Worlds {
  const stellar = createStellar({ networkPassphrase: '' });

  function world(sandbox: Sandbox): World {
    const { name } = sandbox;
    const keys = keysOf(sandbox.keys);
    return {
      // Requests for it do not come this way.
      serve: (_request, response) => refusePlainly(response, new Refusal('world-elsewhere')),
      async facts() {
        const stored = await worlds.read(name, (tx) => tx.get(settingsRows, 'settings'));
        keys.reset();
        if (stored) takeUpKeys(keys, stellar, stored);
        return {
          counterparty_guid: keys.counterpartyGuid,
          issuer: (await keys.issuer()).address,
          kid: keys.signing.kid,
        };
      },
      entries: async () => (await worlds.used(name)).entries,
      async used() {
        const { rows, journalBytes } = await worlds.used(name);
        return { rows, journalBytes };
      },
      served: () => worlds.used(name),
      close: async () => {},
      remove: () => worlds.remove(name),
    };
  }

  /** Those that were found, and are opened next. */
  const there = new Set<string>();

  return {
    keys: sandboxKeys(systemRandom),
    async open(sandbox, { from }) {
      const { name, forked_from } = sandbox;
      if (!there.delete(name) && !(await worlds.make(name, sandbox, from && forked_from)))
        throw new Refusal('control-conflict', { problem: `name: sandbox ${name} already exists` });
      return world(sandbox);
    },
    async kept() {
      const found = (await worlds.all()).filter(([name]) => name !== '');
      const sandboxes: Sandbox[] = [];
      const damaged: { name: string; why: Said }[] = [];
      for (const [name, about] of found) {
        const read = sandboxDescription.safeParse(about);
        there.add(name);
        if (read.success) sandboxes.push(read.data);
        else damaged.push({ name, why: otherVersion });
      }
      return { sandboxes, damaged };
    },
  };
}

export interface HostParts {
  readonly worlds: WorldsInDatabase;
  readonly report: (error: unknown) => void;
  readonly limits: SandboxLimits;
  readonly transport: Transport;
  readonly operator: ControlGuard;
  readonly publicUrl: (below: string) => PublicUrl;
  readonly watch: Watch;
}

/** Opens a sandbox in this process, which owns it. */
export async function hostSandbox(
  { worlds, limits, transport, operator, publicUrl, watch, report }: HostParts,
  name: string,
  claim: Claim,
): Promise<OwnWorld> {
  const sandbox: Sandbox = sandboxDescription.parse(await worlds.about(name));
  const { store, leave } = leaving(worlds.store(claim));
  const handover = handoverInDatabase(worlds.database, claim, systemTimers, report);
  const opening = openWorlds({
    ...systemParts,
    transport,
    watch,
    report,
    storeOf: async () => store,
    handoverOf: () => handover,
    journalOf: async (_name, journal) =>
      (await keepJournal(worlds.database, claim, journal, systemTimers)).close,
  });
  const parts = { worlds: opening, limits, clock: systemClock, operator, publicUrl };
  const opened = await openSandbox(parts, sandbox);
  const counting = countServed(worlds, opened);
  return {
    serve(request, response) {
      if (isOver(sandbox, systemClock.now())) return refuseGone(response, name);
      serveIn(opened, placeIn(request.url)?.path ?? '/', request, response);
      counting.later();
    },
    canRest: async () => !(await opened.world.hasWork?.()),
    end(lost) {
      if (lost) leave();
      else opened.world.end?.();
    },
    async close(lost) {
      await counting.close();
      // Whoever waits for a deleted one is told so.
      const gone = lost && (await worlds.about(name)) === undefined;
      await (gone ? opened.world.remove() : opened.world.close());
      await handover.close();
    },
  };
}

/** Milliseconds after which what was served is counted in the database. */
const countAfterMs = 1000;

/** What cannot be counted is counted with what follows. */
function countServed(worlds: WorldsInDatabase, opened: OpenSandbox) {
  let counted = { requests: 0, refused: 0 };
  let work = Promise.resolve();
  let cancel: (() => void) | undefined;

  async function count(): Promise<void> {
    const { requests, refused } = opened;
    const more = [requests - counted.requests, refused - counted.refused] as const;
    if (more[0] + more[1] === 0) return;
    await worlds.count(opened.sandbox.name, ...more);
    counted = { requests, refused };
  }

  function now(): Promise<void> {
    cancel?.();
    cancel = undefined;
    work = work.then(count).catch(() => {});
    return work;
  }

  return {
    later(): void {
      cancel ??= systemTimers.after(countAfterMs, () => void now());
    },
    close: now,
  };
}
