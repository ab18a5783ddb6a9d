import { CompactSign, compactVerify, decodeProtectedHeader, type JWK } from 'jose';
import { SaidError, said } from '../../contract/texts/said.js';
import type { Statement } from '../../reports/statement.js';
import { asStatementKey, type StatementKey } from './keys.js';

const type = 'dcm-statement+jws';

/** The statement as a compact JWS that contains its public key. */
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
 * Verifies the signature with the given key, or with the key in the statement.
 * @throws {SaidError} saying what is wrong
 */
export async function openStatement(jws: string, trusted?: StatementKey): Promise<Opened> {
  const { typ, jwk } = header(jws);
  if (typ !== type) {
    const found = JSON.stringify(typ ?? null);
    throw new SaidError(
      said(`it is not a statement: its typ is ${found}`, `це не підтвердження: його typ — ${found}`),
    );
  }
  const key =
    trusted ??
    (await asStatementKey(
      (jwk ?? {}) as JWK,
      said('the key in the statement', 'ключ у підтвердженні'),
      'public',
    ));
  try {
    const { payload } = await compactVerify(jws.trim(), key.key, { algorithms: [key.alg] });
    return { statement: JSON.parse(new TextDecoder().decode(payload)), kid: key.kid };
  } catch {
    throw new SaidError(
      trusted === undefined
        ? said(
            'the signature is not valid: the statement was changed after signing',
            'підпис недійсний: підтвердження змінено після підписання',
          )
        : said(
            'the signature is not by the given key, or the statement was changed after signing',
            'підпис зроблено не вказаним ключем, або підтвердження змінено після підписання',
          ),
    );
  }
}

function header(jws: string) {
  try {
    return decodeProtectedHeader(jws.trim());
  } catch {
    throw new SaidError(said('it is not a signed statement (JWS)', 'це не підписане підтвердження (JWS)'));
  }
}
