import type { Input } from '../../contract/operation.js';
import type { transferOperations } from '../../contract/operations/transfers.js';
import { networkAsset } from '../domain/assets.js';
import { confinedTo } from '../domain/branches.js';
import type { Call } from '../domain/call.js';
import type { Domain } from '../domain/index.js';
import { Refusal } from '../domain/refusal.js';
import { transferRows as collection, type Transfer } from '../domain/transfers-collection.js';
import { callerOf, type Handlers } from './handler.js';
import { among, betweenAmounts, betweenDates, equal, listQuery, placeOf } from './page.js';
import { paymentView } from './views.js';

/** Transfers that the caller sees; of one branch if it is given. */
export async function paymentsPage(
  { center, transfers: { shownStatus } }: Domain,
  call: Call,
  query: Input<typeof transferOperations.listPayments>['query'],
  branch = confinedTo(call),
) {
  const asset = await networkAsset(center);
  // No transfer has an external transaction id (U-49), and there is only one issuer.
  const none = query.external_transaction_id || query.asset_issuers?.includes(asset.issuer) === false;
  const page = await center.store.read((tx) =>
    tx.page(
      collection,
      listQuery<Transfer>(
        query,
        placeOf(call, branch),
        [
          equal(query.receiver_counterparty, (row) => row.receiver_counterparty),
          equal(query.sender_counterparty, (row) => row.sender_counterparty),
          among(query.sender_ids, (row) => row.sender_id),
          among(query.receiver_ids, (row) => row.receiver_id),
          among(query.statuses, shownStatus),
          among(query.asset_codes, (row) => row.asset_code),
          equal(query.category_guid, (row) => row.category_guid),
          betweenAmounts(query.min_amount, query.max_amount, (row) => row.amount),
          betweenDates(query.min_created_at, query.max_created_at, (row) => row.created_at),
          betweenDates(query.min_updated_at, query.max_updated_at, (row) => row.updated_at),
          betweenDates(query.created_at_min, query.created_at_max, (row) => row.created_at),
          betweenDates(query.updated_at_min, query.updated_at_max, (row) => row.updated_at),
        ],
        none ? [] : query.guids,
      ),
    ),
  );
  return {
    payments: page.rows.map((row) => paymentView(row, shownStatus(row), asset, true)),
    total: page.total,
  };
}

/** Transfers (TR). */
export function transferHandlers(domain: Domain): Handlers<typeof transferOperations> {
  const { transfers: payments, center, multisignature } = domain;
  return {
    createPayment: async ({ body }, { call }) => {
      const { guid } = await payments.create(call, callerOf(call), body);
      return { guid };
    },

    confirmPayment: async ({ body }, { call }) => {
      await payments.confirm(call, callerOf(call), body);
      return {};
    },

    getPayment: async ({ params, query }, { call }) => {
      const caller = callerOf(call);
      const payment = await payments.get(call, caller, params.payment_guid);
      // Only drafts are hidden: reads after callbacks of earlier transfers can come at any time.
      const mayHide = payment.status === 'CREATED' && multisignature.mayHide(caller, payment.guid);
      if (mayHide && center.faults.take('hide-payment', call))
        throw new Refusal('payment-hidden', { thing: 'payment' });
      const asset = await networkAsset(center);
      return paymentView(payment, payments.shownStatus(payment), asset, query.with_stellar_info ?? false);
    },

    listPayments: ({ query }, { call }) => paymentsPage(domain, call, query),
  };
}
