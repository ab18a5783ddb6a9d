import type { Center } from './center.js';
import { type Mail, mails } from './collections.js';
import { keepNewest } from './newest.js';
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
      await keepNewest(tx, mails, mostMails);
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
