import { createClient } from '../contract/client.js';
import { operations } from '../contract/operations/index.js';
import type { Credentials } from '../steps/drivers/builtin-calls.js';
import { dcmFetch } from './to-dcm.js';

/** Logs in as the employee of the `dcm` block and keeps the session; another password means another login. */
export function sessionCredentials(): Credentials {
  const sessions = new Map<string, Promise<Readonly<Record<string, string>>>>();

  return (dcm) => {
    const { email = '', password = '' } = dcm.employee ?? {};
    const name = `${dcm.base_url}\n${email}\n${password}`;
    const known = sessions.get(name) ?? logIn(dcm.base_url, email, password);
    sessions.set(name, known);
    known.catch(() => sessions.delete(name));
    return known;
  };
}

async function logIn(baseUrl: string, email: string, password: string) {
  const api = createClient(operations, { baseUrl, fetch: dcmFetch });
  const flow = await api.createLoginFlow({});
  const { session_token } = await api.submitLogin({
    query: { flow: flow.id },
    body: { method: 'password', identifier: email, password },
  });
  return { authorization: `bearer ${session_token}` };
}
