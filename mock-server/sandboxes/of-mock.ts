import { createPublicUrl, type PublicUrl } from '../api/public-url.js';
import type { Timers, WallClock } from '../domain/ports.js';
import { createSandboxes, type Sandboxes, type SandboxesParts } from './sandboxes.js';

/** What a mock is given for its sandboxes. */
export interface SandboxesOptions {
  /** Makes worlds of their own below `/s/{name}`; without it there are none. */
  readonly sandboxes?: Pick<SandboxesParts, 'worlds' | 'limits' | 'random'>;
  /** The URL of the mock, if it differs from what requests say; that of a sandbox is found out for each request. */
  readonly publicUrl?: string | PublicUrl;
}

interface Given extends SandboxesOptions {
  readonly clock: WallClock;
  readonly timers: Timers;
}

/** The sandboxes of a mock; undefined if it has none. */
export async function sandboxesOfMock(
  { clock, timers, sandboxes, publicUrl }: Given,
  parts: Pick<SandboxesParts, 'operator' | 'report'>,
): Promise<Sandboxes | undefined> {
  if (!sandboxes) return undefined;
  const url = (below: string) => createPublicUrl(publicUrl, below);
  return createSandboxes({ ...sandboxes, ...parts, clock, timers, publicUrl: url });
}
