import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { bilingual } from '../../contract/texts/language.js';
import { newKeysFile, readKeysFile, writeKeysFile } from '../../mock-server/keys-file.js';
import { createStellar } from '../../mock-server/stellar/index.js';
import { systemRandom } from '../../mock-server/system.js';
import { languageOf } from '../language.js';

const texts = bilingual(
  {
    keys: 'keys',
    keep: 'keep this file: banks are configured with its public parts',
    guid: 'counterparty guid',
    issuer: 'asset issuer',
    signer: 'DCM signer',
  },
  {
    keys: 'ключі',
    keep: 'зберігайте цей файл: його публічні частини налаштовують у банках',
    guid: 'guid контрагента',
    issuer: 'емітент активу',
    signer: 'підписант DCM',
  },
);

/** `dcm keys FILE`: creates DCM's keys once, or shows the public parts of existing ones. */
export async function keys(
  file: string,
  options: { readonly show?: boolean; readonly lang?: string },
): Promise<number> {
  const t = texts[languageOf(options.lang)];
  const line = (label: string, value: string) => console.log(`${label.padEnd(18)} ${value}`);
  if (!options.show) {
    const { keyPair } = createStellar({ networkPassphrase: '' });
    await writeKeysFile(file, await newKeysFile(systemRandom, keyPair));
  }
  const made = await readKeysFile(file);
  const { publicJwk, privateKey } = made.signing;
  const jwk: JsonWebKey = { ...publicJwk };
  line(t.keys, `${file} (${t.keep})`);
  line(t.guid, made.counterpartyGuid);
  line(t.issuer, (await made.issuer()).address);
  line(t.signer, (await made.signer()).address);
  line('kid', publicJwk.kid);
  console.log(`\nJWK\n${JSON.stringify(jwk, null, 2)}`);
  console.log(`\nPEM\n${createPublicKey(privateKey).export({ type: 'spki', format: 'pem' })}`);
  return 0;
}
