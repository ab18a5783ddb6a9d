import { bilingual, useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { entitiesOf } from '../state/whole-lists.js';
import { entityWords } from '../ui/entity-words.js';
import { Answer } from '../ui/page.js';
import { Guid, Moment, Money } from '../ui/shown.js';
import { Table } from '../ui/table.js';

const texts = bilingual(
  {
    label: 'Entities of',
    ...entityWords.en,
    signers: 'Signatures needed',
    empty: 'No entities yet. Step 10 creates the first two; customers bring theirs in step 15.',
    sum: 'Sum',
  },
  {
    label: 'Сутності',
    ...entityWords.uk,
    signers: 'Потрібні підписи',
    empty: 'Сутностей ще немає. Перші дві створює крок 10; клієнти отримують свої на кроці 15.',
    sum: 'Разом',
  },
);

interface Of {
  readonly guid: string;
  readonly name: string;
  readonly asset_code: string;
}

/** The digital entities of a counterparty with their balances. */
export function EntityTable({ counterparty }: { readonly counterparty: Of }) {
  const t = useText(texts);
  const { guid, name, asset_code } = counterparty;
  const query = useQuery(() => entitiesOf(guid), [guid]);
  return (
    <Answer query={query}>
      {(entities) => (
        <>
          <Table
            label={`${t.label} ${name}`}
            empty={t.empty}
            rows={entities}
            keyOf={(one) => one.guid}
            columns={[
              { title: t.kind, head: true, cell: (one) => t.kinds[one.account_kind] },
              { title: t.guid, cell: (one) => <Guid of={one.guid} /> },
              { title: t.owner, cell: (one) => <code>{one.owner_external_id || '–'}</code> },
              { title: t.address, cell: (one) => <Guid of={one.stellar_address} /> },
              {
                title: t.signers,
                cell: (one) =>
                  one.signers.map((signer) => (
                    <div key={signer}>
                      <Guid of={signer} />
                    </div>
                  )),
              },
              { title: t.created, cell: (one) => <Moment at={one.created_at} /> },
              {
                title: t.balance,
                number: true,
                cell: (one) => <Money amount={one.balance} unit={asset_code} />,
              },
            ]}
          />
          {entities.length > 0 && (
            <p class="sum">
              {t.sum}:{' '}
              <Money amount={entities.reduce((sum, { balance }) => sum + balance, 0)} unit={asset_code} />
            </p>
          )}
        </>
      )}
    </Answer>
  );
}
