import type { KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { keysFile } from '../../contract/keys-file.js';
import { readJson } from '../../contract/read-json.js';
import type { Transport } from '../../contract/wire/transport.js';
import { createMock } from '../app.js';
import { spellingHeaders } from '../bank/header-names.js';
import { allCollections } from '../domain/collections.js';
import type { Timers, WallClock } from '../domain/ports.js';
import { Refusal } from '../domain/refusal.js';
import { allRows, replaceRows } from '../domain/rows.js';
import type { Store } from '../domain/store.js';
import { type Random, signingKeysAhead } from '../keys.js';
import { keysOf, newKeysFile } from '../keys-file.js';
import { createProfileHolder } from '../profile-holder.js';
import { createStellar } from '../stellar/index.js';
import { createMemoryStore } from '../store/memory.js';
import type { Watch } from '../watch.js';
import { bounded } from './bounded.js';
import type { Opening, Sandbox, SandboxLimits, World, Worlds } from './world.js';

export interface WorldsParts {
  readonly limits: SandboxLimits;
  readonly clock: WallClock;
  readonly timers: Timers;
  readonly random: Random;
  /** Where their signing keys come from. */
  readonly nextKey?: () => Promise<KeyObject>;
  readonly newRequestId: () => string;
  readonly transport: Transport;
  /** Where they are kept, a folder each; in memory only without it. */
  readonly folder?: string;
  /** Where each is added that is opened. */
  readonly watch?: Watch;
  readonly report: (error: unknown) => void;
}

const kept = z.object({
  name: z.string(),
  keys: keysFile,
  profile: z.record(z.string(), z.unknown()),
  seed: z.string(),
  token_sha256: z.string(),
  created_at: z.string(),
  expires_at: z.string(),
  forked_from: z.string(),
});

const descriptionIn = (folder: string) => join(folder, 'sandbox.json');

/** Written last: a folder without it is one that was never finished. */
async function describe(folder: string, sandbox: Sandbox): Promise<void> {
  const aside = `${descriptionIn(folder)}.tmp`;
  await writeFile(aside, JSON.stringify(sandbox), { mode: 0o600 });
  await rename(aside, descriptionIn(folder));
}

/** Worlds in memory, or in a folder. */
export function openWorlds(parts: WorldsParts): Worlds {
  const { limits, clock, timers, random, transport, folder, report, nextKey = signingKeysAhead() } = parts;
  const { keyPair } = createStellar({ networkPassphrase: () => '' });

  async function storeIn(own: string | undefined): Promise<Store> {
    if (own === undefined) return createMemoryStore(allCollections);
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

  async function open(sandbox: Sandbox, { guard, publicUrl, rows }: Opening): Promise<World> {
    const own = folder === undefined ? undefined : join(folder, sandbox.name);
    const keys = keysOf(sandbox.keys, nextKey);
    if (!keys) throw new Refusal('control-conflict', { problem: 'keys: the signing key is damaged' });
    const engine = await storeIn(own);
    if (rows) await engine.write((tx) => replaceRows(tx, rows));
    const profile = createProfileHolder(sandbox.profile);
    const mock = await createMock({
      store: await bounded(engine, limits.rows),
      keys,
      stellar: createStellar({ networkPassphrase: () => profile.now().network_passphrase }),
      clock,
      timers,
      seed: sandbox.seed,
      newRequestId: parts.newRequestId,
      transport: spellingHeaders(transport, profile.now),
      profile,
      journalBytes: limits.journalBytes,
      guard,
      publicUrl,
      report,
    });
    parts.watch?.add({ sandbox: sandbox.name, journal: mock.journal, deliveries: mock.domain.deliveries });
    mock.resume();
    if (own !== undefined) await describe(own, sandbox);
    const close = async () => {
      mock.journal.close();
      mock.domain.center.ledgerClock.stop();
      await mock.close();
    };
    return {
      serve: mock.app,
      facts: async () => ({
        counterparty_guid: keys.counterpartyGuid,
        issuer: (await keys.issuer()).address,
        kid: keys.signing.kid,
      }),
      entries: () => mock.journal.recorded,
      async rows() {
        await mock.remember();
        return allRows(engine);
      },
      close,
      async remove() {
        await close();
        if (own !== undefined) await rm(own, { recursive: true, force: true });
      },
    };
  }

  return {
    keys: () => newKeysFile(random, keyPair, nextKey()),
    open,
    async kept() {
      if (folder === undefined) return [];
      const found: Sandbox[] = [];
      for (const name of await readdir(folder).catch(() => [])) {
        const own = join(folder, name);
        const text = await readFile(descriptionIn(own), 'utf8').catch(() => undefined);
        if (text === undefined) continue;
        const read = kept.safeParse(readJson(text));
        if (read.success) found.push(read.data);
        else report(new Error(`${own} is no sandbox of this version; it is left alone`));
      }
      return found.sort((a, b) => a.created_at.localeCompare(b.created_at));
    },
  };
}
