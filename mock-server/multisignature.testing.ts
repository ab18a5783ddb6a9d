import { Keypair, Transaction } from '@stellar/stellar-base';
import type { Asked } from './fake-bank.testing.js';
import { draft, fund, fundedCustomer, type World } from './world.testing.js';

/** Multisignature from the bank's side, by stellar-base. */

/** The bank's keys: for customers' entities, for its own. */
export const bankKeys = [1, 2].map((byte) => Keypair.fromRawEd25519Seed(Buffer.alloc(32, byte)));
export const addresses = bankKeys.map((key) => key.publicKey());

export interface SignBody {
  readonly address: string[];
  readonly transaction_xdr: string;
}

export const bodyOf = ({ body }: Asked) => body as SignBody;

/** The envelope with the signatures of these keys added. */
export function cosign(xdr: string, keys: readonly Keypair[], passphrase: string): string {
  const transaction = new Transaction(xdr, passphrase);
  for (const key of keys) transaction.sign(key);
  return transaction.toXDR();
}

/** A bank that signs whatever it holds a key for, from now on. */
export async function signing(world: World): Promise<void> {
  await world.control.updateRegistered({
    params: { guid: world.guid },
    body: { sign_url: 'http://bank1.test/sign', signers: addresses },
  });
  world.bank.answers.sign = (asked) => {
    const { address, transaction_xdr } = bodyOf(asked);
    const keys = bankKeys.filter((key) => address.includes(key.publicKey()));
    if (keys.length === 0) return { status: 401 };
    const passphrase = world.profile().network_passphrase;
    return { body: { address, transaction_xdr: cosign(transaction_xdr, keys, passphrase) } };
  };
}

/** A draft of the bank's own entity, or of a customer, that waits for its confirmation with three signatures. */
export async function multisigned(world: World, kind: 'own' | 'customer' = 'own') {
  const one = await fundedCustomer(world, world, 'one', 100);
  await fund(world, world, 100);
  await signing(world);
  const [sender, receiver] = kind === 'own' ? [world.processing, one.guid] : [one.guid, world.processing];
  const { guid } = await draft(world, sender, receiver, 40);
  world.bank.asked.length = 0;
  return { guid, sender, receiver, addresses };
}
