import { onTestFinished } from 'vitest';
import { createClient } from '../contract/client.js';
import { controlOperations } from '../contract/control/index.js';
import { operations } from '../contract/operations/index.js';
import type { Profile } from '../contract/profile/index.js';
import { createFakeBank } from './fake-bank.testing.js';
import { bankAt, type Heard, listeningBank } from './listening-bank.testing.js';
import { startMock } from './start.js';
import { systemTimers } from './system.js';
import { employeeEmail, keepers } from './world.testing.js';

/** A mock and a bank on real sockets and in real time, after plan step 10. */
export async function createWiredWorld(profile: Partial<Profile> = {}, seed = 'wired') {
  const bank = createFakeBank(systemTimers);
  const heard: Heard[] = [];
  const url = await listeningBank(bank, (one) => heard.push(one));
  const running = await startMock({ port: 0, profile, seed });
  onTestFinished(running.close);
  const { mock, keys } = running;
  const control = createClient(controlOperations, { baseUrl: running.url, fetch: mock.inProcess });
  const { guid, asset_issuer: issuer } = await control.registerCounterparty({
    body: {
      name: 'Bank 1',
      alias: 'bank1',
      ...bankAt(url),
      key_keepers: [...keepers],
    },
  });
  const both = await control.createEntities({ params: { guid }, body: {} });
  const employee = await mock.domain.employees.invite(guid, { email: employeeEmail });
  const { token } = await mock.domain.employees.beginSession(employee);
  const headers = () => ({ authorization: `bearer ${token}` });
  heard.length = 0;
  return {
    mock,
    keys,
    control,
    bank,
    /** What the bank has heard so far, in this order. */
    heard,
    url,
    guid,
    issuer,
    emission: both.emission_account_guid,
    processing: both.processing_account_guid,
    api: createClient(operations, { baseUrl: running.url, headers, fetch: mock.inProcess }),
    /** Waits until the bank has heard so many callbacks; returns the transfers that they are about. */
    async callbacks(count: number): Promise<string[]> {
      const told = () => heard.filter(({ path }) => path.startsWith('/api/dcm/notify/'));
      while (told().length < count) await new Promise((resolve) => setTimeout(resolve, 5));
      return told().map(({ text }) => String(JSON.parse(text).transaction_id));
    },
  };
}

export type WiredWorld = Awaited<ReturnType<typeof createWiredWorld>>;
