import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Keypair } from '@stellar/stellar-base';
import { admin, type Bank, employee, home } from './bank.testing.js';
import { serving } from './cli.testing.js';

const program = fileURLToPath(new URL('../fixtures/independent-bank/bank.mjs', import.meta.url));
const token = 'acts-of-the-independent-bank';

/** The bank that shares no line with the reference bank, as a process of its own, with the files that bank.yaml names. */
export async function startIndependentBank(dcmUrl: string): Promise<Bank> {
  const at = await home();
  const file = (name: string) => join(at, name);
  const write = (name: string, content: unknown) => writeFile(file(name), JSON.stringify(content));
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  await write('bank-key.json', { ...privateKey.export({ format: 'jwk' }), kid: 'bank-1', alg: 'RS256' });
  await write('bank-seeds.json', [Keypair.random().secret(), Keypair.random().secret()]);
  const { first } = await serving([program], at, {
    PORT: '0',
    DCM_URL: dcmUrl,
    ACTS_TOKEN: token,
    SUBJECTS: [admin, employee.email].join(','),
    OWN_KEY: file('bank-key.json'),
    SIGNING_SEEDS: file('bank-seeds.json'),
  });
  const { url, jwk, signers } = JSON.parse(first) as { url: string; jwk: object; signers: string[] };
  await write('bank-jwks.json', { keys: [jwk] });
  return { at, url, acts: `${url}/dcm-acts`, acts_token: token, signers };
}
