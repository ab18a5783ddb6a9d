import type { JsonWebKey } from 'node:crypto';
import { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { readJson } from '../../contract/read-json.js';
import { BadKeyError, signing, signingKeyOf } from '../../mock-server/keys.js';
import type { JoinKeys } from '../join-mock.js';

/** What a mock hands to a run that it starts: through a pipe, so that no other user of the machine sees it. */

/** The environment variable that names the pipe, by its number. */
export const pipeVariable = 'DCM_RUN_PIPE';

/** The first line on the pipe. */
const handed = z.object({
  id: z.int(),
  control_token: z.string().optional(),
  counterparty_guid: z.string(),
  /** Private JWK with its kid. */
  signing: z.looseObject({ kid: z.string() }),
  issuer: z.string(),
});
export type Handed = z.infer<typeof handed>;

export interface StartedRun {
  readonly id: number;
  readonly controlToken: string | undefined;
  readonly keys: JoinKeys;
}

/**
 * What the mock that has started this run hands over; undefined if nobody has. When that mock is gone, the pipe ends, and
 * `orphaned` is called.
 */
export async function startedRun(
  orphaned: () => void,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<StartedRun | undefined> {
  const fd = environment[pipeVariable];
  if (fd === undefined) return undefined;
  // It is not meant for programs that the run starts.
  delete environment[pipeVariable];
  const pipe = new Socket({ fd: Number(fd), readable: true, writable: false });
  pipe.on('error', () => {});
  pipe.on('close', orphaned);
  const lines = createInterface(pipe);
  const line = await new Promise<string>((resolve) => {
    lines.once('line', resolve);
    lines.once('close', () => resolve(''));
  });
  // The run does not wait for the mock.
  pipe.unref();
  const { id, control_token, counterparty_guid, signing: jwk, issuer } = handed.parse(readJson(line));
  const key = signingKeyOf(jwk as JsonWebKey);
  if (key === undefined) throw new BadKeyError('the mock has handed over no key that can sign');
  return {
    id,
    controlToken: control_token,
    keys: {
      counterpartyGuid: counterparty_guid,
      signing: signing(key, jwk.kid),
      issuer: async () => ({ address: issuer }),
    },
  };
}
