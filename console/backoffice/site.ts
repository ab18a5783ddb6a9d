import { z } from 'zod';
import { createClient } from '../../contract/client.js';
import { operations } from '../../contract/operations/index.js';
import { recall, remember } from '../state/memory.js';
import { createSignal } from '../state/signal.js';

/** The bank whose backoffice this is: the second segment of the path. */
export const alias = decodeURIComponent(location.pathname.split('/')[2] ?? '');
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
  const response = await fetch(`${base}/site.json`);
  return response.ok ? site.parse(await response.json()) : undefined;
}

/** Session token, kept until the browser tab is closed; empty if no one is logged in. */
export const session = createSignal(recall('sessionStorage', `session.${alias}`) ?? '');
session.watch((token) => remember('sessionStorage', `session.${alias}`, token || undefined));

/** Why DCM has ended the session: the headers `DCM-Reason` and `DCM-Hint`. */
export interface SessionEnd {
  readonly reason: string;
  readonly hint: string;
}

/** How the session of this tab has ended against the will of the employee; undefined if it has not. */
export const sessionEnd = createSignal<SessionEnd | undefined>(undefined);
session.watch((token) => {
  if (token !== '') sessionEnd.set(undefined);
});

/** DCM's public API, called as the employee. */
export const dcm = createClient(operations, {
  baseUrl: location.origin,
  headers: () => (session.get() === '' ? {} : { authorization: `bearer ${session.get()}` }),
  async fetch(...request) {
    const token = session.get();
    const response = await fetch(...request);
    const reason = response.headers.get('dcm-reason') ?? '';
    // The session has expired or was ended; a decline of the bank has the same status but another reason. A late response
    // to a request of an earlier session says nothing of the one that has begun since.
    if (response.status === 401 && reason === 'session' && token !== '' && session.get() === token) {
      sessionEnd.set({ reason, hint: response.headers.get('dcm-hint') ?? '' });
      session.set('');
    }
    return response;
  },
});
