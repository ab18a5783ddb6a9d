import { When } from '@cucumber/cucumber';
import { Blocked } from '../blocked.js';
import { transferEnvelope } from '../envelope.js';
import { post } from '../probe.js';
import type { DcmWorld } from '../world.js';

// Steps 6 and 16: questions at POST /sign that the harness puts as DCM would

const addressFor = (world: DcmWorld, kind: string): string =>
  world.stage.bank.signers[kind === 'customer' ? 0 : 1] ?? '';

const ask = async (world: DcmWorld, address: string, transaction_xdr: string): Promise<void> => {
  const { profile } = await world.stage.dcm.control.getProfile({});
  const question = { address: [address], transaction_xdr };
  world.answered([await post(world.stage, world.stage.bank.sign_url, question, profile.sign_timeout_ms)]);
};

/** What an envelope says; the asset is DCM's where it says nothing else. */
interface Content {
  readonly payment_guid: string;
  readonly amount: number;
  readonly sender: string;
  readonly receiver: string;
  readonly asset_code?: string;
  /** Hryvnias that a further operation of the envelope pays to the receiver. */
  readonly further?: number;
}

/** An envelope as DCM would build it. */
async function envelope(world: DcmWorld, content: Content): Promise<string> {
  const { asset_code, asset_issuer } = world.stage.dcm.block;
  const { profile } = await world.stage.dcm.control.getProfile({});
  return transferEnvelope({ asset_code, asset_issuer, ...content }, profile.network_passphrase);
}

/** The entities that the scenario is about. */
const parties = (world: DcmWorld) => ({
  sender: world.recall('sender').stellar_address,
  receiver: world.recall('receiver').stellar_address,
});

/** An envelope of a transfer that DCM does not have, and that nothing else is wrong with. */
async function neverMade(world: DcmWorld): Promise<string> {
  await world.walk.ready();
  const { stellar_address: sender } = await world.walk.entityOf('processing');
  const { stellar_address: receiver } = await world.walk.entityOf('emission');
  return envelope(world, {
    payment_guid: 'ffffffff-ffff-4fff-bfff-ffffffffffff',
    amount: 1,
    sender,
    receiver,
  });
}

When('DCM asks \\/sign with a malformed envelope', async function (this: DcmWorld) {
  await ask(this, addressFor(this, 'customer'), 'AAAAAgAAAAAO');
});

When(
  'DCM asks \\/sign with a foreign address about a transfer that was never made',
  async function (this: DcmWorld) {
    await ask(this, this.stage.dcm.block.asset_issuer, await neverMade(this));
  },
);

When('DCM asks \\/sign about a transfer that was never made', async function (this: DcmWorld) {
  const xdr = await neverMade(this);
  await ask(this, addressFor(this, 'processing'), xdr);
});

/** An entity that has no part in the transfer of the scenario: a customer's of another counterparty. */
async function bystander(world: DcmWorld): Promise<string> {
  const { entities } = await world.walk.otherBank();
  const found = entities.find((entity) => entity.account_kind === 'customer');
  if (!found) throw new Blocked('the second counterparty has no customer entity');
  return found.stellar_address;
}

// Each envelope differs from the one that DCM would send in one thing.

const differences: Readonly<Record<string, (world: DcmWorld) => Promise<Partial<Content>>>> = {
  'another amount': async (world) => ({ amount: world.recall('amount') + 1 }),
  'another receiver': async (world) => ({ receiver: await bystander(world) }),
  // Of the same issuer.
  'another asset': async () => ({ asset_code: 'OTHER' }),
  'another sender': async (world) => ({ sender: await bystander(world) }),
  'a further operation': async () => ({ further: 1 }),
};

When(
  /^DCM asks \/sign about that draft with (another (?:amount|receiver|asset|sender)|a further operation)$/,
  async function (this: DcmWorld, what: string) {
    const content = {
      payment_guid: this.recall('paymentGuid'),
      amount: this.recall('amount'),
      ...parties(this),
      ...(await differences[what]?.(this)),
    };
    await ask(this, addressFor(this, this.recall('sender').account_kind), await envelope(this, content));
  },
);
