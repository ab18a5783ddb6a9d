import { BlockList, isIP } from 'node:net';
import { isLoopbackAddress } from '../../contract/loopback.js';
import { said, UsageError } from '../../contract/texts/said.js';

/** Whether a proxy at this address is believed what it says of the URL. */
export type TrustedProxies = (address: string | undefined) => boolean;

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** Adds an address or a network such as `10.0.0.0/8`; false if it is neither. */
function add(list: BlockList, entry: string): boolean {
  const [address = '', prefix, ...more] = entry.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  if (prefix === undefined) {
    list.addAddress(address, familyOf(address));
    return true;
  }
  if (!/^\d{1,3}$/.test(prefix) || Number(prefix) > (version === 6 ? 128 : 32)) return false;
  list.addSubnet(address, Number(prefix), familyOf(address));
  return true;
}

/**
 * @param text `loopback` (this machine), `none`, or addresses and networks, separated by commas
 * @throws {UsageError}
 */
export function trustedProxiesOf(text: string): TrustedProxies {
  const entries = text.split(',').map((entry) => entry.trim());
  if (text.trim() === 'none') return () => false;
  const list = new BlockList();
  for (const entry of entries) {
    if (entry === 'loopback' || add(list, entry)) continue;
    throw new UsageError(
      said(
        `--trust-proxy ${text}: expected none, loopback, addresses or networks such as 10.0.0.0/8, separated by commas`,
        `--trust-proxy ${text}: очікувано none, loopback, адреси або мережі, наприклад 10.0.0.0/8, через кому`,
      ),
    );
  }
  const local = entries.includes('loopback');
  return (address) =>
    address !== undefined &&
    ((local && isLoopbackAddress(address)) ||
      (isIP(address) !== 0 && list.check(address, familyOf(address))));
}
