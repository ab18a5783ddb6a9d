import type { mailboxOperations } from '../../contract/control/mailbox.js';
import type { Handlers } from '../api/handler.js';
import type { Domain } from '../domain/index.js';
import { type Mail, mailRows } from '../domain/mailbox-collection.js';
import type { Journal } from '../journal/journal.js';
import { portionOf } from './portion.js';
import { found } from './views.js';

/** Mails that DCM would have sent. */
export function mailboxHandlers({ center }: Domain, journal: Journal): Handlers<typeof mailboxOperations> {
  const { store, ledgerClock } = center;
  const mailOf = (guid: string) => found(store, mailRows, guid, 'mail');

  return {
    listMail: async ({ query }, { admission }) => {
      const to = query.to === undefined ? {} : { index: 'to', key: query.to.toLowerCase() };
      const { rows, next } = await store.read((tx) =>
        portionOf(tx, mailRows, query, { order: 'desc', ...to }),
      );
      return {
        mails: query.without_content || admission.who === 'viewer' ? rows.map(closed) : [...rows],
        next,
      };
    },
    getMail: ({ params }) => mailOf(params.guid),
    revealMail: async ({ params }, { call, headers, url }) => {
      const mail = await mailOf(params.guid);
      const { text: _text, code: _code, ...shown } = mail;
      journal.record({
        seq: call.seq,
        at: ledgerClock.timestamp(),
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
  };
}

const closed = (mail: Mail): Mail => ({ ...mail, text: '', code: '' });
