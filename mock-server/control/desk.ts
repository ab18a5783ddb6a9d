import type { ControlOperations } from '../../contract/control/index.js';
import type { Handlers } from '../api/handler.js';
import { type Delivery, deliveries } from '../domain/deliveries-collection.js';
import { changeBy, nothingYet, reserveCovers } from '../domain/emission-balances.js';
import { emissionBalances, emissions } from '../domain/emissions-collection.js';
import type { Domain } from '../domain/index.js';
import { type Mail, mails } from '../domain/mailbox-collection.js';
import { toHryvnias } from '../domain/money.js';
import { Refusal } from '../domain/refusal.js';
import type { Journal } from '../journal/journal.js';
import { cut, nextOf } from './paging.js';
import { portionOf } from './portion.js';
import { deliveryView } from './views.js';

type Desk = Pick<
  ControlOperations,
  | 'listDeliveries'
  | 'listDeliveriesPage'
  | 'listMail'
  | 'sendDeliveryAgain'
  | 'listMailHeads'
  | 'revealMail'
  | 'getReserve'
>;

/** What officers see of callbacks, mails and the reserve. Pages are cut by indexes: none looks at all rows. */
export function deskHandlers(
  { center, banks, deliveries: sender }: Domain,
  journal: Journal,
): Handlers<Desk> {
  const { store, profile } = center;

  return {
    listDeliveries: async ({ query }) => {
      const { transaction_id: key } = query;
      const { rows, next } = await store.read((tx) =>
        portionOf(tx, deliveries, query, key === undefined ? {} : { index: 'transaction', key }),
      );
      return { deliveries: rows.map(deliveryView), next };
    },

    listDeliveriesPage: async ({ body }) => {
      const key = [body.counterparty_guid, body.status].filter((one) => one !== undefined).join(' ');
      const page = await store.read((tx) =>
        tx.page(deliveries, { ...(key === '' ? {} : { index: 'listed', key }), ...cut(body) }),
      );
      return {
        deliveries: page.rows.map((row: Delivery) => ({ ...deliveryView(row), created_at: row.created_at })),
        total: page.total,
        next: nextOf(deliveries.sort, page),
      };
    },

    sendDeliveryAgain: async ({ params }) => deliveryView(await sender.again(params.guid)),

    listMail: async ({ query }) => {
      const to = query.to === undefined ? {} : { index: 'to', key: query.to.toLowerCase() };
      const { rows, next } = await store.read((tx) => portionOf(tx, mails, query, { order: 'desc', ...to }));
      return { mails: [...rows], next };
    },

    listMailHeads: async ({ query }) => {
      const page = await store.read((tx) => tx.page(mails, { order: 'desc', limit: query.limit }));
      const head = ({ text: _text, code, ...rest }: Mail) => ({ ...rest, has_code: code !== '' });
      return { mails: page.rows.map(head), total: page.total };
    },

    revealMail: async ({ params }, { call, headers, url }) => {
      const mail = await store.read((tx) => tx.get(mails, params.guid));
      if (!mail) throw new Refusal('not-found', { thing: 'mail' });
      const { text: _text, code: _code, ...shown } = mail;
      journal.record({
        seq: call.seq,
        at: center.ledger.timestamp(),
        direction: 'in',
        operation: 'revealMail',
        counterparty_guid: '',
        method: 'POST',
        url,
        requestHeaders: headers,
        requestBody: undefined,
        status: 200,
        responseHeaders: {},
        responseBody: shown,
        ms: 0,
        cause: 0,
        reason: '',
        error: '',
        findings: [],
      });
      return mail;
    },

    getReserve: async ({ params }) => {
      await banks.get(params.guid);
      const { balance, open } = await store.read(async (tx) => ({
        balance: (await tx.get(emissionBalances, params.guid)) ?? nothingYet,
        open: await tx.first(emissions, 'open', params.guid),
      }));
      const circulation = balance.created - balance.deleted;
      const change = open ? changeBy(open) : 0n;
      const rule = profile().reserve;
      return {
        declared: balance.reserve_declared,
        rule,
        reserve: toHryvnias(balance.reserve),
        created: toHryvnias(balance.created),
        deleted: toHryvnias(balance.deleted),
        circulation: toHryvnias(circulation),
        ...(open
          ? {
              open: {
                guid: open.guid,
                direction: open.direction,
                amount: toHryvnias(open.amount),
                created_at: open.created_at,
              },
            }
          : {}),
        after: toHryvnias(circulation + change),
        remains: toHryvnias(balance.reserve - circulation - change),
        holds: reserveCovers(balance, change, rule),
      };
    },
  };
}
