import type { Request } from 'express';
import { isLoopbackAddress, isLoopbackHost } from '../../contract/loopback.js';
import { isForViewers } from '../../contract/operation.js';
import { type Said, SaidError } from '../../contract/texts/said.js';
import type { ControlGuard } from '../api/admission.js';
import type { PublicUrl } from '../api/public-url.js';
import { clientAddress } from '../client-address.js';
import { controlTokenProblem, hashOfToken, isToken, viewerTokenProblem } from './token.js';

/** The hashes of tokens, by what they make of whoever sends one. */
type Tokens = Partial<Readonly<Record<'operator' | 'sandbox' | 'viewer', Buffer>>>;

export interface GivenTokens {
  readonly controlToken?: string | undefined;
  readonly viewerToken?: string | undefined;
}

const askForToken = 'control API: send Authorization: bearer with the control token';

/**
 * Keeps outsiders off the control API: with a control token, every request needs it; without one, only this machine is
 * served, and only under its own name. A viewer's token opens what only reads, from anywhere. In no case can a page of
 * another site or port change anything through a browser.
 *
 * @param publicOrigin the origin under which a request reached the mock
 * @throws {Error} for an invalid token
 */
export function controlGuard(
  { controlToken, viewerToken }: GivenTokens,
  publicOrigin: PublicUrl,
): ControlGuard {
  const operator = hashOfGiven(controlToken, controlTokenProblem);
  const viewer = hashOfGiven(viewerToken, viewerTokenProblem);
  return guardWith({ ...(operator && { operator }), ...(viewer && { viewer }) }, publicOrigin, (request) => {
    const problem = siteProblem(request, publicOrigin(request), operator !== undefined);
    if (operator) return { who: 'nobody', problem: problem ?? askForToken };
    const stranger = problem ?? localProblem(request);
    return stranger === undefined ? { who: 'loopback' } : { who: 'nobody', problem: stranger };
  });
}

/** The control API of a sandbox: open to its own tokens, and to whoever may use that of the whole mock. */
export const sandboxGuard = (own: Tokens, whole: ControlGuard, publicOrigin: PublicUrl): ControlGuard =>
  guardWith(own, publicOrigin, (request, operation) => {
    const admission = whole(request, operation);
    if (admission.who !== 'nobody') return admission;
    return { who: 'nobody', problem: siteProblem(request, publicOrigin(request), true) ?? askForToken };
  });

/** @param otherwise decides about requests without one of these tokens */
function guardWith(tokens: Tokens, publicOrigin: PublicUrl, otherwise: ControlGuard): ControlGuard {
  const known = Object.entries(tokens) as [keyof Tokens, Buffer][];
  return (request, operation) => {
    const given = request.headers.authorization?.replace(/^bearer\s+/i, '') ?? '';
    const [who] = known.find(([, hash]) => isToken(given, hash)) ?? [];
    if (who === undefined) return otherwise(request, operation);
    return {
      who,
      problem:
        siteProblem(request, publicOrigin(request), true) ??
        (who === 'viewer' && !isForViewers(operation)
          ? 'control API: this token only reads; what changes or reveals something needs that of an operator'
          : undefined),
    };
  };
}

function hashOfGiven(
  token: string | undefined,
  problemOf: (token: string) => Said | undefined,
): Buffer | undefined {
  if (token === undefined) return undefined;
  const problem = problemOf(token);
  if (problem !== undefined) throw new SaidError(problem);
  return hashOfToken(token);
}

/** Browsers say whether a page of another site, or of another port of this machine, sends the request. */
function siteProblem(request: Request, own: string, guarded: boolean): string | undefined {
  const { origin, host, 'sec-fetch-site': site } = request.headers;
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (site === 'cross-site') return 'control API: not served to pages of another site';
  if (site === 'same-site' && !reads)
    return 'control API: pages of another port or host cannot change anything';
  if (origin === undefined || hostOf(origin) === host || hostOf(origin) === hostOf(own)) return undefined;
  // Without CORS permission, which no one gets, a browser does not let such a page read anything.
  if (reads && !guarded && isLocal(origin)) return undefined;
  return `control API: foreign Origin ${origin}`;
}

const hostOf = (origin: string): string => (URL.canParse(origin) ? new URL(origin).host : '');

function localProblem(request: Request): string | undefined {
  if (!isLoopbackAddress(clientAddress(request)) || cameFromElsewhere(request)) {
    return 'control API: served on loopback only; start the mock with --control-token to use it from elsewhere';
  }
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  return isLoopbackHost(host) ? undefined : `control API: foreign Host ${host}`;
}

/** A proxy on this machine also forwards outsiders; what they claim comes before what the proxy adds. */
function cameFromElsewhere({ headers }: Request): boolean {
  const clients = [headers['x-forwarded-for'], headers['x-real-ip']].flat();
  const named = clients.flatMap((client) => client?.split(',') ?? []).map((address) => address.trim());
  // These two only show that there was a proxy.
  if (headers.forwarded !== undefined || (headers.via !== undefined && named.length === 0)) return true;
  return named.some((address) => !isLoopbackAddress(address));
}

const isLocal = (origin: string): boolean =>
  URL.canParse(origin) && isLoopbackHost(new URL(origin).host.replace(/:\d+$/, ''));
