import { bilingual, useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { guidColumn, momentColumn, moneyColumn } from '../ui/columns.js';
import { entityWords } from '../ui/entity-words.js';
import { List } from '../ui/list.js';
import { Page } from '../ui/page.js';
import { dcm, type Site } from './site.js';

export const entitiesTexts = bilingual(
  {
    title: 'Entities',
    says: 'The digital entities of the bank and of its customers.',
    ...entityWords.en,
    empty: 'No entities yet: an officer creates the first two (step 10).',
  },
  {
    title: 'Сутності',
    says: 'Цифрові сутності банку та його клієнтів.',
    ...entityWords.uk,
    empty: 'Сутностей ще немає: перші дві створює працівник DCM (крок 10).',
  },
);

/** The entities of a page with their balances, which the list does not contain. */
const most = 50;

async function entitiesOf(counterparty_guid: string) {
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

export function Entities({ site }: { readonly site: Site }) {
  const t = useText(entitiesTexts);
  const query = useQuery(() => entitiesOf(site.counterparty_guid), []);
  return (
    <Page title={t.title} says={t.says} ledgerTimes>
      <List
        query={query}
        label={t.title}
        empty={t.empty}
        keyOf={({ wallet_account_guid }) => wallet_account_guid}
        columns={[
          { title: t.kind, head: true, cell: ({ account_kind }) => t.kinds[account_kind] },
          guidColumn(t.guid, 'wallet_account_guid'),
          { title: t.owner, cell: (entity) => <code>{entity.wallet_user_external_id || '–'}</code> },
          guidColumn(t.address, 'stellar_address'),
          momentColumn(t.created, 'created_at'),
          moneyColumn(t.balance, 'balance', site.asset_code),
        ]}
      />
    </Page>
  );
}
