import { authorizationAnswers } from '../../contract/bank-service.js';
import type { RecordedExchange } from '../../contract/recording.js';
import type { Seen } from './seen.js';

/** Tokens that DCM sent to the bank, and the calls that carried them. */

type Token = NonNullable<RecordedExchange['token']>;

/** Whether it is a request to the bank's authorization service. */
export const isAuthorization = ({ exchange }: Seen): boolean =>
  exchange.direction === 'out' && Object.hasOwn(authorizationAnswers, exchange.operation);

/** What an operation asked the bank's authorization service, in this order. */
export const authorizationCallsOf = ({ effects }: Seen): readonly Seen[] => effects.filter(isAuthorization);

export interface SentToken {
  readonly at: Seen;
  readonly token: Token;
  /** Whether the bank's own token was passed on; undefined if the bank sent none. */
  readonly forwarded: boolean | undefined;
}

const isSame = (one: Token, other: Token): boolean =>
  JSON.stringify([one.header, one.claims]) === JSON.stringify([other.header, other.claims]);

/** Tokens in requests to the authorization service, with whose they are. */
export function tokensIn(all: readonly Seen[]): readonly SentToken[] {
  const causes = new Map<Seen, Token>();
  for (const seen of all) {
    const { token } = seen.exchange;
    if (token?.from !== 'cx-authorization') continue;
    for (const effect of seen.effects) causes.set(effect, token);
  }
  return all.filter(isAuthorization).flatMap((at) => {
    const { token } = at.exchange;
    const given = causes.get(at);
    return token ? [{ at, token, forwarded: given && isSame(token, given) }] : [];
  });
}

/** Those that DCM made itself. */
export const madeTokens = (all: readonly Seen[]): readonly SentToken[] =>
  tokensIn(all).filter(({ forwarded }) => forwarded !== true);

/** Claims of the token that a call carried, if it is known. */
export const claimsOf = ({ exchange: { claims, token } }: Seen): Readonly<Record<string, unknown>> =>
  claims ?? token?.claims ?? {};
