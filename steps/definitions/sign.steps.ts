import { isDeepStrictEqual } from 'node:util';
import { Given, Then, When } from '@cucumber/cucumber';
import { errorText, ifFound } from '../../contract/client.js';
import type { JournalEntry } from '../../contract/control/journal.js';
import type { RuleId } from '../../contract/rules/index.js';
import { needed, promised } from '../blocked.js';
import { sighted } from '../checks/requests.js';
import {
  noServerError,
  notSigned,
  type Signing,
  signed,
  signersNamed,
  statusIs,
  statusIsEither,
} from '../checks/sign.js';
import { validSigners } from '../envelope.js';
import { fromJournal } from '../exchange.js';
import type { DcmWorld } from '../world.js';
import { transferredAfter } from './come-about.js';
import { order, payment, rememberPayment, transferOf } from './transfer.js';

// Steps 6 and 16: POST /sign

Then(
  /^it is answered with (200|400|404), as ([A-Z]+-\d\d) demands$/,
  function (this: DcmWorld, status: string, rule: string) {
    for (const seen of this.recall('answers'))
      this.check(statusIs(rule as RuleId, Number(status)), seen, seen);
  },
);

Then('it is answered with 401 or 404, as SIGN-03 and SIGN-04 demand', function (this: DcmWorld) {
  for (const seen of this.recall('answers')) this.check(statusIsEither('SIGN-03', 401, 404), seen, seen);
});

Then('it is answered with 4xx and no signature, as SIGN-06 demands', function (this: DcmWorld) {
  for (const seen of this.recall('answers')) this.check(notSigned, seen, seen);
});

Then('it is answered without a server error, as {rule} demands', function (this: DcmWorld, rule: RuleId) {
  for (const seen of this.recall('answers')) this.check(noServerError(rule), seen, seen);
});

const notAsked = 'DCM had no reason to call /sign: the transfer did not get that far';

/** Questions at /sign since the scenario began, or after another entry of the journal. */
const questions = (world: DcmWorld, after = world.journal.mark) =>
  world.journal.search({ direction: 'out', operation: 'sign', counterparty_guid: world.walk.guid, after });

/** What became of the bank's responses, and what DCM says of them when it refuses the confirmation. */
async function signing(world: DcmWorld, answers: readonly JournalEntry[]): Promise<Signing> {
  const confirmed = (await payment(world))?.status === 'CONFIRMED';
  const seq = answers.at(-1)?.cause ?? 0;
  if (confirmed || seq === 0) return { answers, confirmed, refusal: '' };
  const confirmation = await ifFound(world.stage.dcm.control.getEntry({ params: { seq } }));
  const refused = confirmation !== undefined && confirmation.entry.status >= 400;
  return { answers, confirmed, refusal: refused ? errorText(confirmation.entry.response.body) : '' };
}

Then(
  'DCM has asked \\/sign and the bank signed the same transaction with the expected key',
  async function (this: DcmWorld) {
    const answers = await questions(this);
    const last = answers.at(-1);
    needed(last !== undefined, notAsked);
    this.check(signed, await signing(this, answers), fromJournal(last));
    if (last.status === 200) this.check(signersNamed, last);
  },
);

Then('the bank has signed the envelope of each', async function (this: DcmWorld) {
  const answers = await questions(this);
  needed(answers.length > 0, notAsked);
  const made = await Promise.all(this.recall('both').map(({ amount }) => transferOf(this, amount)));
  const confirmed = made.every((one) => one?.status === 'CONFIRMED');
  for (const one of answers) this.check(signed, { answers: [one], confirmed, refusal: '' }, fromJournal(one));
});

