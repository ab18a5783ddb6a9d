import type { KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { inOurWords } from '../../contract/in-our-words.js';
import { readJson } from '../../contract/read-json.js';
import { type Said, said } from '../../contract/texts/said.js';
import { partInUkrainian } from '../../contract/texts/said-by-dcm/index.js';
import type { Transport } from '../../contract/wire/transport.js';
import { createMock } from '../app.js';
import { spellingHeaders } from '../bank/header-names.js';
import { allCollections } from '../domain/collections.js';
import type { Timers, WallClock } from '../domain/ports.js';
import { allRows, replaceRows } from '../domain/rows.js';
import type { Store } from '../domain/store.js';
import type { Handover } from '../handover.js';
import type { Journal } from '../journal/journal.js';
import { type Random, signingKeysAhead } from '../keys.js';
import { keysOf } from '../keys-file.js';
import { createProfileHolder } from '../profile-holder.js';
import { createStellar } from '../stellar/index.js';
import { createRestingStore, type RestingStore } from '../store/resting.js';
import { whenUnused } from '../unused.js';
import type { Watch } from '../watch.js';
import { bounded } from './bounded.js';
import { sandboxDescription } from './description.js';
import { sandboxKeys } from './keys.js';
import type { Opening, Sandbox, World, Worlds } from './world.js';

export interface WorldsParts {
  readonly clock: WallClock;
  readonly timers: Timers;
  readonly random: Random;
  /** Where their signing keys come from. */
  readonly nextKey?: () => Promise<KeyObject>;
  readonly newRequestId: () => string;
  readonly transport: Transport;
  /** Where they are kept, a folder each; in memory only without it. */
  readonly folder?: string;
  /** Where the rows of each are, if it is neither. */
  readonly storeOf?: (name: string) => Promise<Store>;
  /** Where what lives in the memory of each is kept for the next process. */
  readonly handoverOf?: (name: string) => Handover;
  /** Continues what is kept of the journal of each; what it returns keeps the rest when the world is closed. */
  readonly journalOf?: (name: string, journal: Journal) => Promise<() => Promise<void>>;
  /** Where each is added that is opened. */
  readonly watch?: Watch;
  /** Milliseconds after which what nobody uses is put aside: pages, and rows in memory; a minute by default. */
  readonly restAfterMs?: number;
  readonly report: (error: unknown) => void;
}

const descriptionIn = (folder: string) => join(folder, 'sandbox.json');

/** Written last: a folder without it is one that was never finished. */
async function describe(folder: string, sandbox: Sandbox): Promise<void> {
  const aside = `${descriptionIn(folder)}.tmp`;
  await writeFile(aside, JSON.stringify(sandbox), { mode: 0o600 });
  await rename(aside, descriptionIn(folder));
}

/** What is wrong with a description, and what to do. */
function damageOf(file: string, issue: z.core.$ZodIssue | undefined): Said {
  const { path = ['name'], message = 'not the name of its folder' } = issue ?? {};
  const member = path.join('.');
  const [en, uk] = [message, partInUkrainian(message) ?? message].map((problem) =>
    member === '' ? problem : `${member}: ${problem}`,
  );
  return said(
    `${file} is damaged, or of another version (${en}): restore it from a backup or delete its folder, and start the mock again`,
    `${file} пошкоджено, або він від іншої версії (${uk}): відновіть його з резервної копії чи видаліть його теку та запустіть імітатор знову`,
  );
}

/** Worlds in memory, or in a folder. */
export function openWorlds(parts: WorldsParts): Worlds {
  const {
    clock,
    timers,
    random,
    transport,
    folder,
    report,
    nextKey = signingKeysAhead(),
    restAfterMs = 60_000,
  } = parts;

  async function storeIn(own: string | undefined, name: string): Promise<Store | RestingStore> {
    if (parts.storeOf) return parts.storeOf(name);
    if (own === undefined) return createRestingStore(allCollections, { timers, afterMs: restAfterMs });
    // What is there was never finished.
    if (!existsSync(descriptionIn(own))) await rm(own, { recursive: true, force: true });
    await mkdir(own, { recursive: true, mode: 0o700 });
    const { openFileStore } = await import('../store/file.js');
    return openFileStore({
      file: join(own, 'state.json'),
      collections: allCollections,
      timers,
      clock,
      report,
      turned: () => {},
    });
  }

  async function open(sandbox: Sandbox, { guard, publicUrl, from, limits }: Opening): Promise<World> {
    const own = folder === undefined ? undefined : join(folder, sandbox.name);
    const keys = keysOf(sandbox.keys, nextKey);
    const engine = await storeIn(own, sandbox.name);
    const rows = await from?.rows?.();
    if (rows) await engine.write((tx) => replaceRows(tx, rows));
    const profile = createProfileHolder(sandbox.profile);
    const store = await bounded(engine, limits.rows);
    const mock = await createMock({
      store,
      keys,
      stellar: createStellar({ networkPassphrase: () => profile.now().network_passphrase }),
      clock,
      timers,
      seed: sandbox.seed,
      newRequestId: parts.newRequestId,
      transport: spellingHeaders(transport, profile.now),
      profile,
      handover: parts.handoverOf?.(sandbox.name),
      journalBytes: limits.journalBytes,
      guard,
      publicUrl,
      report,
    });
    const keepJournal = await parts.journalOf?.(sandbox.name, mock.journal);
    const { journal, audit, domain } = mock;
    parts.watch?.add({ sandbox: sandbox.name, journal, audit, deliveries: domain.deliveries });
    mock.resume();
    if (own !== undefined) await describe(own, sandbox);
    const unused = whenUnused({ timers, afterMs: restAfterMs }, mock.forgetPages);
    const close = async (gone?: string) => {
      unused.stop();
      mock.journal.close(gone);
      if ('forgo' in engine) engine.forgo();
      mock.domain.center.ledgerClock.stop();
      await keepJournal?.();
      await mock.close();
    };
    return {
      serve(request, response) {
        unused.use();
        mock.app(request, response);
      },
      facts: async () => ({
        counterparty_guid: keys.counterpartyGuid,
        issuer: (await keys.issuer()).address,
        kid: keys.signing.kid,
      }),
      entries: () => mock.journal.recorded,
      used: () => ({ rows: store.rows(), journalBytes: mock.journal.bytes }),
      end: () => journal.close(),
      hasWork: async () => (await domain.deliveries.waiting()).pending > 0,
      async rows() {
        await mock.remember();
        return allRows(engine);
      },
      close: () => close(),
      async remove() {
        await close(`sandbox ${sandbox.name} is gone: it was deleted, or its time is over`);
        if (own !== undefined) await rm(own, { recursive: true, force: true });
      },
    };
  }

  return {
    keys: sandboxKeys(random, nextKey),
    open,
    async kept() {
      const sandboxes: Sandbox[] = [];
      const damaged: { name: string; why: Said }[] = [];
      for (const name of folder === undefined ? [] : await readdir(folder).catch(() => [])) {
        const file = descriptionIn(join(folder ?? '', name));
        const text = await readFile(file, 'utf8').catch(() => undefined);
        if (text === undefined) continue;
        const read = sandboxDescription.safeParse(readJson(text), inOurWords);
        if (read.success && read.data.name === name) sandboxes.push(read.data);
        else damaged.push({ name, why: damageOf(file, read.error?.issues[0]) });
      }
      sandboxes.sort((a, b) => a.created_at.localeCompare(b.created_at));
      return { sandboxes, damaged };
    },
  };
}
