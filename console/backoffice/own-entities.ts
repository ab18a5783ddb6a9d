import { dcm } from './site.js';

/** Entities that are asked for their balances, which the list does not contain. */
const most = 50;

/** The newest entities of the bank and its customers, with their balances in hryvnias. */
export async function entitiesOf(counterparty_guid: string) {
  const pages = await dcm.listAccounts({ params: { counterparty_guid }, query: { limit: most } });
  const accounts = (Array.isArray(pages) ? pages : [pages]).flatMap((page) => page.accounts);
  return Promise.all(
    accounts.map(async (account) => {
      const params = { counterparty_guid, account_guid: account.wallet_account_guid };
      const { assets } = await dcm.getAccount({ params });
      return { ...account, balance: assets[0]?.balance ?? 0 };
    }),
  );
}

/** All that the bank knows of its customers, newest first. */
export const customersOf = async (counterparty_guid: string) =>
  (
    await dcm.listCustomers({
      params: { counterparty_guid },
      query: { limit: 100, include_disabled: 'true' },
    })
  ).customers;
