import { Then } from '@cucumber/cucumber';
import type { JournalEntry } from '../../contract/control/journal.js';
import { withPlainGuids } from '../../contract/same.js';
import { needed } from '../blocked.js';
import { onlyOwnToken, ownTokenFits, ownTokenValid, shortLived } from '../checks/own-token.js';
import { sentByBank } from '../walk/journal-watch.js';
import type { DcmWorld } from '../world.js';

// Steps 12, 15 and 16 under JWT by Bank

const written = ['issueIdentifiers', 'createCustomer'];

/**
 * What belongs to JWT by Bank: the operations ordered, and all that carries a token of the bank. A bank that has the
 * other scheme as well may read by a session meanwhile, e.g. after a callback.
 */
function underOwnToken(
  { walk, stage }: DcmWorld,
  entries: readonly JournalEntry[],
  ordered: readonly string[],
): readonly JournalEntry[] {
  const both = stage.bank.schemes.includes('dcm');
  return sentByBank(stage, entries).filter(
    // Whose it is DCM knows only when the credentials are good.
    ({ url, operation, request }) =>
      withPlainGuids(url).includes(walk.guid) &&
      (!both || ordered.includes(operation) || (request.headers['cx-authorization'] ?? '') !== ''),
  );
}

/** What the bank has sent since it was asked; the operation ordered is among it. */
async function checkCredentials(world: DcmWorld, ordered: readonly string[]): Promise<void> {
  const entries = await world.journal.search({ direction: 'in' });
  const requests = underOwnToken(world, entries, ordered);
  const came = requests.some(({ operation }) => ordered.includes(operation));
  needed(came, `no ${ordered.join(' or ')} under JWT by Bank`);
  for (const request of requests) {
    world.check(onlyOwnToken, request);
    world.check(ownTokenValid('BANKJWT-01'), request);
    world.check(ownTokenValid('BANKJWT-02'), request);
    world.check(ownTokenValid('BANKJWT-07'), request);
  }
  world.remember({ requests, ordered });
}

Then('the bank has sent CX-Authorization and no Authorization', async function (this: DcmWorld) {
  await checkCredentials(this, written);
});

Then(
  'the bank has confirmed with CX-Authorization and without Authorization',
  async function (this: DcmWorld) {
    await checkCredentials(this, ['confirmPayment']);
  },
);

Then(
  /^the bank's token fits: flow (sign-in|sign-up) about (the identification key keeper|the customer's login|the sender)$/,
  function (this: DcmWorld, flow: string, whom: string) {
    const objects: Readonly<Record<string, () => string>> = {
      'the identification key keeper': () => this.walk.keeper('identification').external_id,
      "the customer's login": () => this.recall('customer').login,
      'the sender': () => this.recall('sender').owner_external_id,
    };
    const fits = ownTokenFits(this.recall('ordered'), { flow, obj: objects[whom]?.() ?? '' });
    for (const request of this.recall('requests')) this.check(fits, request);
  },
);

Then("the bank's token lives at most 1200 seconds", function (this: DcmWorld) {
  for (const request of this.recall('requests')) this.check(shortLived, request);
});

Then(
  "each request under JWT by Bank carried the bank's own token and nothing else",
  function (this: DcmWorld) {
    const since = this.recall('sent').filter(({ seq }) => seq > this.walk.scheme.begun());
    const own = underOwnToken(this, since, ['confirmPayment']);
    const [first] = own;
    needed(first !== undefined, 'no request was sent under JWT by Bank');
    this.check(onlyOwnToken, own.find((item) => !onlyOwnToken.look(item).ok) ?? first);
  },
);
