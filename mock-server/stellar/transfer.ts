import type { EnvelopeContent, TransferOrder } from '../domain/stellar.js';
import { decode, encode, type SignedTransaction, type Transaction } from './envelope.js';
import type { Library } from './library.js';

const FEE_PER_OPERATION = 100;
const GUID_NAME = 'payment_guid';

/**
 * The unsigned transaction of a transfer, shaped as the documented example (Multisignature page): payment, then
 * manageData; `precondTime` 0/0; no memo. It is put together from XDR parts and not by `TransactionBuilder`,
 * which would raise the sequence number by one and take amounts as decimal text.
 * @throws {RangeError} when the amount is not 1 to 2^63-1 stroops, or the guid not 36 ASCII characters.
 */
export function buildTransfer(stellar: Library, order: TransferOrder): Transaction {
  const { xdr, decodeAddressToMuxedAccount } = stellar;
  if (order.amount < 1n) throw new RangeError(`The amount is ${order.amount} stroops, expected at least 1`);
  if (!/^[!-~]{36}$/.test(order.paymentGuid)) {
    throw new RangeError(`The payment guid is "${order.paymentGuid}", expected 36 ASCII characters`);
  }
  const always = new xdr.TimeBounds({
    minTime: xdr.Uint64.fromString('0'),
    maxTime: xdr.Uint64.fromString('0'),
  });
  const operations = [
    payment(stellar, order),
    stellar.Operation.manageData({ name: GUID_NAME, value: order.paymentGuid }),
  ];
  return new xdr.Transaction({
    sourceAccount: decodeAddressToMuxedAccount(order.source, true),
    fee: FEE_PER_OPERATION * operations.length,
    seqNum: new xdr.Int64(order.sequence),
    cond: xdr.Preconditions.precondTime(always),
    memo: xdr.Memo.memoNone(),
    operations,
    ext: new xdr.TransactionExt(0),
  });
}

function payment({ xdr, Asset, decodeAddressToMuxedAccount }: Library, order: TransferOrder) {
  const body = new xdr.PaymentOp({
    destination: decodeAddressToMuxedAccount(order.destination, true),
    asset: new Asset(order.assetCode, order.assetIssuer).toXDRObject(),
    amount: new xdr.Int64(order.amount),
  });
  return new xdr.Operation({ sourceAccount: null, body: xdr.OperationBody.payment(body) });
}

/** What the envelope of a transfer says. @throws {EnvelopeError} */
export function readTransfer(
  stellar: Library,
  signed: SignedTransaction,
  passphrase: string,
): EnvelopeContent {
  const tx = signed.tx();
  return decode(() => ({
    source: stellar.encodeMuxedAccountToAddress(tx.sourceAccount(), true),
    fee: BigInt(tx.fee()),
    sequence: BigInt(tx.seqNum().toString()),
    hash: encode(tx, passphrase).hash.toString('hex'),
    payment: readPayment(stellar, tx),
    paymentGuid: readGuid(tx),
    operations: tx.operations().length,
    signatures: signed.signatures().map((signature) => signature.signature().toString('base64')),
  }));
}

/** The first payment of identifiers from the transaction's own source; native coins and other payers do not count. */
function readPayment({ Asset, encodeMuxedAccountToAddress }: Library, tx: Transaction) {
  const source = tx.sourceAccount().toXDR('hex');
  for (const operation of tx.operations()) {
    if (operation.body().switch().name !== 'payment') continue;
    const payment = operation.body().paymentOp();
    const asset = Asset.fromOperation(payment.asset());
    const payer = operation.sourceAccount()?.toXDR('hex') ?? source;
    if (asset.isNative() || payer !== source) continue;
    return {
      destination: encodeMuxedAccountToAddress(payment.destination(), true),
      assetCode: asset.getCode(),
      assetIssuer: asset.getIssuer(),
      amount: BigInt(payment.amount().toString()),
    };
  }
  return undefined;
}

/** The value of the first manageData named `payment_guid`. */
function readGuid(tx: Transaction): string | undefined {
  return tx
    .operations()
    .map((operation) => operation.body())
    .filter((body) => body.switch().name === 'manageData')
    .map((body) => body.manageDataOp())
    .find((data) => data.dataName().toString() === GUID_NAME)
    ?.dataValue()
    ?.toString('utf8');
}
