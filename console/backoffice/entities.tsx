import { bilingual, useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { entityWords } from '../ui/entity-words.js';
import { Answer, Page } from '../ui/page.js';
import { Guid, Moment, Money } from '../ui/shown.js';
import { Table } from '../ui/table.js';
import { dcm, type Site } from './site.js';

const texts = bilingual(
  {
    title: 'Entities',
    says: 'The digital entities of the bank and of its customers.',
    ...entityWords.en,
    empty: 'None yet: an officer creates the first two (step 10).',
  },
  {
    title: 'Сутності',
    says: 'Цифрові сутності банку та його клієнтів.',
    ...entityWords.uk,
    empty: 'Сутностей ще немає: перші дві створює працівник DCM (крок 10).',
  },
);

/** Entities of a page and their balances, which the list does not have. */
const most = 50;

export function Entities({ site }: { readonly site: Site }) {
  const t = useText(texts);
  const params = { counterparty_guid: site.counterparty_guid };
  const query = useQuery(async () => {
    const pages = await dcm.listAccounts({ params, query: { limit: most } });
    const accounts = (Array.isArray(pages) ? pages : [pages]).flatMap((page) => page.accounts);
    return Promise.all(
      accounts.map(async (one) => {
        const { assets } = await dcm.getAccount({
          params: { ...params, account_guid: one.wallet_account_guid },
        });
        return { ...one, balance: assets[0]?.balance ?? 0 };
      }),
    );
  }, []);
  return (
    <Page title={t.title} says={t.says} ledgerTimes>
      <div class="card">
        <Answer query={query}>
          {(rows) => (
            <Table
              label={t.title}
              empty={t.empty}
              rows={rows}
              keyOf={(one) => one.wallet_account_guid}
              columns={[
                { title: t.kind, head: true, cell: (one) => t.kinds[one.account_kind] },
                { title: t.guid, cell: (one) => <Guid of={one.wallet_account_guid} /> },
                { title: t.owner, cell: (one) => <code>{one.wallet_user_external_id || '–'}</code> },
                { title: t.address, cell: (one) => <Guid of={one.stellar_address} /> },
                { title: t.created, cell: (one) => <Moment at={one.created_at} /> },
                {
                  title: t.balance,
                  number: true,
                  cell: (one) => <Money amount={one.balance} unit={site.asset_code} />,
                },
              ]}
            />
          )}
        </Answer>
      </div>
    </Page>
  );
}
