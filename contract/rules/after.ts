import { rules } from './rule.js';

/** What DCM calls while a transfer is made and after it: signatures and callbacks. */
export const afterRules = rules({
  'SIGN-01': {
    level: 'must',
    says: 'POST /sign returns the same transaction with a valid signature of the expected address',
    fix: 'Sign the hash of the received envelope with the key of the listed address and add the signature to it.',
    source: 'D MS',
    step: 16,
  },
  'SIGN-02': {
    level: 'must',
    says: 'a malformed envelope is answered with 400',
    fix: 'Answer 400 when transaction_xdr cannot be decoded as a TransactionEnvelope.',
    source: 'D MS',
    step: 6,
  },
  'SIGN-03': {
    level: 'must',
    says: "addresses that are none of the bank's are answered with 401",
    fix: 'Answer 401 when the bank holds the key of none of the listed addresses.',
    source: 'D MS',
    step: 6,
  },
  'SIGN-04': {
    level: 'must',
    says: 'a transfer that the bank does not find at DCM is answered with 404, and signed once it is found',
    fix: 'Read the transfer by payment_guid; answer 404 when DCM does not have it, and do not remember that answer.',
    source: 'D MS',
    step: 16,
  },
  'SIGN-05': {
    level: 'must',
    says: 'before it signs, the bank reads the transfer named by payment_guid',
    fix: 'Take payment_guid from the manageData operation and read the transfer with getPayment.',
    source: 'D MS',
    step: 16,
  },
  'SIGN-06': {
    level: 'should',
    says: 'an envelope that does not match the transfer is refused and not signed',
    fix: 'Compare amount, asset and parties of the envelope with the transfer; answer 4xx when they differ.',
    source: 'A',
    step: 16,
  },
  'SIGN-07': {
    level: 'must',
    says: 'the answer of POST /sign names the addresses that signed',
    fix: 'Answer the member address, a list with the address whose key has signed.',
    source: 'D MS',
    step: 16,
  },
  'CALLBACK-01': {
    level: 'must',
    says: 'a callback about a change of balance is answered with 200',
    fix: 'Answer POST /api/dcm/notify/{pay-in, pay-out, transfer} with 200 once it is taken.',
    source: 'D CB',
    step: 16,
  },
  'CALLBACK-03': {
    level: 'should',
    says: 'a callback that comes twice is answered with 200 again and does no harm',
    fix: 'Remember the transaction_id of callbacks that were taken; answer 200 and book nothing twice.',
    source: 'A',
    step: 16,
  },
  'CALLBACK-04': {
    level: 'should',
    says: 'a callback about an unknown transaction is no server error',
    fix: 'Answer 2xx or 4xx when DCM does not know the transaction, and note it.',
    source: 'A',
    step: 16,
  },
  'CALLBACK-02': {
    level: 'should',
    says: 'after a callback the bank reads the transfer',
    fix: 'Read the transfer by the transaction_id of the callback (getPayment) before booking it.',
    source: 'O AID-CB',
    step: 16,
  },
});
