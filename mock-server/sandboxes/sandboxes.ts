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
import { isOver as isOverAt, type OpenSandbox, openSandbox } from './open-sandbox.js';
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

/** Milliseconds after which is looked again; timers of Node cannot wait for a month. */
const longestWaitMs = 3_600_000;

const conflict = (problem: string) => new Refusal('control-conflict', { problem });

/** The sandboxes of a mock: what they are, and who is asked for when one of them is called. */
export async function createSandboxes(parts: SandboxesParts) {
  const { worlds, limits, clock, timers, random, report } = parts;
  const open = new Map<string, OpenSandbox>();
  /** Those of them whose time will be over: a look at them costs nothing for all others. */
  const ending = new Set<OpenSandbox>();
  /** Names of those that are being made, or that could not be opened. */
  const taken = new Set<string>();
  /** Those that are being removed, by name: nothing of them may be there when the name is used again. */
  const leaving = new Map<string, Promise<void>>();
  let cancel = () => {};

  const hex = (bytes: number) => Buffer.from(random(bytes)).toString('hex');

  async function take(sandbox: Sandbox, from?: World): Promise<OpenSandbox> {
    const opened = await openSandbox(parts, sandbox, from && { from });
    open.set(sandbox.name, opened);
    if (sandbox.expires_at !== '') ending.add(opened);
    return opened;
  }

  const isOver = ({ sandbox }: OpenSandbox): boolean => isOverAt(sandbox, clock.now());

  /** Removes those whose time is over, and looks again when the next one's is. */
  function sweep(): void {
    cancel();
    for (const one of ending) if (isOver(one)) remove(one).catch(report);
    const ends = [...ending].map(({ sandbox: { expires_at } }) => Date.parse(expires_at) - clock.now());
    if (ends.length === 0) return;
    cancel = timers.after(Math.min(longestWaitMs, Math.max(1, Math.min(...ends))), sweep);
  }

  function remove(one: OpenSandbox): Promise<void> {
    const { sandbox, world } = one;
    const { name } = sandbox;
    open.delete(name);
    ending.delete(one);
    const left = world.remove().finally(() => leaving.delete(name));
    leaving.set(name, left);
    return left;
  }

  /** @throws {Refusal} */
  function find(name: string): OpenSandbox {
    const found = open.get(name);
    if (!found || isOver(found)) throw new Refusal('control-unknown', { thing: `sandbox ${name}` });
    return found;
  }

  async function make({ name = `sandbox-${hex(4)}`, ttl_s, ...wanted }: Wanted, from?: OpenSandbox) {
    sweep();
    if (open.has(name) || taken.has(name)) throw conflict(`name: sandbox ${name} already exists`);
    if (limits.most === 0) throw conflict('this mock was started without sandboxes: --sandboxes 0');
    if (open.size + taken.size >= limits.most)
      throw conflict(`no more sandboxes: this mock may have ${limits.most} (--sandboxes); delete one first`);
    taken.add(name);
    try {
      await leaving.get(name)?.catch(() => {});
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
      const made = await take(sandbox, from?.world);
      sweep();
      return { made, token, viewerToken };
    } finally {
      taken.delete(name);
    }
  }

  // One that is damaged must not keep the mock and the others from starting.
  const leaveAlone = (name: string, why: Said) => {
    taken.add(name);
    report(leftAlone(name, why));
  };
  const kept = await worlds.kept();
  for (const { name, why } of kept.damaged) leaveAlone(name, why);
  for (const sandbox of kept.sandboxes)
    await take(sandbox).catch((error: unknown) => leaveAlone(sandbox.name, whyOf(error)));
  sweep();

  return {
    most: limits.most,
    list: () => [...open.values()].filter((one) => !isOver(one)),
    find,
    /** The sandbox of a request, if there is one; no error for others. */
    at: (name: string) => open.get(name),
    create: (wanted: Wanted) => make(wanted),
    fork: (name: string, wanted: Pick<Wanted, 'name' | 'ttl_s' | 'limits'>) => make(wanted, find(name)),
    remove: (name: string) => remove(find(name)),
    async close() {
      cancel();
      await Promise.all([...leaving.values(), ...[...open.values()].map(({ world }) => world.close())]);
    },
  };
}

export type Sandboxes = Awaited<ReturnType<typeof createSandboxes>>;
