import { forgeries } from './forgery.js';

/** No token at all, and what is none. */
export const noTokens = forgeries({
  missing: { says: 'no header at all', source: 'BAUTH', forge: () => undefined },
  empty: { says: 'an empty header', source: 'BAUTH', forge: () => '' },
  malformed: { says: 'not a JWT', source: 'BAUTH', forge: () => 'this-is-not-a-token' },
});
