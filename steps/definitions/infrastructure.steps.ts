import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { Given, Then, When } from '@cucumber/cucumber';
import { wholeList } from '../../contract/control/portions.js';
import { NotApplicable } from '../blocked.js';
import { succeeded } from '../checks/outcomes.js';
import { outcomeIs } from '../checks/plan.js';
import { sighted } from '../checks/requests.js';
import { attempt } from '../walk/employees.js';
import type { DcmWorld } from '../world.js';

// Step 2

When("the Bank IT Team compares the key handed over with DCM's JWKS", async function (this: DcmWorld) {
  // Scenarios about rotation withdraw it; the order of the plan has them later.
  if (this.stage.dcm.signing().kid !== this.stage.dcm.handedOver.kid)
    throw new NotApplicable('DCM has rotated its key since it was handed over');
  this.remember({ published: (await this.stage.dcm.api.getDcmJwks({})).keys });
});

Then('the JWKS has an entry with the same kid and the same material', function (this: DcmWorld) {
  const { publicPem, kid } = this.stage.dcm.handedOver;
  const keys = this.recall('published');
  const published = keys.find((key) => key.kid === kid);
  const pem = (jwk: JsonWebKey) =>
    createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
  this.check(outcomeIs('PLAN-02'), {
    holds: published !== undefined && pem({ ...published }) === publicPem,
    expected: `a key in the JWKS with kid ${kid}, the same as the key handed over`,
    actual: published ? 'a different key with the same kid' : `kids ${keys.map((key) => key.kid).join(', ')}`,
  });
});

// Step 3

When(
  'the DCM Admin registers the counterparty with the asset code of the network',
  async function (this: DcmWorld) {
    await this.walk.registered();
  },
);

Then(
  "the counterparty is listed once, with a guid, the asset code and the asset's issuer",
  async function (this: DcmWorld) {
    const counterparties = await wholeList(
      (query) => this.stage.dcm.control.listRegistered({ query }),
      (answer) => answer.counterparties,
    );
    const { name } = this.stage.bank;
    const { asset_code, asset_issuer } = this.stage.dcm.block;
    const found = counterparties.filter((counterparty) => counterparty.name === name);
    const [one] = found;
    this.check(outcomeIs('PLAN-03'), {
      holds:
        found.length === 1 &&
        one?.guid === this.walk.guid &&
        one.asset_code === asset_code &&
        one.asset_issuer === asset_issuer,
      expected: `one counterparty ${name} with guid ${this.walk.guid} and asset ${asset_code}`,
      actual: JSON.stringify(found),
    });
  },
);

// Steps 4 and 5

When('the DCM Admin asks DevOps for the infrastructure of the counterparty', async function (this: DcmWorld) {
  await this.walk.infrastructureRequested();
});

Then(
  /^an open task names the hosts api-\{alias\}-integrate and backoffice-\{alias\}-integrate$/,
  async function (this: DcmWorld) {
    const task = await this.walk.infrastructureRequested();
    const { alias } = this.stage.bank;
    this.check(outcomeIs('PLAN-04'), {
      holds:
        task.status === 'open' &&
        task.api_host === `api-${alias}-integrate` &&
        task.backoffice_host === `backoffice-${alias}-integrate`,
      expected: `an open task for the hosts of ${alias}`,
      actual: JSON.stringify(task),
    });
  },
);

When('DCM DevOps deploys the infrastructure of the counterparty', async function (this: DcmWorld) {
  await this.walk.deployed();
});

Then('the API host answers with the JWKS and with a login flow', async function (this: DcmWorld) {
  const answered = await attempt(async () => {
    await this.stage.dcm.api.getDcmJwks({});
    await this.stage.dcm.api.createLoginFlow({});
  });
  this.check(succeeded('PLAN-05'), answered);
});

Given("DCM's hosts are deployed", async function (this: DcmWorld) {
  await this.walk.deployed();
});

When('the bank is asked to reach DCM', async function (this: DcmWorld) {
  const acted = await this.walk.actIfOffered('ping', {});
  if (!acted) throw new NotApplicable('the bank does not support the act ping, which is optional');
  this.remember({ acted });
});

Then('DCM sees a request for the JWKS', async function (this: DcmWorld) {
  const wanted = 'GET /api/v1/.well-known/jwks.json';
  this.check(
    sighted('JWT-10'),
    await this.seen(wanted, { direction: 'in', operation: 'getDcmJwks', status: 200 }),
  );
});
