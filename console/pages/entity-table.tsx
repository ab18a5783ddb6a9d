import { bilingual, useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { entitiesOf } from '../state/whole-lists.js';
import { guidColumn, momentColumn, moneyColumn } from '../ui/columns.js';
import { entityWords } from '../ui/entity-words.js';
import { Link } from '../ui/link.js';
import { Answer } from '../ui/page.js';
import { Guid, Money } from '../ui/shown.js';
import { Table } from '../ui/table.js';

const texts = bilingual(
  {
    label: 'Entities of',
    ...entityWords.en,
    signers: 'Signatures required',
    empty: 'No entities yet. Step 10 creates the first two; customers get theirs in step 15.',
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
            name="entities"
            empty={t.empty}
            rows={entities}
            keyOf={(entity) => entity.guid}
            columns={[
              {
                title: t.kind,
                head: true,
                cell: (entity) => (
                  <Link to={`/console/entities/${entity.guid}`}>{t.kinds[entity.account_kind]}</Link>
                ),
              },
              guidColumn(t.guid, 'guid'),
              { title: t.owner, cell: ({ owner_external_id }) => <code>{owner_external_id || '–'}</code> },
              guidColumn(t.address, 'stellar_address'),
              {
                title: t.signers,
                cell: ({ signers }) =>
                  signers.map((signer) => (
                    <div key={signer}>
                      <Guid of={signer} />
                    </div>
                  )),
              },
              momentColumn(t.created, 'created_at'),
              moneyColumn(t.balance, 'balance', asset_code),
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
