import { control } from '../state/control.js';
import { bilingual, useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { entityWords } from '../ui/entity-words.js';
import { Link } from '../ui/link.js';
import { Answer, Page } from '../ui/page.js';
import { Identity, Moment, Money } from '../ui/shown.js';
import { Facts } from '../ui/table.js';

const texts = bilingual(
  {
    ...entityWords.en,
    title: 'Entity',
    toList: 'To the entities',
    of: 'Counterparty',
    transfers: 'Its transfers',
  },
  {
    ...entityWords.uk,
    title: 'Сутність',
    toList: 'До сутностей',
    of: 'Контрагент',
    transfers: 'Її перекази',
  },
);

/** One digital entity with its balance. */
export function Entity({ id }: { readonly id: string }) {
  const t = useText(texts);
  const query = useQuery(async () => {
    const entity = await control.getEntity({ params: { guid: id } });
    const bank = await control.getRegistered({ params: { guid: entity.counterparty_guid } });
    return { entity, bank };
  }, [id]);
  return (
    <Page title={t.title} ledgerTimes actions={<Link to="/console/entities">{t.toList}</Link>}>
      <Answer query={query}>
        {({ entity, bank }) => (
          <div class="card">
            <Facts
              of={[
                [t.kind, t.kinds[entity.account_kind]],
                [t.of, <Link to={`/console/counterparties/${bank.guid}`}>{bank.name}</Link>],
                [t.balance, <Money amount={entity.balance} unit={bank.asset_code} />],
                [t.owner, <code>{entity.owner_external_id || '–'}</code>],
                [t.guid, <Identity of={entity.guid} label={t.guid} />],
                [t.address, <Identity of={entity.stellar_address} label={t.address} />],
                [t.created, <Moment at={entity.created_at} />],
              ]}
            />
            <p class="foot">
              <Link to={`/console/transfers?search=${entity.guid}`}>{t.transfers}</Link>
            </p>
          </div>
        )}
      </Answer>
    </Page>
  );
}
