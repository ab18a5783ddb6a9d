import { bilingual, useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { guidColumn, momentColumn, moneyColumn } from '../ui/columns.js';
import { entityWords } from '../ui/entity-words.js';
import { List } from '../ui/list.js';
import { Page } from '../ui/page.js';
import { entitiesOf } from './own-entities.js';
import type { Site } from './site.js';
import { entitiesTitle } from './titles.texts.js';

const entitiesTexts = bilingual(
  {
    ...entitiesTitle.en,
    says: 'The digital entities of the bank and of its customers.',
    ...entityWords.en,
    empty: 'No entities yet: an officer creates the first two (step 10).',
    first: 'To the bank in the console',
  },
  {
    ...entitiesTitle.uk,
    says: 'Цифрові сутності банку та його клієнтів.',
    ...entityWords.uk,
    empty: 'Сутностей ще немає: перші дві створює працівник DCM (крок 10).',
    first: 'До банку в консолі',
  },
);

export function Entities({ site }: { readonly site: Site }) {
  const t = useText(entitiesTexts);
  const query = useQuery(() => entitiesOf(site.counterparty_guid), []);
  return (
    <Page title={t.title} says={t.says} ledgerTimes>
      <List
        query={query}
        label={t.title}
        name="bank-entities"
        empty={t.empty}
        next={{ to: `/console/counterparties/${site.counterparty_guid}`, title: t.first }}
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
