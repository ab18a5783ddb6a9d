import { timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';

const loopbackAddresses = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const loopbackNames = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Keeps strangers off the control API: with a token it is asked for, without one only this machine is served, and
 * only under its own name, so that no web page can reach it through a browser.
 */
export function controlGuard(token: string | undefined): (request: Request) => string | undefined {
  return (request) =>
    siteProblem(request) ?? (token === undefined ? localProblem(request) : tokenProblem(request, token));
}

/** Browsers say whether a page of another site asks. */
const siteProblem = ({ headers }: Request): string | undefined =>
  headers['sec-fetch-site'] === 'cross-site' ? 'control API: not served to pages of another site' : undefined;

function tokenProblem(request: Request, token: string): string | undefined {
  const given = Buffer.from(request.headers.authorization?.replace(/^bearer\s+/i, '') ?? '');
  const expected = Buffer.from(token);
  const right = given.length === expected.length && timingSafeEqual(given, expected);
  return right ? undefined : 'control API: send Authorization: bearer with the control token';
}

function localProblem(request: Request): string | undefined {
  if (!loopbackAddresses.has(request.socket.remoteAddress ?? '')) {
    return 'control API: served on loopback only; start the mock with --control-token to use it from elsewhere';
  }
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  if (!loopbackNames.has(host)) return `control API: foreign Host ${host}`;
  const { origin } = request.headers;
  if (origin !== undefined && !isLocal(origin)) return `control API: foreign Origin ${origin}`;
  return undefined;
}

const isLocal = (origin: string): boolean =>
  URL.canParse(origin) && loopbackNames.has(new URL(origin).host.replace(/:\d+$/, ''));
