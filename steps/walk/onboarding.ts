import type { z } from 'zod';
import type { counterparty } from '../../contract/control/counterparties.js';
import { preparing } from '../blocked.js';
import type { Stage } from '../stage.js';
import type { createStretches } from './stretches.js';

type Counterparty = z.infer<typeof counterparty>;

/** What DCM's officers do before the bank acts (steps 3 to 5 and 9). */
export function createOnboarding(
  { dcm, bank }: Stage,
  milestone: ReturnType<typeof createStretches>['milestone'],
) {
  const { control } = dcm;
  const guid = dcm.block.counterparty_guid;

  /** Step 3. */
  const registered = milestone(
    'registered',
    (): Promise<Counterparty> =>
      preparing('register the counterparty', () =>
        control.registerCounterparty({
          body: {
            guid,
            name: bank.name,
            alias: bank.alias,
            asset_code: dcm.block.asset_code,
            admin_subject: bank.subjects.admin,
          },
        }),
      ),
  );

  /** Step 4. */
  const infrastructureRequested = milestone('infrastructureRequested', async () => {
    await registered();
    return preparing('request the infrastructure', () =>
      control.requestInfrastructure({ params: { guid }, body: {} }),
    );
  });

  /** Step 5. */
  const deployed = milestone('deployed', async () => {
    await infrastructureRequested();
    return preparing('deploy the infrastructure', () =>
      control.deployInfrastructure({ params: { guid }, body: {} }),
    );
  });

  /** Step 9, first half. */
  const urlsStored = milestone('urlsStored', async (): Promise<Counterparty> => {
    await registered();
    const { user_auth_url, user_key_url, user_id_url, callback_url, sign_url, signers } = bank;
    return preparing("store the bank's URLs", async () => {
      for (const data of bank.jwks) await control.addJwk({ params: { guid }, body: { data, form: 'as-is' } });
      return control.updateRegistered({
        params: { guid },
        body: {
          user_auth_url,
          user_key_url,
          user_id_url,
          ...(callback_url ? { callback_url } : {}),
          ...(sign_url ? { sign_url, signers: [...signers] } : {}),
          schemes: [...bank.schemes],
          key_keepers: [...bank.keyKeepers],
        },
      });
    });
  });

  const invite = (email: string) =>
    preparing(`invite ${email}`, () =>
      control.inviteEmployee({ params: { guid }, body: { email, roles: ['Administrator'] } }),
    );

  /** Step 9, second half. */
  const invited = milestone('invited', async () => {
    await registered();
    return invite(bank.firstEmployee.email);
  });

  return { registered, infrastructureRequested, deployed, urlsStored, invite, invited };
}
