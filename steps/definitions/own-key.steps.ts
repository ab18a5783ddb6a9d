import { generateKeyPairSync } from 'node:crypto';
import { Then, When } from '@cucumber/cucumber';
import { NotApplicable } from '../blocked.js';
import { registeredAsOrdered } from '../checks/own-token.js';
import { servedOnce } from '../checks/requests.js';
import type { DcmWorld } from '../world.js';

// Step 16 under JWT by Bank: a further key

When('the bank is asked to register a further key', async function (this: DcmWorld) {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const kid = `further-${this.stage.newLogin()}`;
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid, alg: 'ES256', use: 'sig' };
  const acted = await this.walk.actIfOffered('register-jwk', { body: { data: jwk } });
  if (acted === undefined) throw new NotApplicable('the bank does not offer the act register-jwk');
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
