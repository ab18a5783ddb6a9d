import { Given, Then, When } from '@cucumber/cucumber';
import { authorizationAnswers } from '../../contract/bank-service.js';
import { needed, preparing } from '../blocked.js';
import { accepted } from '../checks/answers.js';
import { declinedByBank } from '../checks/outcomes.js';
import { carries, refusalReported, servedOnce } from '../checks/requests.js';
import { fromJournal } from '../exchange.js';
import { attempt } from '../walk/employees.js';
import type { DcmWorld } from '../world.js';
import { requests, reserveOf } from './identifier-requests.js';

// Step 12

Given('both entities exist and the bank can log in', async function (this: DcmWorld) {
  await this.walk.ready();
  await this.journal.begin();
});

Given('no request for identifiers is open', async function (this: DcmWorld) {
  await preparing('cancel open requests', () => this.walk.cancelOpenRequests());
});

When('the bank is asked to request identifiers', async function (this: DcmWorld) {
  const amount = this.walk.nextAmount();
  const requestsBefore = new Set((await requests(this)).map(({ guid }) => guid));
  this.remember({
    amount,
    requestsBefore,
    acted: await this.walk.act('issue-identifiers', { amount, reserve_balance: reserveOf(this) }),
  });
});

Then(
  /^DCM sees one (issueIdentifiers|burnIdentifiers) with the amount and the asset$/,
  async function (this: DcmWorld, operation: string) {
    const amount = this.recall('amount');
    const seen = await this.seen(`${operation} of ${amount}`, {
      direction: 'in',
      operation,
    });
    const { asset_code, asset_issuer } = this.stage.dcm.block;
    for (const entry of seen.entries) {
      // Whether the reserve is declared at all is looked at over the whole run.
      const declares = Reflect.get(Object(entry.request.body), 'reserve_balance') !== undefined;
      const ordered = {
        amount,
        asset_code,
        asset_issuer,
        ...(declares ? { reserve_balance: reserveOf(this) } : {}),
      };
      this.check(carries('EMISSION-01', ordered), entry);
    }
    this.check(servedOnce('EMISSION-01'), seen);
  },
);

Then(
  /^the request is listed once with that amount and status (created|confirmed)$/,
  async function (this: DcmWorld, status: string) {
    const earlier = this.recall('requestsBefore');
    const listed = (await requests(this)).filter(({ guid }) => !earlier.has(guid));
    const amounts = listed.map(({ requested_amount }) => requested_amount).join(', ');
    needed(
      amounts === `${this.recall('amount')}`,
      `amounts of the requests since then: ${amounts || 'none'}`,
    );
    const [request] = listed;
    needed(request?.status === status, `the status of the request is ${request?.status}`);
    this.remember({ requestGuid: request.guid });
  },
);

Then(
  /^DCM asks \/(external_id|key) with flow (sign-in|sign-up) about the (identification key keeper|sender|customer)$/,
  async function (this: DcmWorld, method: 'external_id' | 'key', flow: string, whom: string) {
    const objects: Readonly<Record<string, () => string>> = {
      'identification key keeper': () => this.walk.keeper('identification').external_id,
      sender: () => this.recall('sender').owner_external_id,
      customer: () => this.recall('customer').externalId,
    };
    const obj = objects[whom]?.() ?? '';
    const seen = await this.seen(`/${method} about ${obj}`, {
      direction: 'out',
      operation: method,
      counterparty_guid: this.walk.guid,
      flow,
      obj,
    });
    needed(seen.entries.length > 0, `DCM had no reason to call ${seen.wanted}`);
    const answers = seen.entries.map(fromJournal);
    this.checkEach(accepted(method), answers);
    this.answered([...(this.maybe('answers') ?? []), ...answers]);
  },
);

When('the bank is asked to request identifiers once more', async function (this: DcmWorld) {
  const amount = this.walk.nextAmount();
  this.remember({
    acted: await this.walk.act('issue-identifiers', { amount, reserve_balance: reserveOf(this) }),
  });
});

Then('only the first request is listed as created', async function (this: DcmWorld) {
  this.check(refusalReported('EMISSION-02'), this.recall('acted'));
  const open = (await requests(this)).filter((request) => request.status === 'created');
  const [first] = open;
  needed(
    open.length === 1 && first?.requested_amount === this.recall('amount'),
    `${open.length} requests are open, the first with the amount ${first?.requested_amount ?? '(none)'}`,
  );
});

Given('the officer of DCM cancels the request', async function (this: DcmWorld) {
  await preparing('cancel the request', () => this.walk.cancelOpenRequests());
});

When('an employee whom the bank does not permit requests identifiers', async function (this: DcmWorld) {
  const headers = await this.walk.forbiddenSession();
  const amount = this.walk.nextAmount();
  const { asset_code, asset_issuer } = this.stage.dcm.block;
  this.remember({
    amount,
    attempt: await attempt(() =>
      this.stage.dcm.api.issueIdentifiers({
        params: { counterparty_guid: this.walk.guid },
        body: { amount, asset_code, asset_issuer, reserve_balance: reserveOf(this) },
        headers,
      }),
    ),
  });
});

Then('DCM declines it because the bank answered 401', async function (this: DcmWorld) {
  const questions = (
    await this.journal.search({ direction: 'out', counterparty_guid: this.walk.guid })
  ).filter((entry) => entry.operation in authorizationAnswers);
  const last = questions.at(-1);
  const seen = { attempt: this.recall('attempt'), lastAnswer: last?.status ?? 0 };
  this.check(declinedByBank, seen, last && fromJournal(last));
});

Then('no further request is listed', async function (this: DcmWorld) {
  const amount = this.recall('amount');
  const found = (await requests(this)).filter((request) => request.requested_amount === amount);
  needed(found.length === 0, 'the declined request is listed nevertheless');
});
