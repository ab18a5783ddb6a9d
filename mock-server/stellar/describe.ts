import type { EnvelopeDescription } from '../domain/stellar.js';
import { verifyRaw } from './ed25519.js';
import { decode, encode, type SignedTransaction, type Transaction } from './envelope.js';
import type { Library } from './library.js';

type Described = EnvelopeDescription['operations'][number];

/** The whole content of an envelope, for people. @throws {EnvelopeError} */
export function describe(
  stellar: Library,
  signed: SignedTransaction,
  addresses: readonly string[],
  passphrase: string,
): EnvelopeDescription {
  const tx = signed.tx();
  const { hash } = encode(tx, passphrase);
  return decode(() => ({
    hash: hash.toString('hex'),
    source: stellar.encodeMuxedAccountToAddress(tx.sourceAccount(), true),
    fee: tx.fee(),
    sequence: tx.seqNum().toString(),
    memo: memoOf(stellar, tx),
    operations: tx.operations().map((operation) => operationOf(stellar, operation, tx)),
    signatures: signed.signatures().map((signature) => {
      const signer = addresses.find((address) =>
        keyOf(stellar, address)?.subarray(-4).equals(signature.hint()),
      );
      const key = signer === undefined ? undefined : keyOf(stellar, signer);
      return {
        hint: signature.hint().toString('hex'),
        signature: signature.signature().toString('base64'),
        signer: signer ?? '',
        valid: key !== undefined && verifyRaw(hash, signature.signature(), key),
      };
    }),
  }));
}

const keyOf = ({ StrKey }: Library, address: string): Buffer | undefined =>
  StrKey.isValidEd25519PublicKey(address) ? StrKey.decodeEd25519PublicKey(address) : undefined;

function memoOf({ Memo }: Library, tx: Transaction): string {
  const { type, value } = Memo.fromXDRObject(tx.memo());
  return value === null ? type : `${type} ${Buffer.isBuffer(value) ? value.toString('utf8') : value}`;
}

function operationOf(
  stellar: Library,
  operation: ReturnType<Transaction['operations']>[number],
  tx: Transaction,
): Described {
  const body = operation.body();
  const payer = operation.sourceAccount() ?? tx.sourceAccount();
  const described: Described = {
    type: body.switch().name,
    source: stellar.encodeMuxedAccountToAddress(payer, true),
    destination: '',
    asset: '',
    issuer: '',
    amount: '',
    name: '',
    value: '',
  };
  if (described.type === 'payment') {
    const payment = body.paymentOp();
    const asset = stellar.Asset.fromOperation(payment.asset());
    return {
      ...described,
      destination: stellar.encodeMuxedAccountToAddress(payment.destination(), true),
      asset: asset.getCode(),
      issuer: asset.getIssuer() ?? '',
      amount: decimal(BigInt(payment.amount().toString())),
    };
  }
  if (described.type === 'manageData') {
    const data = body.manageDataOp();
    return {
      ...described,
      name: data.dataName().toString(),
      value: data.dataValue()?.toString('utf8') ?? '',
    };
  }
  return described;
}

/** Stroops as a decimal string. */
const decimal = (stroops: bigint): string =>
  `${stroops / 10_000_000n}.${String(stroops % 10_000_000n).padStart(7, '0')}`.replace(/\.?(?<!0)0+$/, '');
