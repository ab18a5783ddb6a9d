import type { AccountKind } from '../../../contract/operations/entities.js';
import { accountKinds } from '../../../contract/operations/entities.js';
import type { Profile } from '../../../contract/profile/index.js';
import { routeAdvised } from '../../../mock-server/domain/routes.js';
import { type Observer, type Sight, sight } from '../observer.js';
import { codeOf } from '../refusals.js';
import { isObject, isRefused, isServed, member, requestOf, responseOf, type Seen, served } from '../seen.js';

/** Observers of limits, the reserve and routes. */

type LimitPath = 'amount' | 'payment';

const limitReads: Readonly<Record<string, LimitPath>> = {
  getCustomerAmountLimit: 'amount',
  getSegmentAmountLimits: 'amount',
  getCustomerPaymentLimit: 'payment',
  getSegmentPaymentLimits: 'payment',
};

function limitSight(seen: Seen): readonly Sight[] {
  const columns = member(responseOf(seen), 'columns');
  const [first] = Array.isArray(columns) ? columns : [];
  if (!isObject(first)) return [];
  const path = limitReads[seen.exchange.operation];
  const usual: LimitPath = 'period' in first ? 'amount' : 'payment';
  const limit_paths: Profile['limit_paths'] = path === usual ? 'schema' : 'heading';
  return [sight(seen, { limit_paths })];
}

/** U-33: only limits for a period have one. */
export const limitPaths: Observer = {
  weight: 'breaks',
  observe: (all) => served(all, ...Object.keys(limitReads)).flatMap(limitSight),
};

const declares = (seen: Seen): boolean => {
  const given = member(requestOf(seen), 'reserve_balance');
  return typeof given === 'number' && given > 0;
};

const showsReserve = (seen: Seen): boolean => {
  const rows = member(responseOf(seen), 'history');
  const shown = Array.isArray(rows) ? rows.map((row) => member(row, 'reserve_balance_amount')) : [];
  return shown.some((amount) => typeof amount === 'number' && amount > 0);
};

/** U-39: as long as the recording shows no reserve, none was declared. */
export const reserve: Observer = {
  weight: 'behaves',
  observe: (all) => {
    const sights: Sight[] = [];
    for (const seen of all) {
      const id = seen.operation?.id;
      if (id === 'listEmissionHistory' && showsReserve(seen)) break;
      if (id !== 'issueIdentifiers' && id !== 'burnIdentifiers') continue;
      if (declares(seen)) break;
      if (isServed(seen)) sights.push(sight(seen, { reserve: 'lenient' }));
      else if (codeOf(seen) === 'reserve-insufficient') sights.push(sight(seen, { reserve: 'strict' }));
    }
    return sights;
  },
};

interface Entity {
  readonly account_kind: AccountKind;
  readonly counterparty_guid: string;
}

const isKind = (kind: unknown): kind is AccountKind => accountKinds.some((known) => known === kind);

/** Digital entities that responses name, with their kinds. */
function entitiesIn(all: readonly Seen[]): ReadonlyMap<string, Entity> {
  const found = new Map<string, Entity>();
  const note = (guid: unknown, kind: unknown, counterparty: unknown) => {
    if (typeof guid === 'string' && isKind(kind) && typeof counterparty === 'string')
      found.set(guid.toLowerCase(), { account_kind: kind, counterparty_guid: counterparty.toLowerCase() });
  };
  const look = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) look(item);
    if (!isObject(value)) return;
    note(value.wallet_account_guid, value.account_kind, value.counterparty_guid);
    note(value.sender_id, value.sender_account_account_kind, value.sender_counterparty);
    note(value.receiver_id, value.receiver_account_account_kind, value.receiver_counterparty);
    for (const item of Object.values(value)) look(item);
  };
  for (const seen of all.filter(isServed)) look(responseOf(seen));
  return found;
}

/** U-47: transfers along other routes than the advised ones. */
export const routes: Observer = {
  weight: 'behaves',
  observe: (all) => {
    const entities = entitiesIn(all);
    const entityOf = (id: unknown) => (typeof id === 'string' ? entities.get(id.toLowerCase()) : undefined);
    return all
      .filter(({ operation }) => operation?.id === 'createPayment' || operation?.id === 'createBranchPayment')
      .flatMap((seen) => {
        const order = requestOf(seen);
        const [sender, receiver] = [
          entityOf(member(order, 'sender_id')),
          entityOf(member(order, 'receiver_id')),
        ];
        if (!sender || !receiver || routeAdvised(sender, receiver)) return [];
        if (isServed(seen)) return [sight(seen, { transfer_rules: 'advise' })];
        const code = codeOf(seen);
        // A text that nobody knows is about the route, since everything else has one.
        const isRoute = isRefused(seen) && (code === undefined || code === 'route-refused');
        return isRoute ? [sight(seen, { transfer_rules: 'enforce' })] : [];
      });
  },
};
