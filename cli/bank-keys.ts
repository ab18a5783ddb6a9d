import { generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { alike, type Said, said, UsageError } from '../contract/texts/said.js';
import { createStellar } from '../mock-server/stellar/index.js';
import { randomSeed, systemRandom } from '../mock-server/system.js';

/** Files with the reference bank's keys for the scheme "JWT by Bank" and for multisignature. */

const privateJwk = z.looseObject({ kty: z.string(), kid: z.string().min(1), d: z.string() });

const signingPair = z.object({ address: z.string(), seed: z.string().regex(/^S[A-Z2-7]{55}$/) });
const signingPairs = z.tuple([signingPair, signingPair]);
export type SigningPairs = z.output<typeof signingPairs>;

/** A new ES256 key, as a private JWK. */
export function newOwnKey(): JsonWebKey {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...privateKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig', kid: `bank-${randomSeed()}` };
}

/** Two Stellar key pairs: for customers' entities, and for the bank's own. */
export async function newSigningPairs(): Promise<SigningPairs> {
  const { keyPair } = createStellar({ networkPassphrase: '' });
  const made = async () => {
    const { address, seed } = await keyPair(systemRandom(32));
    return { address, seed };
  };
  return [await made(), await made()];
}

/** The bank's own key; created if the file does not exist. @throws {UsageError} */
export const keptOwnKey = (file: string): Promise<JsonWebKey> =>
  kept('--own-key', file, privateJwk, said('a private JWK with a kid', 'приватний JWK із kid'), async () =>
    newOwnKey(),
  );

/** The bank's seeds for /sign; created if the file does not exist. @throws {UsageError} */
export const keptSigningPairs = (file: string): Promise<SigningPairs> =>
  kept(
    '--signing-seeds',
    file,
    signingPairs,
    said('two objects {"address", "seed"}', 'два об’єкти {"address", "seed"}'),
    newSigningPairs,
  );

async function kept<Content>(
  option: string,
  file: string,
  schema: z.ZodType<unknown>,
  what: Said,
  make: () => Promise<Content>,
): Promise<Content> {
  try {
    if (!existsSync(file)) {
      const text = `${JSON.stringify(await make(), null, 2)}\n`;
      await writeFile(file, text, { mode: 0o600, flag: 'wx' });
    }
    const content: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (schema.safeParse(content).success) return content as Content;
  } catch (error) {
    // The message of a JSON error would show the content of the file.
    if (!(error instanceof SyntaxError))
      throw new UsageError(alike(`${option} ${file}: ${(error as Error).message}`));
  }
  throw new UsageError(
    said(
      `${option} ${file}: expected ${what.en}; if the file does not exist, it is created`,
      `${option} ${file}: очікувано ${what.uk}; якщо файлу немає, його буде створено`,
    ),
  );
}
