import { createPublicKey, type KeyObject } from 'node:crypto';
import { harnessAgent } from '../../contract/agent.js';
import { createClient } from '../../contract/client.js';
import { controlOperations } from '../../contract/control/index.js';
import { operations } from '../../contract/operations/index.js';
import { createMock, createProfileHolder } from '../../mock-server/app.js';
import type { createChance } from '../../mock-server/chance.js';
import { allCollections } from '../../mock-server/domain/collections.js';
import { ephemeralKeys } from '../../mock-server/keys.js';
import { createStellar } from '../../mock-server/stellar/index.js';
import { createMemoryStore } from '../../mock-server/store/memory.js';
import type { BankStage } from '../bank-stage.js';
import type { Network } from './network.js';
import type { VirtualTime } from './virtual-time.js';

/** Keys of DCM that take time to generate and are shared by all banks of a proof. */
export interface ProofDcmKeys {
  readonly signing: KeyObject;
  /** Keys for rotations, one after the other. */
  readonly next: readonly KeyObject[];
}

interface Surroundings {
  readonly url: string;
  readonly seed: string;
  readonly time: VirtualTime;
  readonly network: Network;
  readonly chance: ReturnType<typeof createChance>;
  /** Receives faults of the mock; a bank may send requests after the walk, when they no longer matter. */
  readonly report: (error: unknown) => void;
}

/** The mock of a proof, as its stage sees it. */
export async function openProofDcm(
  { signing, next }: ProofDcmKeys,
  { url, seed, time, network, chance, report }: Surroundings,
) {
  const profile = createProfileHolder({});
  const stellar = createStellar({ networkPassphrase: () => profile.now().network_passphrase });
  let rotations = 0;
  const keys = await ephemeralKeys(
    (length) => chance.bytes('keys', length),
    stellar.keyPair,
    Promise.resolve(signing),
    async () => {
      rotations += 1;
      const key = next[rotations - 1];
      // A key that comes again would be known to the bank already.
      if (key === undefined) throw new Error(`the proof has only ${next.length} further keys`);
      return key;
    },
  );
  let requests = 0;
  const mock = await createMock({
    store: createMemoryStore(allCollections),
    keys,
    stellar,
    clock: time.clock,
    timers: time.timers,
    seed,
    newRequestId: () => {
      requests += 1;
      return `request-${requests}`;
    },
    transport: network.send,
    profile,
    report,
  });
  const publicPem = createPublicKey(keys.signing.privateKey).export({
    type: 'spki',
    format: 'pem',
  }) as string;
  const client = { baseUrl: url, fetch: network.fetch };
  const agent = harnessAgent(seed);
  const control = createClient(controlOperations, {
    baseUrl: url,
    fetch: network.counted(mock.inProcess),
  });
  const dcm: BankStage['dcm'] = {
    baseUrl: url,
    agent,
    api: createClient(operations, { ...client, headers: () => ({ 'user-agent': agent }) }),
    control,
    profile: mock.profile,
    signing: () => keys.signing,
    async rotate() {
      await control.rotateKey({ body: {} });
    },
    handedOver: { ...keys.signing, publicPem },
    block: {
      base_url: url,
      counterparty_guid: keys.counterpartyGuid,
      asset_code: mock.profile().asset_code,
      asset_issuer: (await keys.issuer()).address,
      scheme: 'dcm',
    },
  };
  return { mock, dcm };
}
