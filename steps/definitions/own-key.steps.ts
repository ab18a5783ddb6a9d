import { generateKeyPairSync } from 'node:crypto';
import { Then, When } from '@cucumber/cucumber';
import { NotApplicable, needed } from '../blocked.js';
import { jwkToTheLetter, registeredAsOrdered } from '../checks/own-token.js';
import { servedOnce } from '../checks/requests.js';
import type { DcmWorld } from '../world.js';

// Steps 8 and 16 for JWT by Bank: the keys of the bank

When('the DCM Admin looks at the public keys that the bank has handed over', function (this: DcmWorld) {
  const { schemes, jwks } = this.stage.bank;
  if (!schemes.includes('bank')) throw new NotApplicable('the scheme JWT by Bank is switched off');
  needed(jwks.length > 0, 'no public key of the bank is configured: set bank.jwks');
});

Then('each of them is a JWK to the letter', function (this: DcmWorld) {
  for (const jwk of this.stage.bank.jwks) this.check(jwkToTheLetter, jwk);
});

When('the bank is asked to register a further key', async function (this: DcmWorld) {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const kid = `further-${this.stage.newLogin()}`;
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid, alg: 'ES256', use: 'sig' };
  const acted = await this.walk.actIfOffered('register-jwk', { body: { data: jwk } });
  if (acted === undefined) throw new NotApplicable('the bank does not support the act register-jwk');
  this.remember({ acted, jwk });
});

Then('DCM sees one registerJwk with that key and nothing private', async function (this: DcmWorld) {
  const seen = await this.seen('registerJwk of the further key', {
    direction: 'in',
    operation: 'registerJwk',
  });
  for (const entry of seen.entries) this.check(registeredAsOrdered(this.recall('jwk')), entry);
  this.check(servedOnce('BANKJWT-05'), seen);
});
