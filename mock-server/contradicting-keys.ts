import type { KeysFile } from '../contract/keys-file.js';
import { type Said, said } from '../contract/texts/said.js';
import { signingKeyOf } from './keys.js';
import { addressOfSeed } from './stellar/strkey.js';

/** DCM's keys on the ledger, each of which has an account of its own. */
const onLedger = ['issuer', 'root', 'signer'] as const;

/**
 * What in DCM's keys contradicts itself, each for itself being well formed: with such keys a mock starts, and fails later
 * at the first transfer. Names no secret.
 *
 * @returns undefined if nothing does
 */
export function contradictionIn(keys: KeysFile): Said | undefined {
  if (signingKeyOf(keys.signing) === undefined)
    return said('the signing key is damaged', 'ключ підпису пошкоджено');
  const { kid, alg = 'RS256', use = 'sig' } = keys.signing;
  if (kid === '') return said('signing.kid is empty', 'signing.kid порожній');
  if (alg !== 'RS256' || use !== 'sig')
    return said(
      'the signing key is for something else: DCM signs with alg RS256 and use sig',
      'ключ підпису має інше призначення: DCM підписує з alg RS256 і use sig',
    );
  for (const [index, name] of onLedger.entries()) {
    const { address, seed } = keys[name];
    if (addressOfSeed(seed) !== address)
      return said(
        `${name}.address does not belong to ${name}.seed`,
        `${name}.address не відповідає ${name}.seed`,
      );
    const same = onLedger.slice(0, index).find((other) => keys[other].address === address);
    if (same !== undefined)
      return said(`${same} and ${name} are the same key`, `${same} і ${name} – той самий ключ`);
  }
  return undefined;
}
