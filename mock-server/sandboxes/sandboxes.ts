import type { z } from 'zod';
import type { OwnLimits } from '../../contract/control/sandboxes.js';
import type { KeysFile } from '../../contract/keys-file.js';
import { namedOptions, type someOptions } from '../../contract/profile/index.js';
import type { Said } from '../../contract/texts/said.js';
import type { ControlGuard } from '../api/admission.js';
import type { PublicUrl } from '../api/public-url.js';
import { hashOfToken } from '../control/token.js';
import type { Timers, WallClock } from '../domain/ports.js';
import { Refusal } from '../domain/refusal.js';
import type { Random } from '../keys.js';
import { leftAlone, whyOf } from './left-alone.js';
import { createOpenOnes } from './open-ones.js';
import { type OpenSandbox, openSandbox } from './open-sandbox.js';
import type { Sandbox, SandboxLimits, World, Worlds } from './world.js';

export interface SandboxesParts {
  readonly worlds: Worlds;
  readonly limits: SandboxLimits;
  readonly clock: WallClock;
  readonly timers: Timers;
  readonly random: Random;
  /** The guard of the whole mock. */
  readonly operator: ControlGuard;
  /** The URL of the whole mock, with what comes below it. */
  readonly publicUrl: (below: string) => PublicUrl;
  /** Called for faults of the mock. */
  readonly report: (error: unknown) => void;
}

interface Wanted {
  readonly name?: string | undefined;
  readonly ttl_s?: number | undefined;
  readonly profile?: z.infer<typeof someOptions> | undefined;
  readonly keys?: KeysFile | undefined;
  readonly seed?: string | undefined;
  readonly limits?: OwnLimits | undefined;
}

const conflict = (problem: string) => new Refusal('control-conflict', { problem });

const notFound = (name: string) => new Refusal('control-unknown', { thing: `sandbox ${name}` });

/** The sandboxes of a mock: what they are, and who is asked for when one of them is called. */
export async function createSandboxes(parts: SandboxesParts) {
  const { worlds, limits, clock, timers, random, report } = parts;
  const open = createOpenOnes({ clock, timers, report });
  /** Names of those that are being made, or whose remains are being removed. */
  const taken = new Set<string>();
  /** Names of those that could not be opened. */
  const damaged = new Set<string>();

  const hex = (bytes: number) => Buffer.from(random(bytes)).toString('hex');

  async function take(sandbox: Sandbox, from?: World): Promise<OpenSandbox> {
    const opened = await openSandbox(parts, sandbox, from && { from });
    open.enter(opened);
    return opened;
  }

  /** @throws {Refusal} */
  function find(name: string): OpenSandbox {
    const found = open.get(name);
    if (damaged.has(name)) throw new Refusal('sandbox-damaged', { name });
    if (!found || open.isOver(found)) throw notFound(name);
    return found;
  }

  async function make({ name = `sandbox-${hex(4)}`, ttl_s, ...wanted }: Wanted, from?: OpenSandbox) {
    open.sweep();
    if (damaged.has(name))
      throw conflict(`name: sandbox ${name} already exists, and is damaged; delete it first`);
    if (open.has(name) || taken.has(name)) throw conflict(`name: sandbox ${name} already exists`);
    if (limits.most === 0) throw conflict('this mock was started without sandboxes: --sandboxes 0');
    if (open.size + taken.size + damaged.size >= limits.most)
      throw conflict(`no more sandboxes: this mock may have ${limits.most} (--sandboxes); delete one first`);
    taken.add(name);
    try {
      await open.gone(name);
      if (open.has(name)) throw conflict(`name: sandbox ${name} already exists`);
      const token = hex(24);
      const viewerToken = hex(24);
      const now = clock.now();
      const sandbox: Sandbox = {
        name,
        keys: from?.sandbox.keys ?? (await worlds.keys(wanted.keys)),
        profile: from?.sandbox.profile ?? namedOptions(wanted.profile ?? {}),
        seed: from?.sandbox.seed ?? wanted.seed ?? hex(6),
        token_sha256: hashOfToken(token).toString('hex'),
        viewer_token_sha256: hashOfToken(viewerToken).toString('hex'),
        created_at: new Date(now).toISOString(),
        expires_at: ttl_s === undefined ? '' : new Date(now + ttl_s * 1000).toISOString(),
        forked_from: from?.sandbox.name ?? '',
        limits: { ...from?.sandbox.limits, ...wanted.limits },
      };
      const made = await take(sandbox, from?.world).catch((error: unknown) => {
        throw from && open.get(from.sandbox.name) !== from ? notFound(from.sandbox.name) : error;
      });
      open.sweep();
      return { made, token, viewerToken };
    } finally {
      taken.delete(name);
    }
  }

  // One that is damaged must not keep the mock and the others from starting.
  const leaveAlone = (name: string, why: Said) => {
    damaged.add(name);
    report(leftAlone(name, why));
  };
  const kept = await worlds.kept();
  for (const { name, why } of kept.damaged) leaveAlone(name, why);
  for (const sandbox of kept.sandboxes)
    await take(sandbox).catch((error: unknown) => leaveAlone(sandbox.name, whyOf(error)));
  open.sweep();

  /** Removes one that could not be opened; if that fails, it stays. */
  async function discard(name: string): Promise<void> {
    damaged.delete(name);
    taken.add(name);
    try {
      await worlds.discard(name);
    } catch (error) {
      damaged.add(name);
      throw error;
    } finally {
      taken.delete(name);
    }
  }

  return {
    most: limits.most,
    list: open.list,
    find,
    /** The sandbox of a request, if there is one; no error for others. */
    at: (name: string) => open.get(name),
    isDamaged: (name: string) => damaged.has(name),
    /** Names of those that could not be opened. */
    damaged: () => [...damaged].sort(),
    create: (wanted: Wanted) => make(wanted),
    fork: (name: string, wanted: Pick<Wanted, 'name' | 'ttl_s' | 'limits'>) => make(wanted, find(name)),
    remove: (name: string) => (damaged.has(name) ? discard(name) : open.remove(find(name))),
    close: open.close,
  };
}

export type Sandboxes = Awaited<ReturnType<typeof createSandboxes>>;
