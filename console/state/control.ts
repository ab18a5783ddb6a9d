import { createClient } from '../../contract/client.js';
import { controlOperations } from '../../contract/control/index.js';
import { recall, recallOfWhole, remember } from './memory.js';
import { at, base } from './place.js';
import { createSignal } from './signal.js';

/** The control token, entered once and kept until the browser tab is closed; empty if there is none. */
export const controlToken = createSignal(
  recall('sessionStorage', 'control-token') ?? recallOfWhole('control-token') ?? '',
);
controlToken.watch((token) => remember('sessionStorage', 'control-token', token || undefined));

/** Whether the mock requires a control token, or a different one. */
export const tokenWanted = createSignal(false);

/** Calls the control API with the token; notes if a token is required. */
export const askControl: typeof fetch = async (input, init) => {
  const headers = new Headers(init?.headers);
  if (controlToken.get() !== '') headers.set('authorization', `bearer ${controlToken.get()}`);
  const response = await fetch(typeof input === 'string' ? at(input) : input, { ...init, headers });
  // A refusal of the bank has another reason.
  if (response.status === 403 && (await response.clone().text()).includes('control token'))
    tokenWanted.set(true);
  return response;
};

/** The control API, as declared. */
export const control = createClient(controlOperations, {
  baseUrl: location.origin + base,
  fetch: askControl,
});
