import { blocked } from './line.js';
import type { Patient } from './patient.js';
import { type Reached, reach } from './reach.js';

/** Something that no bank can sign: this only checks whether anything responds. */
const nothing = { method: 'POST', body: '{}' } as const;

/**
 * Calls `/sign`. A 404 about a transfer is a correct response there (MS), so it is compared with the response to a path
 * that certainly does not exist: if both are the same, nothing serves `/sign`.
 */
export async function reachSign(patient: Pick<Patient, 'send' | 'texts'>, url: string): Promise<Reached> {
  const asked = await reach(patient, 'sign_url', url, nothing);
  if (asked.status !== 404) return asked;
  const nowhere = `${url}/nowhere`;
  const elsewhere = await reach(patient, 'sign_url', nowhere, nothing);
  const pathless = (text = '', address: string) => text.replaceAll(new URL(address).pathname, '');
  const same = elsewhere.status === 404 && pathless(asked.text, url) === pathless(elsewhere.text, nowhere);
  if (!same) return asked;
  const see = `curl -i -X POST ${url} -H 'content-type: application/json' -d '{}'`;
  return { line: blocked('url', patient.texts.noSign(url), see) };
}
