import type { Request } from 'express';
import { isLoopbackAddress } from '../../contract/loopback.js';
import { withoutSlash } from '../../contract/without-slash.js';
import { clientAddress } from '../client-address.js';
import type { TrustedProxies } from './trusted-proxies.js';

/** Under what URL the mock is reached: every absolute URL that it gives begins with it, without a slash at its end. */
export type PublicUrl = (request: Pick<Request, 'protocol' | 'headers' | 'socket'>) => string;

/**
 * The URL given at start, if there is one. Otherwise what a trusted proxy says (`X-Forwarded-Proto`, `-Host`, `-Port`,
 * `-Prefix`), and what the request itself says. Anyone else could send these headers, too.
 *
 * @param configured the URL, or how it is found out
 * @param below the path of a sandbox
 * @param trusts whether a proxy at this address is trusted; if not given, those of this machine are
 */
export function createPublicUrl(
  configured?: string | PublicUrl,
  below = '',
  trusts: TrustedProxies = isLoopbackAddress,
): PublicUrl {
  if (typeof configured === 'function') return (request) => `${configured(request)}${below}`;
  const fixed = configured === undefined ? undefined : withoutSlash(configured);
  return (request) => {
    const whole =
      fixed ?? forwarded(request, trusts) ?? `${request.protocol}://${request.headers.host ?? ''}`;
    return `${whole}${below}`;
  };
}

/** The path of that URL, without a slash at its end: what links of a page begin with. */
export const pathOf = (publicUrl: PublicUrl, request: Parameters<PublicUrl>[0]): string => {
  const url = publicUrl(request);
  return URL.canParse(url) ? withoutSlash(new URL(url).pathname) : '';
};

function forwarded(request: Parameters<PublicUrl>[0], trusts: TrustedProxies): string | undefined {
  if (!trusts(clientAddress(request))) return undefined;
  const { headers, protocol } = request;
  const said = (name: string, form: RegExp): string | undefined => {
    const value = [headers[`x-forwarded-${name}`]].flat()[0]?.split(',')[0]?.trim();
    return value !== undefined && value.length < 300 && form.test(value) ? value : undefined;
  };
  const proto = said('proto', /^https?$/);
  const host = said('host', /^[A-Za-z0-9.\-_[\]:]+$/);
  const prefix = said('prefix', /^\/[A-Za-z0-9.\-_~/]*$/);
  if (proto === undefined && host === undefined && prefix === undefined) return undefined;
  const port = said('port', /^\d{1,5}$/);
  const usual = (proto ?? protocol) === 'https' ? '443' : '80';
  const place = host ?? headers.host ?? '';
  const withPort = host === undefined || port === undefined || port === usual || /:\d+$/.test(place);
  return withoutSlash(`${proto ?? protocol}://${withPort ? place : `${place}:${port}`}${prefix ?? ''}`);
}
