import { blocked } from './line.js';
import type { Patient } from './patient.js';
import { type Reached, reach } from './reach.js';

/** What no bank can sign: it is asked only whether somebody is there. */
const nothing = { method: 'POST', body: '{}' } as const;

/**
 * Asks `/sign`. A 404 about a transfer is a right answer there (MS), so it is held against one about a path that
 * certainly is not there: when they are the same, nothing serves `/sign`.
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
