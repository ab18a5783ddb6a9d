import type { Claims } from '../contract/bank-service.js';

/** Seconds for which a token is valid, unless another lifetime is asked for. */
export const usualLifetimeS = 60;

/** What a token says, and what of it is unusual. */
export interface TokenContent extends Pick<Claims, 'flow' | 'obj' | 'sub'> {
  /** Seconds by which both times are shifted. */
  readonly shiftS?: number | undefined;
  /** Seconds from `iat` to `exp`. */
  readonly lifetimeS?: number | undefined;
  /** `iat` of a token that has been made before. */
  readonly iatS?: number | undefined;
  /** Claims left out. */
  readonly without?: readonly (keyof Claims)[] | undefined;
}

/** The claims of a token that is made now. */
export function claimsOf(content: TokenContent, nowMs: number): Claims {
  const { flow, obj, sub, shiftS = 0, lifetimeS = usualLifetimeS, without = [] } = content;
  const iat = content.iatS ?? Math.floor(nowMs / 1000) + shiftS;
  const claims: Claims = { flow, obj, sub, iat, exp: iat + lifetimeS };
  for (const name of without) Reflect.deleteProperty(claims, name);
  return claims;
}
