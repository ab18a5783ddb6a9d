import { Then } from '@cucumber/cucumber';
import type { JournalEntry } from '../../contract/control/journal.js';
import { needed } from '../blocked.js';
import { onlyOwnToken, ownTokenFits, ownTokenValid, shortLived } from '../checks/own-token.js';
import type { DcmWorld } from '../world.js';

// Steps 12, 15 and 16 under JWT by Bank

const written = ['issueIdentifiers', 'createCustomer'];

/** The newest request of the bank to one of these operations. */
async function newest(world: DcmWorld, operations: readonly string[]): Promise<JournalEntry | undefined> {
  // Whose it is DCM knows only when the credentials are good.
  const entries = await world.sightings.search({ direction: 'in' });
  const own = entries.filter(({ url }) => url.includes(world.walk.guid));
  return own.filter((entry) => operations.includes(entry.operation)).at(-1);
}

async function checkCredentials(world: DcmWorld, operations: readonly string[]): Promise<void> {
  const entry = await newest(world, operations);
  const wanted = `${operations.join(' or ')} under JWT by Bank`;
  needed(entry !== undefined, `no ${wanted}`);
  world.check(onlyOwnToken, entry);
  world.check(ownTokenValid('BANKJWT-01'), entry);
  world.check(ownTokenValid('BANKJWT-02'), entry);
  world.remember({ request: entry });
}

Then('the request came with CX-Authorization and without Authorization', async function (this: DcmWorld) {
  await checkCredentials(this, written);
});

Then(
  'the confirmation came with CX-Authorization and without Authorization',
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
    this.check(ownTokenFits({ flow, obj: objects[whom]?.() ?? '' }), this.recall('request'));
  },
);

Then("the bank's token lives at most 1200 seconds", function (this: DcmWorld) {
  this.check(shortLived, this.recall('request'));
});
