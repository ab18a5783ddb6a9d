import type { Call } from './call.js';
import type { Center } from './center.js';
import type { Counterparty } from './counterparties-collection.js';
import type { DigitalEntity } from './entities-collection.js';
import type { UnsignedTransfer } from './ledger.js';
import { Refusal } from './refusal.js';
import { EnvelopeError } from './stellar.js';

type Stopped =
  | 'sign-no-url'
  | 'sign-failed'
  | 'sign-not-found'
  | 'sign-interrupted'
  | 'sign-envelope'
  | 'sign-signatures';

const stop = (id: Stopped, cause: string) => new Refusal(id, { cause });

/** Lets other transfers continue while the bank gets time before the retry. */
type Waiting = (wait: () => Promise<boolean>) => Promise<boolean>;

/** Signatures from two sides (MS): the bank adds its own at `POST /sign`, DCM adds its own and the entity's. */
export function createMultisignature({ bank, ledgerClock, stellar, keys, profile, faults }: Center) {
  /** Transfers about which the bank is asked at present, or will be asked again. */
  const asked = new Set<string>();

  /** The bank's keys that must sign for this entity (U-55). */
  function expected(
    { signers }: Counterparty,
    sender: Pick<DigitalEntity, 'account_kind'>,
  ): readonly string[] {
    if (profile().multisig_keys === 'both') return signers;
    const [customers, own] = signers;
    const address = sender.account_kind === 'customer' ? customers : own;
    return address === undefined ? [] : [address];
  }

  /** Requests the signature; while the bank does not find the transfer (404), retries up to 5 times. */
  async function request(
    call: Call,
    counterparty: Counterparty,
    expected: readonly string[],
    xdr: string,
    whileWaiting: Waiting,
  ) {
    if (!counterparty.sign_url) throw stop('sign-no-url', 'no URL for /sign is registered');
    for (const wait of [...profile().sign_retry_s, undefined]) {
      const address = faults.take('sign-foreign', call) ? [(await keys.issuer()).address] : [...expected];
      const transaction_xdr = faults.take('sign-malformed', call) ? xdr.slice(0, 40) : xdr;
      const answer = await bank.sign(call, counterparty, { address, transaction_xdr });
      if (answer.status === 200 && answer.body) return { address, xdr: answer.body.transaction_xdr };
      if (answer.status !== 404) throw stop('sign-failed', answer.problem);
      if (wait === undefined) break;
      if (!(await whileWaiting(() => ledgerClock.wait(wait * 1000))))
        throw stop('sign-interrupted', 'the mock was stopped or reset while it waited');
    }
    throw stop('sign-not-found', `the bank answered 404 ${profile().sign_retry_s.length + 1} times`);
  }

  /** The response must be the same transaction with the expected signatures and no others. */
  async function verify(sent: UnsignedTransfer, returned: string, address: readonly string[]): Promise<void> {
    try {
      const { hash } = await stellar.read(returned);
      if (hash !== sent.hash) throw stop('sign-envelope', 'the bank returned another transaction');
      const { signed, surplus } = await stellar.signers(returned, address);
      const missing = address.filter((signer) => !signed.includes(signer));
      if (missing.length > 0) throw stop('sign-signatures', `no valid signature of ${missing.join(', ')}`);
      if (surplus > 0)
        throw stop(
          'sign-signatures',
          surplus === 1 ? '1 surplus signature' : `${surplus} surplus signatures`,
        );
    } catch (error) {
      if (error instanceof EnvelopeError)
        throw stop('sign-envelope', `the bank returned no envelope: ${error.message}`);
      throw error;
    }
  }

  return {
    /** Whether the transfers of this counterparty need the bank's signature. */
    applies: ({ signers }: Counterparty): boolean => signers.length > 0,

    /** Whether a draft may be hidden from the bank: one that it has to sign only while it is asked to. */
    mayHide: ({ signers }: Counterparty, paymentGuid: string): boolean =>
      signers.length === 0 || asked.has(paymentGuid),

    /** Addresses whose signatures a transaction of this entity needs. */
    async signersOf(counterparty: Counterparty, entity: DigitalEntity): Promise<string[]> {
      if (counterparty.signers.length === 0) return [entity.stellar_address];
      return [...expected(counterparty, entity), (await keys.signer()).address, entity.stellar_address];
    },

    /**
     * The envelope with the signatures of bank and DCM; the entity's is added last.
     * @throws {Refusal} `multisignature-stopped`
     */
    async collect(
      call: Call,
      counterparty: Counterparty,
      sender: DigitalEntity,
      transfer: UnsignedTransfer,
      whileWaiting: Waiting,
    ): Promise<UnsignedTransfer> {
      const wanted = expected(counterparty, sender);
      asked.add(transfer.payment_guid);
      const returned = await request(call, counterparty, wanted, transfer.xdr, whileWaiting).finally(() =>
        asked.delete(transfer.payment_guid),
      );
      try {
        await verify(transfer, returned.xdr, returned.address);
      } catch (error) {
        if (error instanceof Refusal) call.explain('SIGN-01', error.message);
        throw error;
      }
      const signed = await stellar.sign(returned.xdr, (await keys.signer()).seed);
      return { ...transfer, xdr: signed.xdr };
    },
  };
}

export type Multisignature = ReturnType<typeof createMultisignature>;
