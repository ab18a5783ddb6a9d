import { CompactSign, compactVerify, decodeProtectedHeader, type JWK } from 'jose';
import type { Statement } from '../../reports/statement.js';
import { asStatementKey, type StatementKey } from './keys.js';

const type = 'dcm-statement+jws';

/** The statement as a compact JWS that carries its public key. */
export async function signStatement(statement: Statement, { key, alg, publicJwk, kid }: StatementKey) {
  const signed = await new CompactSign(new TextEncoder().encode(JSON.stringify(statement)))
    .setProtectedHeader({ alg, kid, typ: type, jwk: publicJwk })
    .sign(key);
  return `${signed}\n`;
}

export interface Opened {
  /** What was signed. */
  readonly statement: Readonly<Record<string, unknown>>;
  /** Thumbprint of the key that signed. */
  readonly kid: string;
}

/**
 * Verifies the signature, by the given key, or by the key that the statement carries.
 * @throws {Error} with what is wrong, in words
 */
export async function openStatement(jws: string, trusted?: StatementKey): Promise<Opened> {
  const { typ, jwk } = header(jws);
  if (typ !== type) throw new Error(`it is not a statement: its typ is ${JSON.stringify(typ ?? null)}`);
  const key = trusted ?? (await asStatementKey((jwk ?? {}) as JWK, 'the key in the statement', 'public'));
  try {
    const { payload } = await compactVerify(jws.trim(), key.key, { algorithms: [key.alg] });
    return { statement: JSON.parse(new TextDecoder().decode(payload)), kid: key.kid };
  } catch {
    throw new Error(
      trusted === undefined
        ? 'the signature does not hold: the statement was changed after signing'
        : 'the signature is not of the given key, or the statement was changed after signing',
    );
  }
}

function header(jws: string) {
  try {
    return decodeProtectedHeader(jws.trim());
  } catch {
    throw new Error('it is not a signed statement (JWS)');
  }
}
