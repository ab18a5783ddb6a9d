import { createPrivateKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Trust } from '../../bridge/proxy/ways.js';
import type { Connection } from '../../contract/wire/http.js';
import { ConfigError, type LoadedConfig } from './load.js';

/** The files that bank.yaml names. Every function @throws {ConfigError} naming the member and the file. */

type Json = Readonly<Record<string, unknown>>;

/** The bank's own key, with which the harness signs tokens on its behalf. */
export interface OwnKey {
  readonly key: KeyObject;
  readonly alg: string;
  readonly publicJwk: Json & { readonly kid: string };
}

/** The certificates that one side needs. */
export async function readTrust(loaded: LoadedConfig, side: 'bank' | 'dcm'): Promise<Trust> {
  const { tls } = loaded.config[side];
  const pem = async (name: 'ca' | 'cert' | 'key') => {
    const path = tls?.[name];
    return path === undefined ? {} : { [name]: await readText(loaded, `${side}.tls.${name}`, path) };
  };
  return {
    insecure: tls?.insecure ?? false,
    ...(await pem('ca')),
    ...(await pem('cert')),
    ...(await pem('key')),
  };
}

export async function readConnection(loaded: LoadedConfig): Promise<Connection> {
  const { headers, proxy } = loaded.config.bank;
  return {
    headers,
    ...(proxy === undefined ? {} : { proxy }),
    ...(await readTrust(loaded, 'bank')),
  };
}

/** The public JWKs of a JWKS, or of a file with one key. */
export async function readJwks(loaded: LoadedConfig, name: string): Promise<Json[]> {
  const content = await readJson(loaded, 'bank.jwks', name);
  const keys: readonly unknown[] = Array.isArray(content.keys) ? content.keys : [content];
  const problem = (text: string) => new ConfigError(loaded.file, [`bank.jwks: ${name} ${text}`]);
  if (keys.length === 0) throw problem('contains no key');
  return keys.map((key) => {
    if (!isObject(key) || typeof key.kty !== 'string') throw problem('is not a JWKS: a key has no kty');
    if (typeof key.kid !== 'string') throw problem('contains a key without a kid');
    if ('d' in key || 'k' in key)
      throw problem(`contains the private key ${key.kid}; provide only its public part`);
    return key;
  });
}

/** The private JWK of the builtin driver. */
export async function readOwnKey(loaded: LoadedConfig, name: string): Promise<OwnKey> {
  const jwk = await readJson(loaded, 'driver.private_jwk', name);
  const problem = (text: string) => new ConfigError(loaded.file, [`driver.private_jwk: ${name} ${text}`]);
  const { d: _d, p: _p, q: _q, dp: _dp, dq: _dq, qi: _qi, ...publicJwk } = jwk;
  const { kid, kty, alg = usualAlgorithms[String(kty)] } = publicJwk;
  if (typeof kid !== 'string') throw problem('has no kid');
  if (typeof alg !== 'string') throw problem(`has no alg, and its kty ${kty} has no default one`);
  return { key: privateKey(jwk, problem), alg, publicJwk: { ...publicJwk, kid, alg } };
}

const usualAlgorithms: Readonly<Record<string, string>> = { RSA: 'RS256', EC: 'ES256', OKP: 'EdDSA' };

/** Hides errors of node:crypto, which show the key. */
function privateKey(jwk: Json, problem: (text: string) => ConfigError): KeyObject {
  try {
    return createPrivateKey({ key: jwk as JsonWebKey, format: 'jwk' });
  } catch {
    throw problem('is not a private JWK');
  }
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

async function readText({ file, path }: LoadedConfig, member: string, name: string): Promise<string> {
  try {
    return await readFile(path(name), 'utf8');
  } catch (error) {
    throw new ConfigError(file, [`${member}: ${name} cannot be read: ${(error as Error).message}`]);
  }
}

async function readJson(loaded: LoadedConfig, member: string, name: string): Promise<Json> {
  const text = await readText(loaded, member, name);
  try {
    const content: unknown = JSON.parse(text);
    if (isObject(content)) return content;
  } catch {
    // Reported below, for both cases.
  }
  throw new ConfigError(loaded.file, [`${member}: ${name} is not a JSON object`]);
}
