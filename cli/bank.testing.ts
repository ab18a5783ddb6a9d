import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { newKeysFile, writeKeysFile } from '../mock-server/keys-file.js';
import { createStellar } from '../mock-server/stellar/index.js';
import { systemRandom } from '../mock-server/system.js';
import { dcmServing, folder } from './cli.testing.js';

/** The reference bank as a process of its own, and the bank.yaml that describes it. */

export const admin = 'dcm-admin@dcm.example';
export const employee = { email: 'officer@bank1.example', password: 'Officer-1-secret' };
export const keepers = [
  { login: 'keeper-identification', external_id: 'kk-1', for: 'identification' },
  { login: 'keeper-processing', external_id: 'kk-2', for: 'processing' },
] as const;

export interface Bank {
  /** Folder of its files, and of bank.yaml. */
  readonly at: string;
  readonly url: string;
  readonly acts: string;
  readonly acts_token: string;
  readonly signers: readonly string[];
}

/** DCM's keys, the same for all these banks: making them takes a while. */
let keysOfDcm: ReturnType<typeof newKeysFile> | undefined;

const newKeys = () => newKeysFile(systemRandom, createStellar({ networkPassphrase: '' }).keyPair);
const keysAt = (at: string) => join(at, 'dcm-keys.json');

/** A folder with DCM's keys in it. */
export async function home(): Promise<string> {
  const at = await folder();
  keysOfDcm ??= newKeys();
  await writeKeysFile(keysAt(at), await keysOfDcm);
  return at;
}

/** Replaces DCM's keys in such a folder by some that no other one has. */
export async function changeKeys(at: string): Promise<void> {
  await rm(keysAt(at));
  await writeKeysFile(keysAt(at), await newKeys());
}

export interface RunningBank extends Bank {
  readonly stop: (signal: NodeJS.Signals) => Promise<unknown>;
}

export async function startBank(...more: readonly string[]): Promise<RunningBank> {
  const at = await home();
  const file = (name: string) => join(at, name);
  const { first, stop } = await dcmServing(
    ...['bank', '--port', '0', '--json', '--subject', admin, '--subject', employee.email],
    ...['--own-key', file('bank-key.json'), '--jwks', file('bank-jwks.json')],
    ...['--signing-seeds', file('bank-seeds.json'), '--jwks-cooldown', '0'],
    ...more,
  );
  return { ...(JSON.parse(first) as Omit<Bank, 'at'>), at, stop };
}

type Members = Readonly<Record<string, unknown>>;

/** What a test wants different in bank.yaml. */
export interface Changes {
  readonly dcm?: Members;
  readonly bank?: Members;
  readonly driver?: Members;
  readonly plan?: Members;
  readonly more?: Members;
}

/** The content of bank.yaml for a bank at this URL. */
export const configOf = (
  url: string,
  { dcm, bank, driver, plan, more }: Changes = {},
): Readonly<Record<string, Members>> => ({
  dcm: { keys: './dcm-keys.json', port: 0, ...dcm },
  bank: {
    alias: 'bank1',
    name: 'Bank One',
    auth_url: url,
    callback_url: url,
    jwks_cooldown_s: 0,
    first_employee: employee,
    subjects: { admin, forbidden: 'stranger@bank1.example' },
    key_keepers: keepers,
    customers: { generate: 200 },
    unknown: { login: 'nobody@bank1.example', external_id: 'nobody' },
    ...bank,
  },
  driver: driver ?? { kind: 'http', url: `${url}/dcm-acts`, token: 'acts', timeout_s: 5 },
  ...(plan && { plan }),
  ...more,
});

/** Nothing listens there, and no server of another test is ever given it. */
export const deafPort = 2;

/** A port that nobody listens on, for a bank that has to know it before DCM is there. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

let written = 0;

/** Writes it; answers the file. */
export async function writeConfig(at: string, content: unknown): Promise<string> {
  written += 1;
  const file = join(at, `bank-${written}.yaml`);
  await writeFile(file, typeof content === 'string' ? content : stringify(content));
  return file;
}

/** bank.yaml for a bank that runs: reached through its hook, with everything it has. */
export const describeBank = (bank: Bank, changes: Changes = {}): Promise<string> =>
  writeConfig(
    bank.at,
    configOf(bank.url, {
      driver: { kind: 'http', url: bank.acts, token: bank.acts_token },
      ...changes,
      bank: {
        schemes: ['dcm', 'bank'],
        jwks: './bank-jwks.json',
        sign_url: bank.url,
        signers: bank.signers,
        ...changes.bank,
      },
    }),
  );

/**
 * Settings of a driver `command` that forwards each act to the bank's hook. A process for each act: what starts fast
 * (no modules, no fetch) makes the walk fast.
 */
export async function forwarding(bank: Bank): Promise<Members> {
  await writeFile(
    join(bank.at, 'acts.cjs'),
    `const { request } = require('node:http');
const headers = { 'content-type': 'application/json', authorization: 'Bearer ${bank.acts_token}' };
const sent = request('${bank.acts}', { method: 'POST', headers }, (answer) => {
  if (answer.statusCode === 501) console.log('{"ok":false,"unsupported":true}');
  else answer.pipe(process.stdout);
  answer.resume();
});
process.stdin.pipe(sent);
`,
  );
  return { kind: 'command', run: [process.execPath, 'acts.cjs'] };
}

/** Has the bank do one act, as its hook takes it. */
export async function actOf({ acts, acts_token }: Bank, act: string, dcm: Members, input: Members) {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${acts_token}` };
  const body = JSON.stringify({ act, id: `by-hand-${act}`, dcm, input });
  return (await fetch(acts, { method: 'POST', headers, body })).json() as Promise<Members>;
}
