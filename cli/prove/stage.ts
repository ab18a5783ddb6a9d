import type { Variant } from '../../fixtures/broken-banks/defect.js';
import { createPeople } from '../../fixtures/people.js';
import { createReferenceBank } from '../../fixtures/reference-bank/app.js';
import type { PartReplacements } from '../../fixtures/reference-bank/parts.js';
import { stellar as ofBank } from '../../fixtures/reference-bank/stellar.js';
import { createChance } from '../../mock-server/chance.js';
import { library } from '../../mock-server/stellar/library.js';
import { createAftermath } from '../../steps/drivers/aftermath.js';
import { createHttpDriver } from '../../steps/drivers/http.js';
import { watchOf } from '../../steps/drivers/watch.js';
import { endlessPatience, type Patience } from '../../steps/patience.js';
import { stellar as ofSteps } from '../../steps/stellar.js';
import type { BankStage } from '../bank-stage.js';
import { actTimeoutS, admin, type BankKeys, referenceBank, wholePlan } from '../reference-stage.js';
import { createNetwork } from './network.js';
import { openProofDcm, type ProofDcmKeys } from './proof-dcm.js';
import { createLife } from './quiet.js';
import { createVirtualTime } from './virtual-time.js';

export interface ProofKeys extends ProofDcmKeys {
  readonly bank: BankKeys;
}

const dcmUrl = 'http://127.0.0.1:4010';
const bankUrl = 'http://127.0.0.1:4020';
/** When the time of a proof begins; any moment will do. */
const begin = Date.UTC(2026, 0, 5, 9);
const actsToken = 'acts';

/** Completes paths to URLs of the bank. */
const withAddresses = (configured: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(configured).map(([name, value]) => [
      name,
      typeof value === 'string' && value.startsWith('/') ? `${bankUrl}${value}` : value,
    ]),
  );

/**
 * The mock and a reference bank with replaced parts, in this process, on a network in memory and in virtual time. The
 * same seed gives the same run.
 */
export async function openProofStage(
  keys: ProofKeys,
  parts: PartReplacements,
  {
    probes,
    configured = {},
    parallel = true,
    patience = endlessPatience,
  }: Pick<Variant, 'probes' | 'configured' | 'parallel'> & { readonly patience?: Patience } = {},
): Promise<BankStage> {
  const seed = 'prove';
  // Loading on first use takes real time, and virtual time would not wait for it.
  await Promise.all([library(), ofBank(), ofSteps()]);
  const life = createLife();
  // At the end, wait until the bank has settled.
  const time = createVirtualTime(begin, life, () => closing || network.open() > 0);
  const network = createNetwork({ timers: time.timers, passed: time.tick });
  const chance = createChance(seed);
  let closing = false;
  const report = (error: unknown) => closing || console.error('fault of the mock:', error);
  const { mock, dcm } = await openProofDcm(keys, { url: dcmUrl, seed, time, network, chance, report });
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
  const whole = referenceBank(bankUrl, keys.bank, people);
  const other = typeof configured === 'function' ? configured(whole) : configured;
  let acts = 0;
  const bare: Omit<BankStage, 'driver'> = {
    target: 'reference',
    seed,
    plan: { ...wholePlan, parallel },
    dcm,
    bank: { ...whole, probes: probes ?? 'direct', ...withAddresses(other) },
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
