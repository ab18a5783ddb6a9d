import { refuseOtherAsset } from './assets.js';
import { confinedTo, inReach } from './branches.js';
import type { Call } from './call.js';
import type { Center } from './center.js';
import type { Counterparty } from './counterparties-collection.js';
import { customerRows } from './customers-collection.js';
import { createLimitChecks, limitsOf } from './limit-checks.js';
import { boundsOf, invalid, type Kind, type LimitOrder, noteSurplus } from './limit-order.js';
import { type Limit, limitRows } from './limits-collection.js';
import type { Outgoing } from './outgoing.js';
import { Refusal } from './refusal.js';
import type { Segments } from './segments.js';
import type { ReadTransaction } from './store.js';
import { uuidOf } from './uuid.js';

/** Whom a limit is about: a segment by its name, or a customer whom the caller sees. */
async function subjectOf(
  tx: ReadTransaction,
  call: Call,
  counterparty: string,
  scope: Limit['scope'],
  order: LimitOrder,
) {
  if (scope === 'segment') {
    if (!order.segment_name) throw invalid('segment_name', 'required');
    return order.segment_name;
  }
  const found = await tx.get(customerRows, uuidOf(order.customer_guid, 'customer_guid'));
  if (!found) throw new Refusal('customer-unknown', { thing: 'customer' });
  if (found.counterparty_guid !== counterparty || !inReach(call, found.branch_guid)) {
    throw new Refusal('customer-elsewhere', { thing: 'customer' });
  }
  return found.guid;
}

/** Limits of outgoing transfers (LIM): set and enforced (U-33, U-35, U-36). */
export function createLimits(center: Center, segments: Segments, outgoing: Outgoing) {
  const { store, chance, ledgerClock } = center;

  return {
    /** Sets one limit; replaces one of the same subject and period. @throws {Refusal} */
    async set(
      call: Call,
      counterparty: Counterparty,
      scope: Limit['scope'],
      kind: Kind,
      order: LimitOrder,
    ): Promise<void> {
      await refuseOtherAsset(center, order);
      noteSurplus(call, kind, order);
      const bounds = boundsOf(kind, order);
      await store.write(async (tx) => {
        const subject = await subjectOf(tx, call, counterparty.guid, scope, order);
        const type = order.account_type_guid
          ? (await segments.named(tx, counterparty.guid, order.account_type_guid)).guid
          : '';
        const present = (await limitsOf(tx, counterparty.guid, scope, subject)).find(
          (limit) => limit.account_type_guid === type && limit.period === bounds.period,
        );
        const now = ledgerClock.timestamp();
        await tx.put(limitRows, {
          guid: present?.guid ?? chance.uuid('limit', 'v4'),
          counterparty_guid: counterparty.guid,
          scope,
          subject,
          account_type_guid: type,
          ...bounds,
          created_at: present?.created_at ?? now,
          updated_at: now,
        });
      });
    },

    /** Limits of a kind that the caller sees, oldest first; of one subject, or of all. */
    list: (call: Call, counterparty: string, scope: Limit['scope'], kind: Kind, subject?: string) =>
      store.read(async (tx): Promise<Limit[]> => {
        const rows =
          subject === undefined
            ? (await tx.page(limitRows, { index: 'scope', key: `${counterparty} ${scope}` })).rows
            : await limitsOf(tx, counterparty, scope, subject);
        const ofKind = rows.filter(({ period }) => (period === '') === (kind === 'operation'));
        if (scope === 'segment' || confinedTo(call) === '') return ofKind;
        const near = await Promise.all(ofKind.map((row) => tx.get(customerRows, row.subject)));
        return ofKind.filter((_row, index) => inReach(call, near[index]?.branch_guid ?? ''));
      }),

    ...createLimitChecks(segments, outgoing),
  };
}

export type Limits = ReturnType<typeof createLimits>;
