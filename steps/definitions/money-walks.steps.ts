import { Given, Then, When } from '@cucumber/cucumber';
import { needed, preparing } from '../blocked.js';
import { sentByBank } from '../walk/journal-watch.js';
import type { DcmWorld } from '../world.js';
import { order } from './transfer.js';
import { fact, openPage, outcomeOf } from './walk.js';

// The documentation's own walks about reconciliation and limits: about the mock

// Reconciliation

/** A transfer by an employee, made and confirmed. */
async function transfer(world: DcmWorld, amount: number): Promise<string> {
  const { api, ...by } = await openPage(world);
  const { sender_id, receiver_id, bank_guid } = order(world, amount);
  needed(
    sender_id !== receiver_id,
    'the bank gave two customers the same external id, so they share an entity',
  );
  return outcomeOf(
    api
      .createPayment({ ...by, body: { sender_id, receiver_id, amount } })
      .then(({ guid }) => api.confirmPayment({ ...by, body: { guid, ...(bank_guid ? { bank_guid } : {}) } })),
  );
}

Given(
  'an employee transfers {float} from the one to the other',
  async function (this: DcmWorld, amount: number) {
    // What was transferred before belongs to recons of its own.
    await this.stage.dcm.control.makeRecons({ body: {} });
    fact(this, 'WALK-03', 'the transfer', 'served', await transfer(this, amount));
    this.remember({ amount });
  },
);

When('an employee lists the recons with status calculated and confirms one', async function (this: DcmWorld) {
  const { api, ...by } = await openPage(this);
  const query = { counterparty_role: 'debtor', status: 'calculated', limit: '1' } as const;
  const { recons } = await api.listRecons({ ...by, query });
  const guid = recons[0]?.guid ?? '';
  const all = await api.listReconParticipants({ ...by, query: { counterparty_role: 'debtor' } });
  fact(
    this,
    'WALK-03',
    'the other side is a participant',
    true,
    all.participants.some((participant) => participant.guid === recons[0]?.creditor.guid),
  );
  await api.updateRecon({ ...by, params: { ...by.params, recon_guid: guid }, body: { status: 'confirmed' } });
  this.remember({ reconGuid: guid });
});

When('the officer of DCM notes its payment', async function (this: DcmWorld) {
  await this.stage.dcm.control.moveClock({ body: { forward_s: 2 } });
  const guid = this.recall('reconGuid');
  await preparing('note the payment', () => this.stage.dcm.control.payRecon({ params: { guid }, body: {} }));
});

Then('its figures are those of the transfers, and it is paid', async function (this: DcmWorld) {
  const confirmed = await this.journal.search({ direction: 'in', operation: 'confirmPayment', status: 200 });
  needed(
    sentByBank(this.stage, confirmed).length === 0,
    'the bank made transfers meanwhile, which are in the figures as well',
  );
  const { api, ...by } = await openPage(this);
  const query = { counterparty_role: 'debtor', guid: this.recall('reconGuid') } as const;
  const { recons } = await api.listRecons({ ...by, query });
  const [{ debtor, creditor, status } = { debtor: undefined, creditor: undefined, status: '' }] = recons;
  fact(this, 'WALK-03', 'status', 'paid', status);
  fact(this, 'WALK-03', 'what the debtor sent', this.recall('amount'), debtor?.total_out);
  fact(this, 'WALK-03', 'what the creditor received', this.recall('amount'), creditor?.total_in);
});

// Limits

When(
  'an employee sets standard limits for the segment and individual ones for the customer',
  async function (this: DcmWorld) {
    const { api, ...by } = await openPage(this);
    const { customer_guid } = this.recall('sender');
    await api.setSegmentPaymentLimit({ ...by, body: { segment_name: 'PI', min: 0.5, max: 5 } });
    await api.setCustomerPaymentLimit({ ...by, body: { customer_guid, min: 9.9, max: 100.1 } });
    const { columns } = await api.getCustomerPaymentLimit({ ...by, query: { customer_guid } });
    const [column] = columns;
    fact(
      this,
      'WALK-04',
      'the bounds',
      { max: 100.1, min: 9.9 },
      column && 'min' in column && { max: column.max, min: column.min },
    );
  },
);

Then(
  'transfers of 9.9, 10, 100 and 100.1 are refused, served, served and refused',
  async function (this: DcmWorld) {
    const guid = this.walk.guid;
    const source = await this.walk.funded('processing', 200);
    const body = { sender_id: source.guid, receiver_id: this.recall('sender').guid, amount: 200 };
    await preparing('fund the customer', () =>
      this.stage.dcm.control.transferByOfficer({ params: { guid }, body }),
    );
    for (const [amount, outcome] of [
      [9.9, '400 limit exceeded: minimum of one transfer of the customer, above 9.9, would be 9.9'],
      [10, 'served'],
      [100, 'served'],
      [100.1, '400 limit exceeded: maximum of one transfer of the customer, below 100.1, would be 100.1'],
    ] as const) {
      fact(this, 'WALK-04', `a transfer of ${amount}`, outcome, await transfer(this, amount));
    }
  },
);

Then(
  'the transfers of a day are refused beyond the maximum of the day, and served a day later',
  async function (this: DcmWorld) {
    const { api, ...by } = await openPage(this);
    const { customer_guid } = this.recall('sender');
    await api.setCustomerAmountLimit({ ...by, body: { customer_guid, period: 'day', max: 121 } });
    const refused = '400 limit exceeded: maximum of the day of the customer, below 121, would be 121';
    fact(this, 'WALK-04', 'beyond the day', refused, await transfer(this, 11));
    fact(this, 'WALK-04', 'below the day', 'served', await transfer(this, 10.5));
    await this.stage.dcm.control.moveClock({ body: { forward_s: 24 * 3600 + 60 } });
    fact(this, 'WALK-04', 'a day later', 'served', await transfer(this, 50));
  },
);
