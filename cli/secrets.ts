import { readFile } from 'node:fs/promises';
import { privateJwkOf, secretsOf } from '../contract/bank-config/driver.js';
import type { LoadedConfig } from './config/load.js';

/** Secret members of key files: those of JWKs, and seeds as this project stores them. */
const privateMembers = /^(?:d|p|q|dp|dq|qi|k|secret|seed|issuer_seed|signer_seed)$|seed|secret|private/i;

/** Secret strings in a JSON file with keys; none if it cannot be read, which is reported elsewhere. */
export async function secretsInFile(file: string): Promise<string[]> {
  try {
    return secretMembers(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return [];
  }
}

function secretMembers(value: unknown, secret = false): string[] {
  if (typeof value === 'string') return secret ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    secretMembers(one, secret || (!Array.isArray(value) && privateMembers.test(name))),
  );
}

function proxyPassword(proxy: string | undefined): string[] {
  const password = proxy === undefined ? '' : new URL(proxy).password;
  return password === '' ? [] : [password, decodeURIComponent(password)];
}

/** All secrets in bank.yaml and the files that it names: no report may show them. */
export async function configSecretsOf({ config, path }: LoadedConfig): Promise<string[]> {
  const { bank, driver, dcm } = config;
  const files = [dcm.keys, privateJwkOf(driver)].filter((file) => file !== undefined);
  return [
    ...(bank.first_employee === undefined ? [] : [bank.first_employee.password]),
    ...Object.values(bank.headers ?? {}),
    ...proxyPassword(bank.proxy),
    ...secretsOf(driver),
    ...(await Promise.all(files.map((file) => secretsInFile(path(file))))).flat(),
  ];
}
