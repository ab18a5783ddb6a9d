import { isIP } from 'node:net';
import type { BankConfig } from '../../contract/bank-config/index.js';
import { isLoopbackHost } from '../../contract/loopback.js';
import { said, UsageError } from '../../contract/texts/said.js';
import { bankUrls } from '../config/urls.js';

/** Addresses that are not routed in public: RFC 1918, RFC 3927, RFC 4193, and all of 127. */
const privateAddress =
  /^(?:127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|\[?f[cd][\da-f]{2}:|\[?fe[89ab][\da-f]:)/i;

/** Names that only a private network has (RFC 2606, 6762, 8375, 9476 and common use), or without a dot. */
const privateName = /^[^.]+$|\.(?:localhost|local|internal|lan|home|corp|test|home\.arpa)$/i;

/** Whether a host is this machine or in a private network, by its name alone. */
export function isPrivateHost(host: string): boolean {
  if (isLoopbackHost(host)) return true;
  return isIP(host.replaceAll(/[[\]]/g, '')) === 0 ? privateName.test(host) : privateAddress.test(host);
}

/** Every host that is put under load. */
function hostsOf(config: BankConfig, transfers: boolean): string[] {
  const { user_auth_url, user_key_url, user_id_url, callback_url, sign_url } = bankUrls(config);
  const { driver } = config;
  const ofTransfers = [callback_url, sign_url, 'url' in driver ? driver.url : ''];
  const urls = [user_auth_url, user_key_url, user_id_url, ...(transfers ? ofTransfers : [])];
  return [...new Set(urls.filter((url) => url !== '').map((url) => new URL(url).hostname))];
}

/** Nobody's service is put under load by mistake. @throws {UsageError} */
export function requirePrivateHosts(
  config: BankConfig,
  { transfers, allowed }: { readonly transfers: boolean; readonly allowed: readonly string[] },
): void {
  const host = hostsOf(config, transfers).find((one) => !isPrivateHost(one) && !allowed.includes(one));
  if (host === undefined) return;
  throw new UsageError(
    said(
      `${host} is not a private host: put it under load only with its operator's consent, and add --allow-host ${host}`,
      `${host} не є приватним хостом: навантажуйте його лише за згодою тих, хто за нього відповідає, і додайте --allow-host ${host}`,
    ),
  );
}
