import { createPublicKey, type KeyObject } from 'node:crypto';
import { harnessAgent } from '../../contract/agent.js';
import { createClient } from '../../contract/client.js';
import { controlOperations } from '../../contract/control/index.js';
import { operations } from '../../contract/operations/index.js';
import type { Variant } from '../../fixtures/broken-banks/defect.js';
import { createPeople } from '../../fixtures/people.js';
import { createReferenceBank } from '../../fixtures/reference-bank/app.js';
import type { PartReplacements } from '../../fixtures/reference-bank/parts.js';
import { stellar as ofBank } from '../../fixtures/reference-bank/stellar.js';
import { createMock, createProfileHolder } from '../../mock-server/app.js';
import { createChance } from '../../mock-server/chance.js';
import { allCollections } from '../../mock-server/domain/collections.js';
import { ephemeralKeys } from '../../mock-server/keys.js';
import { createStellar } from '../../mock-server/stellar/index.js';
import { library } from '../../mock-server/stellar/library.js';
import { createMemoryStore } from '../../mock-server/store/memory.js';
import { createAftermath } from '../../steps/drivers/aftermath.js';
import { createHttpDriver } from '../../steps/drivers/http.js';
import { watchOf } from '../../steps/drivers/watch.js';
import { endlessPatience, type Patience } from '../../steps/patience.js';
import { stellar as ofSteps } from '../../steps/stellar.js';
import type { BankStage } from '../bank-stage.js';
import { actTimeoutS, admin, type BankKeys, referenceBank, wholePlan } from '../reference-stage.js';
import { createNetwork } from './network.js';
import { createLife } from './quiet.js';
import { createVirtualTime } from './virtual-time.js';

/** What costs time to make and may be the same for all banks of a proof. */
export interface ProofKeys {
  readonly signing: KeyObject;
  /** What rotations take, one after the other. */
  readonly next: readonly [KeyObject, ...KeyObject[]];
  readonly bank: BankKeys;
}

const dcmUrl = 'http://127.0.0.1:4010';
const bankUrl = 'http://127.0.0.1:4020';
/** When the time of a proof begins: any moment will do. */
const begin = Date.UTC(2026, 0, 5, 9);
const actsToken = 'acts';

/** Addresses that begin with `/` are the bank's. */
const told = (configured: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(configured).map(([name, value]) => [
      name,
      typeof value === 'string' && value.startsWith('/') ? `${bankUrl}${value}` : value,
    ]),
  );

/**
 * The mock and a reference bank with replaced parts, in this process, on a network in memory and on time that does not
 * wait. The same seed gives the same run.
 */
export async function openProofStage(
  keys: ProofKeys,
  parts: PartReplacements,
  {
    probes,
    configured = {},
    patience = endlessPatience,
  }: Pick<Variant, 'probes' | 'configured'> & { readonly patience?: Patience } = {},
): Promise<BankStage> {
  const seed = 'prove';
  // What is loaded on first use takes real time, and this time would not wait for it.
  await Promise.all([library(), ofBank(), ofSteps()]);
  const life = createLife();
  // At the end the bank is waited for until it has settled.
  const time = createVirtualTime(begin, life, () => closing || network.open() > 0);
  const network = createNetwork({ timers: time.timers, passed: time.tick });
  const chance = createChance(seed);
  const profile = createProfileHolder({});
  const stellar = createStellar({ networkPassphrase: () => profile.now().network_passphrase });
  let closing = false;
  let rotations = 0;
  const dcmKeys = await ephemeralKeys(
    (length) => chance.bytes('keys', length),
    stellar.keyPair,
    Promise.resolve(keys.signing),
    async () => {
      rotations += 1;
      return keys.next[(rotations - 1) % keys.next.length] ?? keys.next[0];
    },
  );
  const mock = await createMock({
    store: createMemoryStore(allCollections),
    keys: dcmKeys,
    stellar,
    clock: time.clock,
    timers: time.timers,
    seed,
    transport: network.send,
    profile,
    // A bank may ask on after the walk; nobody listens then.
    report: (error) => closing || console.error('fault of the mock:', error),
  });
  const people = createPeople(seed);
  const bank = createReferenceBank({
    clock: time.clock.now,
    random: (length) => chance.bytes('bank', length),
    actsToken,
    subjects: { allowed: [admin] },
    jwksCooldownS: 0,
    ownKey: { privateJwk: keys.bank.privateJwk },
    signingSeeds: keys.bank.seeds,
    fetch: network.fetch,
    sleep: time.sleep,
    parts,
  });
  network.serve(dcmUrl, mock.app);
  network.serve(bankUrl, bank.app);
  mock.resume();
  const pem = createPublicKey(dcmKeys.signing.privateKey).export({ type: 'spki', format: 'pem' }) as string;
  const client = { baseUrl: dcmUrl, fetch: network.fetch };
  const agent = harnessAgent(seed);
  const whole = referenceBank(bankUrl, keys.bank, people);
  const other = typeof configured === 'function' ? configured(whole) : configured;
  let acts = 0;
  const bare: Omit<BankStage, 'driver'> = {
    target: 'reference',
    seed,
    plan: wholePlan,
    dcm: {
      baseUrl: dcmUrl,
      agent,
      api: createClient(operations, { ...client, headers: () => ({ 'user-agent': agent }) }),
      control: createClient(controlOperations, client),
      signing: () => dcmKeys.signing,
      rotate: () => dcmKeys.rotate(),
      handedOver: { ...dcmKeys.signing, publicPem: pem },
      block: {
        base_url: dcmUrl,
        counterparty_guid: dcmKeys.counterpartyGuid,
        asset_code: mock.profile().asset_code,
        asset_issuer: (await dcmKeys.issuer()).address,
        scheme: 'dcm',
      },
    },
    bank: { ...whole, probes: probes ?? 'direct', ...told(other) },
    actTimeoutS,
    patience,
    callBank: network.send,
    now: time.clock.now,
    after: time.timers.after,
    newCustomer: people.person,
    newLogin: people.login,
    newPassword: people.password,
    async close() {
      closing = true;
      time.tick();
      await bank.settled();
      await mock.close();
    },
  };
  const driver = createHttpDriver({
    url: `${bankUrl}/dcm-acts`,
    token: actsToken,
    timeoutS: actTimeoutS,
    newId: () => {
      acts += 1;
      return `act-${acts}`;
    },
    aftermath: createAftermath(watchOf(bare), actTimeoutS),
    send: network.send,
  });
  return { ...bare, driver };
}
