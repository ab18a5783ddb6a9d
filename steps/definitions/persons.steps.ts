import { Given, Then, When } from '@cucumber/cucumber';
import { Blocked, NotApplicable, needed } from '../blocked.js';
import { accepted } from '../checks/answers.js';
import { notOfAnother } from '../checks/customers.js';
import { carries } from '../checks/requests.js';
import { withLetters } from '../unusual-letters.js';
import type { DcmWorld } from '../world.js';
import { askLogin, pair } from './ask.js';

// Step 15: who the customers are

Given(
  'the bank holds a secret for a new customer whose names and login have unusual letters',
  async function (this: DcmWorld) {
    if (this.stage.secretsBeforehand)
      throw new NotApplicable('the bank already has all secrets, so none can be created for another login');
    // Not one that was ordered before: its data would look right whoever it is confused with.
    const plain = this.stage.newCustomer();
    const unusual = withLetters(plain);
    const known = await this.walk.secretFor(unusual).catch((error) => {
      if (error instanceof Blocked) return undefined;
      throw error;
    });
    // No page says which logins a bank must allow: names are compared all the same.
    const customer =
      known?.atFirst?.status === 200 ? known : await this.walk.secretFor({ ...unusual, login: plain.login });
    this.remember({ customer });
  },
);

Then('the names, the phone number and the IBAN are those ordered', async function (this: DcmWorld) {
  const { login, name, surname, phone_number, iban } = this.recall('customer');
  const wanted = Object.entries({ name, surname, phone_number, iban }).filter(
    ([, value]) => value !== undefined,
  );
  const created = await this.journal.search({
    direction: 'in',
    operation: 'createCustomer',
    status: 200,
    body: { login },
  });
  needed(created.length > 0, 'the customer was not created');
  for (const entry of created) this.check(carries('CUSTOMER-05', Object.fromEntries(wanted)), entry);
});

Given('two customers whom the bank has created', async function (this: DcmWorld) {
  const known = [...this.walk.controls.customers.values()];
  while (known.length < 2) {
    const customer = await this.walk.customers.takeWithSecret();
    const { externalId: _externalId, atFirst: _atFirst, ...wanted } = customer;
    const acted = await this.walk.act('create-customers', { customers: [wanted] });
    needed(acted.ok, `create a customer: ${acted.error ?? 'the bank reported a failure'}`);
    this.walk.controls.customers.set(customer.login, customer);
    known.push(customer);
  }
  // The newest: a bank that mixes customers up may do so with any other one of the run.
  const [customer, other] = known.slice(-2);
  needed(customer !== undefined && other !== undefined, 'there are no two customers');
  this.remember({ customer, other });
});

When('DCM asks \\/user_auth about one and about the other', async function (this: DcmWorld) {
  const { customer, other } = { customer: this.recall('customer'), other: this.recall('other') };
  this.answered([await askLogin(this, customer.login), await askLogin(this, other.login)]);
});

Then('what the bank says of each is not about the other, as CUSTOMER-06 demands', function (this: DcmWorld) {
  const answers = pair(this.recall('answers'));
  const served = answers.every((seen) => accepted('user_auth').look(seen).ok);
  needed(served, 'the bank did not answer about each of them');
  const all = [...this.walk.controls.customers.values()];
  for (const [index, own] of [this.recall('customer'), this.recall('other')].entries()) {
    const seen = answers[index === 0 ? 0 : 1];
    const others = all.filter(({ login }) => login !== own.login);
    this.check(notOfAnother, { seen, own, others }, seen);
  }
});
