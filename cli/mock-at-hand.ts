import { createPublicKey } from 'node:crypto';
import { harnessAgent } from '../contract/agent.js';
import { createClient } from '../contract/client.js';
import { controlOperations } from '../contract/control/index.js';
import { operations } from '../contract/operations/index.js';
import type { Chronicle } from '../mock-server/chronicle.js';
import type { DcmKeys } from '../mock-server/keys.js';
import { readKeysFile } from '../mock-server/keys-file.js';
import { startMock } from '../mock-server/start.js';
import type { StartOptions } from '../mock-server/start-options.js';
import { systemRandom } from '../mock-server/system.js';
import type { Stage } from '../steps/stage.js';
import { dcmFetch } from './to-dcm.js';

/** The mock that a bank is verified against: one in this process, or one that already runs. */
export interface MockAtHand {
  readonly dcm: Omit<Stage['dcm'], 'block'>;
  readonly keys: Pick<DcmKeys, 'counterpartyGuid'> & {
    readonly issuer: () => Promise<{ readonly address: string }>;
  };
  readonly assetCode: string;
  readonly seed: string;
  /** Records what happens to a mock that was started with a past. */
  readonly chronicle?: Chronicle;
  close(): Promise<void>;
}

/** The control API responds on loopback only, even if the mock listens on all addresses. */
export const nearUrl = (url: string): string =>
  url.replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//[::1]:');

/** The API as the harness itself calls it. */
export function ownApi(
  baseUrl: string,
  agent = harnessAgent(Buffer.from(systemRandom(12)).toString('hex')),
  send = dcmFetch,
): Pick<Stage['dcm'], 'agent' | 'api'> {
  const headers = () => ({ 'user-agent': agent });
  return { agent, api: createClient(operations, { baseUrl, headers, fetch: send }) };
}

export const publicPem = ({ signing }: Pick<DcmKeys, 'signing'>): string =>
  createPublicKey(signing.privateKey).export({ type: 'spki', format: 'pem' }) as string;

/**
 * Starts a mock for the run.
 *
 * @param agent the user agent with which an earlier process called it
 */
export async function ownMock(options: StartOptions, agent?: string): Promise<MockAtHand> {
  const { mock, keys, seed, url, chronicle, close } = await startMock(options);
  // A resumed mock may sign with another key by now.
  const first = agent === undefined || options.keys === undefined ? keys : await readKeysFile(options.keys);
  const baseUrl = nearUrl(url);
  const control = createClient(controlOperations, { baseUrl, fetch: mock.inProcess });
  return {
    dcm: {
      baseUrl,
      ...ownApi(baseUrl, agent),
      control,
      profile: mock.profile,
      signing: () => keys.signing,
      async rotate() {
        await control.rotateKey({ body: {} });
      },
      handedOver: { ...first.signing, publicPem: publicPem(first) },
    },
    keys,
    assetCode: mock.profile().asset_code,
    seed,
    ...(chronicle && { chronicle }),
    close,
  };
}
