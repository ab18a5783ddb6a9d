import { Given, Then, When } from '@cucumber/cucumber';
import { needed } from '../blocked.js';
import { absent, formEncoded, refusalReported, sighted, successReported } from '../checks/requests.js';
import type { DcmWorld } from '../world.js';

// Step 11

Given('the first employee is invited', async function (this: DcmWorld) {
  await this.walk.invited();
});

Given('the bank officer has set the password with the code from the mail', async function (this: DcmWorld) {
  await this.walk.passwordSet();
  await this.journal.begin();
});

When('the bank is asked to log in', async function (this: DcmWorld) {
  this.remember({ acted: await this.walk.act('login', {}) });
});

Then('DCM sees a login flow and a form-encoded submission that succeeds', async function (this: DcmWorld) {
  const flow = await this.seen('login flow', {
    direction: 'in',
    operation: 'createLoginFlow',
    status: 200,
  });
  this.check(sighted('LOGIN-01', 'a login flow came'), flow);
  const submission = { direction: 'in', operation: 'submitLogin' } as const;
  const submitted = await this.seen('a submitted login', submission);
  for (const entry of submitted.entries) this.check(formEncoded, entry);
  const served = submitted.entries.filter(({ status }) => status === 200);
  this.check(sighted('LOGIN-01', 'the submission succeeds'), { ...submitted, entries: served });
});

Then(
  'a request follows that carries the session token as bearer and succeeds',
  async function (this: DcmWorld) {
    const seen = await this.seen('a request with the session', {
      direction: 'in',
      counterparty_guid: this.walk.guid,
      status: 200,
    });
    const bearer = seen.entries.filter((entry) =>
      /^bearer /i.test(entry.request.headers.authorization ?? ''),
    );
    this.check(sighted('LOGIN-02'), { ...seen, entries: bearer });
    this.check(successReported('LOGIN-02'), this.recall('acted'));
  },
);

Given('the bank reports success', function (this: DcmWorld) {
  needed(this.recall('acted').ok, 'the bank does not report success for a login with the right password');
});

When('the bank is asked to log in with a wrong password', async function (this: DcmWorld) {
  await this.journal.begin();
  const { email } = this.stage.bank.firstEmployee;
  const employee = { email, password: this.stage.newPassword() };
  this.remember({ acted: await this.walk.act('login', {}, { employee }) });
});

Then('DCM refuses the login', async function (this: DcmWorld) {
  const refusal = { direction: 'in', operation: 'submitLogin', status: 400 } as const;
  this.check(sighted('LOGIN-03'), await this.seen('a refused login', refusal));
});

Then('the bank reports the failure and sends nothing under a session', async function (this: DcmWorld) {
  this.check(refusalReported('LOGIN-03'), this.recall('acted'));
  const entries = await this.journal.search({ direction: 'in', counterparty_guid: this.walk.guid });
  this.check(absent('LOGIN-03'), { entries, wanted: 'request with a session after the refused login' });
});
