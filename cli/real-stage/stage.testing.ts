import { createClient } from '../../contract/client.js';
import { controlOperations } from '../../contract/control/index.js';
import { operations } from '../../contract/operations/index.js';
import type { Profile } from '../../contract/profile/index.js';
import { startMock } from '../../mock-server/start.js';
import { createEmployees } from '../../steps/walk/employees.js';
import { admin, employee, keepers } from '../bank.testing.js';

/** A second mock in the part of a real stage, with a bank registered there, and officers who do what a person asks them for. */

const guid = '6f1c2a34-5b6d-4e7f-8a9b-0c1d2e3f4a5b';

export interface StandIn {
  readonly url: string;
  readonly mock: Awaited<ReturnType<typeof startMock>>['mock'];
  /** The block `stage` of bank.yaml. */
  readonly block: Readonly<Record<string, unknown>>;
  /** What the person was asked for. */
  readonly asked: string[];
  /** Hears what a person is told, and does it. */
  readonly say: (text: string) => void;
  close(): Promise<void>;
}

export async function standIn(bankUrl: string, profile: Partial<Profile> = {}): Promise<StandIn> {
  const { mock, url, keys, close } = await startMock({ port: 0, profile });
  const control = createClient(controlOperations, { baseUrl: url, fetch: mock.inProcess });
  const api = createClient(operations, { baseUrl: url, fetch: mock.inProcess });
  const params = { guid };
  await control.registerCounterparty({
    body: { guid, name: 'Bank One', alias: 'bank1', admin_subject: admin },
  });
  await control.requestInfrastructure({ params, body: {} });
  await control.deployInfrastructure({ params, body: {} });
  await control.updateRegistered({
    params,
    body: {
      user_auth_url: `${bankUrl}/user_auth`,
      user_key_url: `${bankUrl}/key`,
      user_id_url: `${bankUrl}/external_id`,
      callback_url: bankUrl,
      schemes: ['dcm'],
      key_keepers: [...keepers],
    },
  });
  await control.inviteEmployee({ params, body: { email: employee.email, roles: ['Administrator'] } });
  await createEmployees({ dcm: { api, control } }).setPassword(employee.email, employee.password);
  const asked: string[] = [];
  const problems: string[] = [];

  function say(text: string): void {
    if (!text.startsWith('Ask DCM for')) return;
    asked.push(text);
    const request = /identifiers ([\w-]{36})/.exec(text)?.[1] ?? '';
    const done = text.includes('step 10')
      ? control.createEntities({ params, body: {} })
      : control[text.includes('confirmation') ? 'confirmRequest' : 'cancelRequest']({
          params: { guid: request },
          body: {},
        });
    done.catch((error: Error) => problems.push(error.message));
  }

  return {
    url,
    mock,
    asked,
    say,
    block: {
      url,
      counterparty_guid: guid,
      asset_code: mock.profile().asset_code,
      asset_issuer: (await keys.issuer()).address,
      officer_timeout_s: 30,
    },
    async close() {
      await close();
      if (problems.length > 0) throw new Error(problems.join('; '));
    },
  };
}
