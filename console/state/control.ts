import { createClient } from '../../contract/client.js';
import { controlOperations } from '../../contract/control/index.js';
import { recall, remember } from './memory.js';
import { createSignal } from './signal.js';

/** The control token, asked for once and kept until the browser's tab is closed; empty without one. */
export const controlToken = createSignal(recall('sessionStorage', 'control-token') ?? '');
controlToken.watch((token) => remember('sessionStorage', 'control-token', token || undefined));

/** The mock wants a control token, or another one. */
export const tokenWanted = createSignal(false);

/** Asks the control API with the token; notes it when the token is wanted. */
export const askControl: typeof fetch = async (input, init) => {
  const headers = new Headers(init?.headers);
  if (controlToken.get() !== '') headers.set('authorization', `bearer ${controlToken.get()}`);
  const response = await fetch(input, { ...init, headers });
  // A bank's refusal has other words.
  if (response.status === 403 && (await response.clone().text()).includes('control token'))
    tokenWanted.set(true);
  return response;
};

/** The control API, as its declarations have it. */
export const control = createClient(controlOperations, { baseUrl: location.origin, fetch: askControl });
