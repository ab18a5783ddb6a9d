import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { newKeysFile, readKeysFile, writeKeysFile } from '../../mock-server/keys-file.js';
import { createStellar } from '../../mock-server/stellar/index.js';
import { systemRandom } from '../../mock-server/system.js';

/** `dcm keys FILE`: makes DCM's keys once, or shows the public parts of those that are there. */
export async function keys(file: string, options: { readonly show?: boolean }): Promise<number> {
  if (!options.show) {
    const { keyPair } = createStellar({ networkPassphrase: '' });
    await writeKeysFile(file, await newKeysFile(systemRandom, keyPair));
  }
  const made = await readKeysFile(file);
  const { publicJwk, privateKey } = made.signing;
  const jwk: JsonWebKey = { ...publicJwk };
  console.log(`keys               ${file} (keep it: banks are configured with its public parts)`);
  console.log(`counterparty guid  ${made.counterpartyGuid}`);
  console.log(`asset issuer       ${(await made.issuer()).address}`);
  console.log(`DCM signer         ${(await made.signer()).address}`);
  console.log(`kid                ${publicJwk.kid}`);
  console.log(`\nJWK\n${JSON.stringify(jwk, null, 2)}`);
  console.log(`\nPEM\n${createPublicKey(privateKey).export({ type: 'spki', format: 'pem' })}`);
  return 0;
}
