import { createPublicKey } from 'node:crypto';
import { createClient } from '../contract/client.js';
import { controlOperations } from '../contract/control/index.js';
import { operations } from '../contract/operations/index.js';
import { type DefectName, defects } from '../fixtures/broken-banks/index.js';
import { createPeople } from '../fixtures/people.js';
import { startReferenceBank } from '../fixtures/reference-bank/start.js';
import { startMock } from '../mock-server/start.js';
import { randomSeed, systemClock, systemRandom } from '../mock-server/system.js';
import { createHttpDriver } from '../steps/drivers/http.js';
import type { Stage } from '../steps/stage.js';

export interface ReferenceStageOptions {
  readonly seed?: string;
  readonly keys?: string;
  readonly defect?: DefectName;
}

export interface ReferenceStage extends Stage {
  readonly seed: string;
}

/** Seconds that an act of the bank may take. */
const actTimeoutS = 30;
const admin = 'dcm-admin@dcm.example';

/** The mock and the reference bank, both on free ports of this machine, introduced to each other as the plan has it. */
export async function openReferenceStage(options: ReferenceStageOptions = {}): Promise<ReferenceStage> {
  const running = await startMock({
    port: 0,
    ...(options.keys === undefined ? {} : { keys: options.keys }),
    ...(options.seed === undefined ? {} : { seed: options.seed }),
  });
  const { seed, keys, url: baseUrl } = running;
  const actsToken = randomSeed();
  const bank = await startReferenceBank({
    clock: systemClock.now,
    random: systemRandom,
    dcmUrl: baseUrl,
    actsToken,
    subjects: { allowed: [admin] },
    // A rotation or an unknown kid is looked up at once: the stage is not under attack.
    jwksCooldownS: 0,
    ...(options.defect === undefined ? {} : { parts: defects[options.defect].parts }),
  });
  const people = createPeople(seed);
  const { asset_code } = running.mock.profile();
  return {
    seed,
    dcm: {
      baseUrl,
      api: createClient(operations, { baseUrl }),
      control: createClient(controlOperations, { baseUrl }),
      signing: keys.signing,
      publicPem: createPublicKey(keys.signing.privateKey).export({ type: 'spki', format: 'pem' }) as string,
      block: {
        base_url: baseUrl,
        counterparty_guid: keys.counterpartyGuid,
        asset_code,
        asset_issuer: (await keys.issuer()).address,
        scheme: 'dcm',
      },
    },
    bank: {
      alias: 'bank1',
      name: 'Reference Bank',
      user_auth_url: `${bank.url}/user_auth`,
      user_key_url: `${bank.url}/key`,
      user_id_url: `${bank.url}/external_id`,
      callback_url: bank.url,
      firstEmployee: { email: 'officer@bank1.example', password: people.password() },
      subjects: { admin, forbidden: 'stranger@bank1.example' },
      keyKeepers: [
        { login: 'keeper-identification', external_id: 'kk-identification', for: 'identification' },
        { login: 'keeper-processing', external_id: 'kk-processing', for: 'processing' },
      ],
      unknown: { login: 'nobody@bank1.example', external_id: 'nobody' },
    },
    driver: createHttpDriver({
      url: `${bank.url}/dcm-acts`,
      token: actsToken,
      timeoutS: actTimeoutS,
      newId: () => Buffer.from(systemRandom(16)).toString('hex'),
    }),
    now: systemClock.now,
    newCustomer: people.person,
    newPassword: people.password,
    async close() {
      await bank.close();
      await running.close();
    },
  };
}
