import type { Request } from 'express';
import { isLoopbackAddress, isLoopbackHost } from '../../contract/loopback.js';
import { SaidError } from '../../contract/texts/said.js';
import { controlTokenProblem, hashOfToken, isToken } from './token.js';

/** Why a request must not reach the control API; undefined if it may. */
export type ControlGuard = (request: Request) => string | undefined;

/**
 * Keeps outsiders off the control API: with a token, every request needs it; without one, only this machine is
 * served, and only under its own name. In either case no page of another site or port can change anything through a
 * browser.
 *
 * @param publicOrigin the origin under which this request reached the mock, as `public-url.ts` knows it
 * @throws {Error} for an invalid token
 */
export function controlGuard(
  token: string | undefined,
  publicOrigin: (request: Request) => string,
): ControlGuard {
  const problem = token === undefined ? undefined : controlTokenProblem(token);
  if (problem !== undefined) throw new SaidError(problem);
  const hash = token === undefined ? undefined : hashOfToken(token);
  return (request) =>
    siteProblem(request, publicOrigin(request), hash !== undefined) ??
    (hash === undefined ? localProblem(request) : tokenProblem(request, hash));
}

/** The control API of a sandbox: open to its own token, and to whoever may use that of the whole mock. */
export const sandboxGuard =
  (hash: Buffer, operator: ControlGuard, publicOrigin: (request: Request) => string): ControlGuard =>
  (request) =>
    operator(request) === undefined
      ? undefined
      : (siteProblem(request, publicOrigin(request), true) ?? tokenProblem(request, hash));

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

function tokenProblem(request: Request, hash: Buffer): string | undefined {
  const given = request.headers.authorization?.replace(/^bearer\s+/i, '') ?? '';
  return isToken(given, hash) ? undefined : 'control API: send Authorization: bearer with the control token';
}

function localProblem(request: Request): string | undefined {
  if (!isLoopbackAddress(request.socket.remoteAddress) || cameFromElsewhere(request)) {
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
