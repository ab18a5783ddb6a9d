import type { Profile } from '../../contract/profile/index.js';
import type { Center } from '../domain/center.js';

/** Names of new keys (option `token_kid`); undefined for the thumbprint. */
const names: Readonly<Record<Profile['token_kid'], (uuid: () => string) => string | undefined>> = {
  thumbprint: () => undefined,
  uuid: (uuid) => uuid(),
  url: (uuid) => `https://keys.dcm.example/signing?kid=${uuid()}`,
};

/** The kid of DCM's next key: the one that the given key has, or a new one. */
export function kidOf(
  given: Readonly<Record<string, unknown>> | undefined,
  { chance, profile }: Pick<Center, 'chance' | 'profile'>,
): string | undefined {
  const { kid } = given ?? {};
  if (typeof kid === 'string' && kid !== '') return kid;
  return names[profile().token_kid](() => chance.uuid('kid', 'v4'));
}
