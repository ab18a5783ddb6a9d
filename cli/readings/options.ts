import type { Profile } from '../../contract/profile/index.js';
import { whenCutShort } from '../end/early.js';

/** The part of the control API that it takes. */
interface OptionsOfMock {
  getProfile(request: Record<string, never>): Promise<{ readonly profile: Profile }>;
  updateProfile(request: { readonly body: Partial<Profile> }): Promise<unknown>;
}

/**
 * Sets options of the mock. The function that is returned puts back those that were set; if the command ends early, they
 * are put back, too.
 */
export async function withOptions(
  control: OptionsOfMock,
  options: Partial<Profile>,
): Promise<() => Promise<void>> {
  const { profile } = await control.getProfile({});
  const before = Object.fromEntries(
    (Object.keys(options) as (keyof Profile)[]).map((name) => [name, profile[name]]),
  );
  const putBack = () => control.updateProfile({ body: before });
  const past = whenCutShort({ close: putBack });
  try {
    await control.updateProfile({ body: options });
  } catch (error) {
    past();
    throw error;
  }
  return async () => {
    await putBack();
    past();
  };
}
