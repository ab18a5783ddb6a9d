import { readFile, writeFile } from 'node:fs/promises';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { alike, type Said, said, UsageError } from '../../contract/texts/said.js';

/** Keys that sign statements: Ed25519 or P-256, as JWK. */

export interface StatementKey {
  readonly key: Awaited<ReturnType<typeof importJWK>>;
  readonly alg: 'EdDSA' | 'ES256';
  readonly publicJwk: JWK;
  /** Thumbprint of the public key (RFC 7638), its identity. */
  readonly kid: string;
}

/** Members of a JWK that are public. */
function publicPart({ kty, crv, x, y }: JWK): JWK {
  return { kty, ...(crv && { crv }), ...(x && { x }), ...(y && { y }) } as JWK;
}

function algorithmOf({ kty, crv }: JWK): StatementKey['alg'] | undefined {
  if (kty === 'OKP' && crv === 'Ed25519') return 'EdDSA';
  return kty === 'EC' && crv === 'P-256' ? 'ES256' : undefined;
}

/** @throws {UsageError} if it is not such a key; the error never shows its content */
export async function asStatementKey(
  jwk: JWK,
  name: Said,
  wanted: 'private' | 'public',
): Promise<StatementKey> {
  const alg = algorithmOf(jwk);
  if (alg === undefined)
    throw new UsageError(
      said(`${name.en}: expected an Ed25519 or P-256 JWK`, `${name.uk}: очікувано JWK для Ed25519 або P-256`),
    );
  if (wanted === 'private' && typeof jwk.d !== 'string') {
    throw new UsageError(
      said(
        `${name.en}: contains no private key; create one with: dcm statement key FILE`,
        `${name.uk}: приватного ключа немає; створіть його так: dcm statement key FILE`,
      ),
    );
  }
  const publicJwk = publicPart(jwk);
  try {
    const own = wanted === 'private' ? { ...publicJwk, d: jwk.d as string } : publicJwk;
    return {
      key: await importJWK(own as JWK, alg),
      alg,
      publicJwk,
      kid: await calculateJwkThumbprint(publicJwk),
    };
  } catch {
    throw new UsageError(said(`${name.en}: is not a valid key`, `${name.uk}: недійсний ключ`));
  }
}

/** @throws {UsageError} if the file cannot be read or contains no such key */
export async function readStatementKey(file: string, wanted: 'private' | 'public'): Promise<StatementKey> {
  let jwk: unknown;
  try {
    jwk = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    const reason =
      error instanceof SyntaxError ? said('it is not JSON', 'це не JSON') : alike((error as Error).message);
    throw new UsageError(
      said(`${file}: cannot be read as a JWK: ${reason.en}`, `${file}: не читається як JWK: ${reason.uk}`),
    );
  }
  if (typeof jwk !== 'object' || jwk === null)
    throw new UsageError(said(`${file}: is not a JWK`, `${file}: це не JWK`));
  return asStatementKey(jwk as JWK, alike(file), wanted);
}

/** Creates a key pair: the private JWK in `file` (mode 600), the public one next to it. @throws {UsageError} */
export async function makeStatementKey(file: string): Promise<{ publicFile: string; kid: string }> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const publicJwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(publicJwk);
  const publicFile = `${file.replace(/\.json$/, '')}.pub.json`;
  const text = (jwk: JWK) => `${JSON.stringify({ ...jwk, kid }, null, 2)}\n`;
  try {
    await writeFile(file, text(await exportJWK(privateKey)), { mode: 0o600, flag: 'wx' });
    await writeFile(publicFile, text(publicJwk));
  } catch (error) {
    const there = (error as NodeJS.ErrnoException).code === 'EEXIST';
    throw new UsageError(
      there
        ? said(`${file}: already exists and was not changed`, `${file}: уже існує, тому його не змінено`)
        : alike(`${file}: ${(error as Error).message}`),
    );
  }
  return { publicFile, kid };
}
