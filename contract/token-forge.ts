import type { Claims } from './bank-service.js';
import { noTokens } from './token-forge/absent.js';
import { algorithms } from './token-forge/algorithms.js';
import { forms, headers, times, types } from './token-forge/contents.js';
import { type Forgery, rs256, type SigningKey } from './token-forge/forgery.js';
import { hasOtherCase, otherKeys, otherKids } from './token-forge/keys.js';
import { encodings, signatures } from './token-forge/signatures.js';

/** What may be wrong with a token, by family. */
export const tokenFamilies = {
  absent: noTokens,
  keys: otherKeys,
  kids: otherKids,
  signatures,
  algorithms,
  times,
  headers,
  types,
  forms,
  encodings,
} as const;

const all = {
  ...noTokens,
  ...otherKeys,
  ...otherKids,
  ...signatures,
  ...algorithms,
  ...times,
  ...headers,
  ...types,
  ...forms,
  ...encodings,
} as const satisfies Readonly<Record<string, Forgery>>;
export type TokenDefect = keyof typeof all;

/** What may be wrong with a token, in words. */
export const tokenDefects = Object.fromEntries(
  Object.entries(all).map(([name, { says }]) => [name, says]),
) as Readonly<Record<TokenDefect, string>>;

/** Whether a token can have the defect: a kid without letters has no other case. */
export const isPossible = (defect: TokenDefect, signing: Pick<SigningKey, 'kid'>): boolean =>
  defect !== 'kid-in-other-case' || hasOtherCase(signing);

/**
 * A token as DCM would send it, or with one defect and right in everything else, so that whoever refuses it has seen
 * the defect. Written out by hand, since libraries rightly refuse to make most of the broken ones. Undefined: the
 * header is left out.
 */
export const forgeToken = (signing: SigningKey, claims: Claims, defect?: TokenDefect): string | undefined =>
  defect === undefined ? rs256(signing, claims) : all[defect].forge(signing, claims);

/** What demands that a token with the defect is refused. */
export const sourceOf = (defect: TokenDefect): string => all[defect].source;
