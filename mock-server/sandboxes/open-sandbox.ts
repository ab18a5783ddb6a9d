import { megabyte } from '../../contract/control/sandboxes.js';
import type { ControlGuard } from '../api/admission.js';
import type { PublicUrl } from '../api/public-url.js';
import { sandboxGuard } from '../control/guard.js';
import type { WallClock } from '../domain/ports.js';
import { createRate } from './rate.js';
import type { Opening, Sandbox, World, WorldLimits, Worlds } from './world.js';

export interface OpenSandboxParts {
  readonly worlds: Pick<Worlds, 'open'>;
  /** Those of the mock, for what a sandbox has no limit of its own. */
  readonly limits: WorldLimits;
  readonly clock: WallClock;
  /** The guard of the whole mock. */
  readonly operator: ControlGuard;
  /** The URL of the whole mock, with what comes below it. */
  readonly publicUrl: (below: string) => PublicUrl;
}

/** A sandbox that is open. */
export interface OpenSandbox {
  readonly sandbox: Sandbox;
  readonly world: World;
  readonly limits: WorldLimits;
  requests: number;
  /** Requests that were refused, because there were too many. */
  refused: number;
  /** Whether one more request can be served now. */
  readonly admits: () => boolean;
}

/** The limits of a sandbox: its own, and for the others those of the mock. */
const limitsOf = (
  { limits: own }: Sandbox,
  { rows, requestsPerS, journalBytes }: WorldLimits,
): WorldLimits => ({
  rows: own.rows ?? rows,
  requestsPerS: own.requests_per_s ?? requestsPerS,
  journalBytes: own.journal_mb === undefined ? journalBytes : own.journal_mb * megabyte,
});

const tokensOf = ({ token_sha256, viewer_token_sha256 }: Sandbox) => ({
  sandbox: Buffer.from(token_sha256, 'hex'),
  ...(viewer_token_sha256 !== '' && { viewer: Buffer.from(viewer_token_sha256, 'hex') }),
});

/** Opens a sandbox with its guard, its limits and its URL. */
export async function openSandbox(
  { worlds, limits, clock, operator, publicUrl }: OpenSandboxParts,
  sandbox: Sandbox,
  begin: Pick<Opening, 'from'> = {},
): Promise<OpenSandbox> {
  const url = publicUrl(`/s/${sandbox.name}`);
  const guard = sandboxGuard(tokensOf(sandbox), operator, url);
  const own = limitsOf(sandbox, limits);
  const world = await worlds.open(sandbox, { guard, publicUrl: url, limits: own, ...begin });
  const admits = createRate(own.requestsPerS, clock);
  return { sandbox, world, limits: own, requests: 0, refused: 0, admits };
}

/** Whether its time is over. */
export const isOver = ({ expires_at }: Sandbox, now: number): boolean =>
  expires_at !== '' && Date.parse(expires_at) <= now;
