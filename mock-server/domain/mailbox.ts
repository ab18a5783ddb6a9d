import type { Center } from './center.js';
import { type Mail, mailRows } from './mailbox-collection.js';
import { type Bounds, keepNewest } from './newest.js';
import type { WriteTransaction } from './store.js';

/** Number of mails that are kept; the oldest are dropped. */
export const mostMails: Bounds = { rows: 5000, bytes: 8 * 1024 * 1024 };

/** Mails that DCM would send; kept instead, for officers and tests to read. */
export function createMailbox({ chance, ledgerClock }: Center) {
  return {
    async send(tx: WriteTransaction, mail: Omit<Mail, 'guid' | 'created_at'>): Promise<void> {
      await tx.put(mailRows, {
        ...mail,
        guid: chance.uuid('mail', 'v4'),
        created_at: ledgerClock.timestamp(),
      });
      await keepNewest(tx, mailRows, mostMails);
    },
  };
}

export type Mailbox = ReturnType<typeof createMailbox>;
