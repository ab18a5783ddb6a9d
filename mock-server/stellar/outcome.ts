import type { SignedTransaction } from './envelope.js';
import type { Library } from './library.js';

/** The network's result for a posted transfer: each operation succeeded; the simulated ledger charges no fee. */
export function successOf({ xdr }: Library, signed: SignedTransaction): string {
  const results = signed
    .tx()
    .operations()
    .map((operation) => {
      const done =
        operation.body().switch().name === 'payment'
          ? xdr.OperationResultTr.payment(xdr.PaymentResult.paymentSuccess())
          : xdr.OperationResultTr.manageData(xdr.ManageDataResult.manageDataSuccess());
      return xdr.OperationResult.opInner(done);
    });
  return new xdr.TransactionResult({
    feeCharged: xdr.Int64.fromString('0'),
    result: xdr.TransactionResultResult.txSuccess(results),
    ext: new xdr.TransactionResultExt(0),
  }).toXDR('base64');
}
