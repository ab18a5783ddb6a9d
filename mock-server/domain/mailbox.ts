import type { Center } from './center.js';
import { type Mail, mails } from './collections.js';
import type { WriteTransaction } from './store.js';

/** Mails that are kept; the oldest go. */
export const mostMails = 5000;

/** Mails that DCM would send; kept instead, for officers and tests to read. */
export function createMailbox({ store, chance, ledger }: Center) {
  return {
    async send(tx: WriteTransaction, mail: Omit<Mail, 'guid' | 'created_at'>): Promise<void> {
      await tx.put(mails, {
        ...mail,
        guid: chance.uuid('mail', 'v4'),
        created_at: ledger.timestamp(),
      });
      const { rows, total } = await tx.page(mails, { limit: 1 });
      if (total > mostMails && rows[0]) await tx.remove(mails, rows[0].guid);
    },

    list: (to?: string) =>
      store.read(
        async (tx) =>
          (
            await tx.page(mails, {
              order: 'desc',
              ...(to === undefined ? {} : { index: 'to', key: to.toLowerCase() }),
            })
          ).rows,
      ),
  };
}

export type Mailbox = ReturnType<typeof createMailbox>;
