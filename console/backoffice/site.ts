import { z } from 'zod';
import { createClient } from '../../contract/client.js';
import { operations } from '../../contract/operations/index.js';
import { recall, remember } from '../state/memory.js';
import { at, below } from '../state/place.js';
import { createSignal } from '../state/signal.js';

/** The bank whose backoffice this is: the second segment of the path. */
export const alias = decodeURIComponent(below(location.pathname).split('/')[2] ?? '');
export const base = `/backoffice/${alias}`;

/** What the backoffice knows about its bank. */
const site = z.object({
  name: z.string(),
  counterparty_guid: z.string(),
  asset_code: z.string(),
  asset_issuer: z.string(),
});
export type Site = z.infer<typeof site>;

/** The asset of the network, as requests name it. */
export const assetOf = ({ asset_code, asset_issuer }: Site) => ({ asset_code, asset_issuer });

/** Undefined if no counterparty has this alias. */
export async function readSite(): Promise<Site | undefined> {
  const response = await fetch(at(`${base}/site.json`));
  return response.ok ? site.parse(await response.json()) : undefined;
}

/** Session token, kept until the browser tab is closed; empty if no one is logged in. */
export const session = createSignal(recall('sessionStorage', `session.${alias}`) ?? '');
session.watch((token) => remember('sessionStorage', `session.${alias}`, token || undefined));

/** DCM's public API, called as the employee. */
export const dcm = createClient(operations, {
  baseUrl: location.origin + at(''),
  headers: () => (session.get() === '' ? {} : { authorization: `bearer ${session.get()}` }),
  async fetch(...request) {
    const response = await fetch(...request);
    // The session has expired or was ended; a decline of the bank has the same status but another reason.
    if (response.status === 401 && response.headers.get('dcm-reason') === 'session') session.set('');
    return response;
  },
});