Then('the bank has read the transfer before it signed', async function (this: DcmWorld) {
  const guid = this.recall('paymentGuid');
  const [asked] = await questions(this);
  const reads = await this.journal.search({
    direction: 'in',
    operation: 'getPayment',
    path: `/api/v1/counterparty/${this.walk.guid}/payments/${guid}`,
    ...(asked ? { after: asked.seq } : {}),
  });
  const callback = await this.journal.search({ direction: 'out', body: { transaction_id: guid } });
  const before = reads.filter((read) => callback.every((item) => read.seq < item.seq));
  this.check(sighted('SIGN-05'), {
    entries: before,
    wanted: 'getPayment of the transfer before the signature',
  });
});

Then('the envelope carries the signatures of bank, DCM and entity', async function (this: DcmWorld) {
  const found = await payment(this);
  needed(found !== undefined && found.hash !== '', 'there is no confirmed transfer to check');
  const sender = await this.stage.dcm.control.getEntity({ params: { guid: found.sender.guid } });
  const { hash } = found;
  const { envelope_xdr } = await this.stage.dcm.control.getTransaction({ params: { hash } });
  const { profile } = await this.stage.dcm.control.getProfile({});
  // DCM, the entity, and the bank with one key or both.
  const wanted = profile.multisig_keys === 'both' ? 4 : 3;
  promised(sender.signers.length === wanted, `the sending entity does not have ${wanted} signers`);
  const signers = await validSigners(envelope_xdr, sender.signers, profile.network_passphrase);
  promised(signers === wanted, `${signers} of the ${wanted} signatures are valid`);
});

Given('DCM hides the next transfer from one reading', async function (this: DcmWorld) {
  await this.faults.order({ kind: 'hide-payment' });
});

When('the bank is asked to transfer money while the ledger clock moves on', async function (this: DcmWorld) {
  const amount = this.walk.nextAmount();
  // The act waits for DCM, and DCM for its ledger clock.
  const acted = await this.walk.act('transfer', order(this, amount), { hurry: true });
  this.remember({ amount, acted });
  await rememberPayment(this);
});

Then('the bank answered \\/sign with 404, then with 200', async function (this: DcmWorld) {
  const answers = await questions(this);
  const [first, second] = answers.map(fromJournal);
  needed(first !== undefined, notAsked);
  this.check(statusIs('SIGN-04', 404), first, first);
  needed(second !== undefined, 'DCM did not call /sign again');
  this.check(statusIs('SIGN-04', 200), second, second);
  this.check(signed, await signing(this, answers));
});

const defects = {
  'a malformed envelope': { kind: 'sign-malformed', asked: 'transaction_xdr' },
  'a foreign address': { kind: 'sign-foreign', asked: 'address' },
} as const;

When(
  /^DCM asks \/sign with (a malformed envelope|a foreign address) in the next transfer$/,
  async function (this: DcmWorld, defect: keyof typeof defects) {
    const { kind, asked } = defects[defect];
    await this.faults.order({ kind });
    const [right] = await questions(this, transferredAfter(this));
    await this.journal.begin();
    await this.walk.act('transfer', order(this, this.walk.nextAmount()));
    this.remember({ amiss: (await questions(this)).filter((question) => differs(question, right, asked)) });
  },
);

const memberOf = ({ request }: JournalEntry, name: string): unknown =>
  Reflect.get(Object(request.body), name);

/** Whether this is the question with the defect: the addresses are others, or the envelope is no whole one. */
function differs(journalEntry: JournalEntry, right: JournalEntry | undefined, asked: string): boolean {
  if (asked === 'address')
    return right !== undefined && !isDeepStrictEqual(memberOf(journalEntry, asked), memberOf(right, asked));
  return String(memberOf(journalEntry, asked)).length < String(right && memberOf(right, asked)).length / 2;
}

Then(
  /^the bank answered \/sign with (\d+), as ([A-Z]+-\d\d) demands$/,
  async function (this: DcmWorld, status: string, rule: string) {
    const [seen] = this.recall('amiss').map(fromJournal);
    needed(seen !== undefined, notAsked);
    this.check(statusIs(rule as RuleId, Number(status)), seen, seen);
  },
);
