import { z } from 'zod';
import { ownLimits } from '../../contract/control/sandboxes.js';
import { keysFile } from '../../contract/keys-file.js';
import type { Sandbox } from './world.js';

/** What is kept of a sandbox beside its rows. Holds secrets. */
export const sandboxDescription = z.object({
  name: z.string(),
  keys: keysFile,
  profile: z.record(z.string(), z.unknown()),
  seed: z.string(),
  token_sha256: z.string(),
  viewer_token_sha256: z.string().default(''),
  created_at: z.string(),
  expires_at: z.string(),
  forked_from: z.string(),
  limits: ownLimits.default({}),
});

/** What is kept under a name; undefined if it is damaged, of another version, or that of another sandbox. */
export function describedAs(name: string, kept: unknown): Sandbox | undefined {
  const { data } = sandboxDescription.safeParse(kept);
  return data?.name === name ? data : undefined;
}
