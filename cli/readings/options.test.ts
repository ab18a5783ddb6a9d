import { expect, it } from 'vitest';
import { defaultProfile, type Profile } from '../../contract/profile/index.js';
import { withOptions } from './options.js';

function control(from: Partial<Profile>) {
  let profile: Profile = { ...defaultProfile, ...from };
  return {
    now: () => profile,
    getProfile: async () => ({ profile, options: [] }),
    updateProfile: async ({ body }: { readonly body: Partial<Profile> }) => {
      profile = { ...profile, ...body };
      return profile;
    },
  };
}

it('what was set is put back as it was, and nothing else', async () => {
  const mock = control({ posting: 'async', fee: 2 });
  const restore = await withOptions(mock, { posting: 'sync', reserve: 'strict' });
  expect(mock.now()).toMatchObject({ posting: 'sync', reserve: 'strict', fee: 2 });
  // Meanwhile somebody else sets another one.
  await mock.updateProfile({ body: { fee: 3 } });
  await restore();
  expect(mock.now()).toEqual({ ...defaultProfile, posting: 'async', fee: 3 });
});
