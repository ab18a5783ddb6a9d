import { Then, When } from '@cucumber/cucumber';
import { equals } from '../checks/outcomes.js';
import { attempt } from '../walk/employees.js';
import type { DcmWorld } from '../world.js';
import { order } from './transfer.js';

// The mock's own documented answers

When('an employee makes drafts without sender_id and without receiver_id', async function (this: DcmWorld) {
  const headers = await this.walk.officerSession();
  const { sender_id, receiver_id } = order(this, 1);
  const make = (body: { sender_id?: string; receiver_id?: string; amount: number }) =>
    attempt(() =>
      this.stage.dcm.api.createPayment({ params: { counterparty_guid: this.walk.guid }, body, headers }),
    );
  this.remember({ attempts: [await make({ receiver_id, amount: 1 }), await make({ sender_id, amount: 1 })] });
});

When('somebody lists payments without credentials', async function (this: DcmWorld) {
  const params = { counterparty_guid: this.walk.guid };
  this.remember({ attempts: [await attempt(() => this.stage.dcm.api.listPayments({ params }))] });
});

Then(/^each is answered with (\d+) and "(.*)"$/, function (this: DcmWorld, status: string, message: string) {
  for (const answer of this.recall('attempts')) {
    this.check(
      equals<string>('ERROR-01', 'answer', `${status} ${message}`),
      `${answer.status} ${answer.error}`,
    );
  }
});
