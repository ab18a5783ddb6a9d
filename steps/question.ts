import type { AuthorizationMethod, Flow } from '../contract/bank-service.js';
import type { SigningKey } from '../contract/token-forge/forgery.js';
import type { TokenDefect } from '../contract/token-forge.js';
import type { Pretended } from './impostor.js';
import type { TokenContent } from './token-claims.js';

/** A question that the harness puts to the bank's authorization service as DCM would. */
export interface Question extends Omit<TokenContent, 'flow' | 'obj' | 'sub'> {
  readonly method: AuthorizationMethod;
  /** Login for `user_auth`, external id otherwise. */
  readonly obj: string;
  readonly sub?: string;
  readonly flow?: Flow;
  readonly defect?: TokenDefect;
  /** Whom it is about, if that is the point of it. */
  readonly about?: string;
  /** The user about whom a bank is made to act that answers within its requests only; the one asked about if not said. */
  readonly within?: string;
  /** How a token that is sent twice was made, and after how many seconds it was sent again. */
  readonly twice?: { readonly shiftS: number; readonly afterS: number };
  /** Somebody else's kid, under which a key made for it signs. */
  readonly as?: Pretended;
  /** Another key of DCM's than the one in use. */
  readonly key?: SigningKey;
}
