import { When } from '@cucumber/cucumber';
import { transferEnvelope } from '../envelope.js';
import { post } from '../probe.js';
import type { DcmWorld } from '../world.js';

// Steps 6 and 16: questions at POST /sign that the harness puts as DCM would

const addressFor = (world: DcmWorld, kind: string): string =>
  world.stage.bank.signers[kind === 'customer' ? 0 : 1] ?? '';

const ask = async (world: DcmWorld, address: string, transaction_xdr: string): Promise<void> => {
  world.answered([
    await post(world.stage, world.stage.bank.sign_url, { address: [address], transaction_xdr }),
  ]);
};

/** What an envelope says; the parties and the asset of the scenario where it says nothing else. */
interface Content {
  readonly payment_guid: string;
  readonly amount: number;
  readonly sender?: string;
  readonly receiver?: string;
  readonly asset_code?: string;
  /** Hryvnias that a further operation of the envelope pays to the receiver. */
  readonly further?: number;
}

/** An envelope as DCM would build it. */
async function envelope(world: DcmWorld, content: Content): Promise<string> {
  const { asset_code, asset_issuer } = world.stage.dcm.block;
  const { profile } = await world.stage.dcm.control.getProfile({});
  const sender = world.maybe('sender')?.stellar_address ?? asset_issuer;
  const receiver = world.maybe('receiver')?.stellar_address ?? asset_issuer;
  return transferEnvelope(
    { sender, receiver, asset_code, asset_issuer, ...content },
    profile.network_passphrase,
  );
}

/** A guid that DCM has given to no transfer. */
const neverMade = 'ffffffff-ffff-4fff-bfff-ffffffffffff';

When('DCM asks \\/sign with a malformed envelope', async function (this: DcmWorld) {
  await ask(this, addressFor(this, 'customer'), 'AAAAAgAAAAAO');
});

When('DCM asks \\/sign with a foreign address', async function (this: DcmWorld) {
  const foreign = this.stage.dcm.block.asset_issuer;
  await ask(this, foreign, await envelope(this, { payment_guid: neverMade, amount: 1 }));
});

When('DCM asks \\/sign about a transfer that was never made', async function (this: DcmWorld) {
  await this.walk.ready();
  await ask(this, addressFor(this, 'customer'), await envelope(this, { payment_guid: neverMade, amount: 1 }));
});

When('DCM asks \\/sign about that draft with another amount', async function (this: DcmWorld) {
  const payment_guid = this.recall('paymentGuid');
  const amount = this.recall('amount') + 1;
  const kind = this.recall('sender').account_kind;
  await ask(this, addressFor(this, kind), await envelope(this, { payment_guid, amount }));
});

When(
  /^DCM asks \/sign about that draft with (another receiver|another asset|another sender|a further operation)$/,
  async function (this: DcmWorld, what: string) {
    const payment_guid = this.recall('paymentGuid');
    const content = { payment_guid, amount: this.recall('amount') };
    const sender = this.recall('sender');
    // Back to the sender itself, in an asset of the same issuer, of the receiver's own money, and more than ordered.
    const others: Readonly<Record<string, Partial<Content>>> = {
      'another receiver': { receiver: sender.stellar_address },
      'another asset': { asset_code: 'OTHER' },
      'another sender': { sender: this.recall('receiver').stellar_address },
      'a further operation': { further: 1 },
    };
    await ask(
      this,
      addressFor(this, sender.account_kind),
      await envelope(this, { ...content, ...others[what] }),
    );
  },
);
