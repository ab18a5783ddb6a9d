import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { Given, Then, When } from '@cucumber/cucumber';
import { wholeList } from '../../contract/control/portions.js';
import { NotApplicable, promised } from '../blocked.js';
import { accepted, inTime, reachable } from '../checks/answers.js';
import { succeeded } from '../checks/outcomes.js';
import { outcomeIs } from '../checks/plan.js';
import { sighted } from '../checks/requests.js';
import { fromJournal } from '../exchange.js';
import { probeAtOnce } from '../probe-at-once.js';
import { attempt } from '../walk/employees.js';
import type { DcmWorld } from '../world.js';
import { methods } from './ask.js';

// Step 2

When("the Bank IT Team compares the key handed over with DCM's JWKS", async function (this: DcmWorld) {
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
    expected: `an entry of the JWKS with kid ${kid} and the material handed over`,
    actual: published ? 'the same kid with other material' : `kids ${keys.map((key) => key.kid).join(', ')}`,
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
    const found = counterparties.filter((one) => one.name === name);
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
  if (!acted) throw new NotApplicable('the bank does not offer the act ping, and it need not');
  this.remember({ acted });
});

Then('DCM sees a request for the JWKS', async function (this: DcmWorld) {
  const wanted = 'GET /api/v1/.well-known/jwks.json';
  this.check(
    sighted('JWT-10'),
    await this.seen(wanted, { direction: 'in', operation: 'getDcmJwks', status: 200 }),
  );
});

// Step 8

When('DCM calls each URL handed over without a token', async function (this: DcmWorld) {
  const questions = methods.map((method) => ({ method, obj: '-', defect: 'missing' }) as const);
  this.answered(await probeAtOnce(this.stage, questions));
});

Then('each URL answers over HTTP', function (this: DcmWorld) {
  this.checkEach(reachable, this.recall('answers'));
});

When('the DCM Admin looks at the onboarding data', function (this: DcmWorld) {
  const { alias, firstEmployee } = this.stage.bank;
  this.remember({ onboarding: { alias, email: firstEmployee.email } });
});

Then(/^the alias fits the host name api-\{alias\}-integrate$/, function (this: DcmWorld) {
  const { alias } = this.recall('onboarding');
  this.check(outcomeIs('PLAN-08', 'the alias fits'), {
    holds: /^[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?$/.test(alias),
    expected: 'an alias of a-z, 0-9 and -, at most 50 symbols',
    actual: alias,
  });
});

Then('the e-mail of the first employee is an e-mail address', function (this: DcmWorld) {
  const { email } = this.recall('onboarding');
  this.check(outcomeIs('PLAN-08', 'the e-mail is one'), {
    holds: /^[^\s@]+@(?:[^\s@.]+\.)+[^\s@.]+$/.test(email),
    expected: 'an e-mail address',
    actual: email,
  });
});

// Step 9

When("the DCM Admin updates the counterparty with the bank's URLs", async function (this: DcmWorld) {
  await this.walk.urlsStored();
});

Then('the counterparty has the three URLs as handed over', async function (this: DcmWorld) {
  const stored = await this.walk.urlsStored();
  const { bank } = this.stage;
  const names = ['user_auth_url', 'user_key_url', 'user_id_url'] as const;
  this.check(outcomeIs('PLAN-09'), {
    holds: names.every((name) => stored[name] === bank[name]),
    expected: names.map((name) => `${name} ${bank[name]}`).join(', '),
    actual: names.map((name) => `${name} ${stored[name]}`).join(', '),
  });
});

When('the DCM Admin creates the first employee', async function (this: DcmWorld) {
  await this.walk.invited();
});

Then('an invitation mail is sent to the employee', async function (this: DcmWorld) {
  const { email } = this.stage.bank.firstEmployee;
  const mails = await wholeList(
    (query) => this.stage.dcm.control.listMail({ query: { to: email, ...query } }),
    (answer) => answer.mails,
  );
  const invitations = mails.filter((mail) => mail.kind === 'invitation');
  this.check(outcomeIs('PLAN-09'), {
    holds: invitations.length === 1,
    expected: `one invitation to ${email}`,
    actual: `${invitations.length} of them`,
  });
});

// Step 10

Given("the bank's URLs are with DCM", async function (this: DcmWorld) {
  await this.walk.urlsStored();
});

When('the DCM Admin creates both entities', async function (this: DcmWorld) {
  this.remember({ attempt: await attempt(() => this.walk.entitiesCreated()) });
});

Then(
  'the counterparty has an identification and a processing entity, each with a Stellar address',
  async function (this: DcmWorld) {
    this.check(succeeded('PLAN-10'), this.recall('attempt'));
    const entities = await this.walk.money.entities(this.walk.guid);
    const listed = (['emission', 'processing'] as const).every((kind) =>
      entities.some((one) => one.account_kind === kind && /^G[A-Z2-7]{55}$/.test(one.stellar_address)),
    );
    promised(listed, `the entities are ${entities.map((one) => one.account_kind).join(', ') || 'none'}`);
  },
);

Then(
  /^DCM has asked \/key with flow (sign-up-emission|sign-up-processing) about the (identification|processing) key keeper$/,
  async function (this: DcmWorld, flow: string, purpose: 'identification' | 'processing') {
    this.check(succeeded('PLAN-10'), this.recall('attempt'));
    const { external_id } = this.walk.keeper(purpose);
    // The entities may have been created by an earlier scenario, so the whole run counts.
    const entries = await this.sightings.search({
      direction: 'out',
      operation: 'key',
      counterparty_guid: this.walk.guid,
      flow,
      obj: external_id,
      after: 0,
    });
    const [entry] = entries;
    promised(entry !== undefined, `no /key with flow ${flow} about ${external_id}`);
    const seen = fromJournal(entry);
    this.check(accepted('key'), seen, seen);
    this.answered([...(this.maybe('answers') ?? []), seen]);
  },
);

Then('each answer of the bank came within 1 second', async function (this: DcmWorld) {
  this.checkEach(inTime, this.recall('answers'));
});
