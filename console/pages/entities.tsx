import { control } from '../state/control.js';
import { bilingual, useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { registered } from '../state/whole-lists.js';
import { Link } from '../ui/link.js';
import { Answer, Page, Section } from '../ui/page.js';
import { Money } from '../ui/shown.js';
import { Facts } from '../ui/table.js';
import { EntityTable } from './entity-table.js';
import { InvariantBadge } from './invariant-badge.js';
import { entitiesTitle } from './titles.texts.js';

const entitiesTexts = bilingual(
  {
    ...entitiesTitle.en,
    says: 'The digital entities of every counterparty, including those of customers, with their balances.',
    invariant: 'The money invariant',
    invariantSays:
      'Identifiers created minus identifiers deleted equals the sum of all balances, and no balance is negative.',
    created: 'Created',
    deleted: 'Deleted',
    balances: 'Sum of balances',
    belowZero: 'Negative balances',
    nothing: 'none',
    holds: 'holds',
    broken: 'broken: report this as a bug in the mock',
    empty: 'No counterparty is registered yet.',
    register: 'Register one',
  },
  {
    ...entitiesTitle.uk,
    says: 'Цифрові сутності кожного контрагента, зокрема сутності його клієнтів, із залишками.',
    invariant: 'Баланс коштів',
    invariantSays:
      'Створені ідентифікатори мінус видалені дорівнюють сумі всіх залишків, і жоден залишок не від’ємний.',
    created: 'Створено',
    deleted: 'Видалено',
    balances: 'Сума залишків',
    belowZero: 'Від’ємні залишки',
    nothing: 'немає',
    holds: 'сходиться',
    broken: 'не сходиться: повідомте про це як про помилку імітатора',
    empty: 'Жодного контрагента ще не зареєстровано.',
    register: 'Зареєструвати',
  },
);

export function Entities() {
  const t = useText(entitiesTexts);
  const invariant = useQuery(() => control.getInvariant({}), []);
  const banks = useQuery(registered, []);
  return (
    <Page title={t.title} says={t.says} ledgerTimes>
      <Section title={t.invariant} says={t.invariantSays}>
        <Answer query={invariant}>
          {({ holds, created, deleted, balances, below_zero }) => (
            <>
              <Facts
                of={[
                  [t.created, <Money amount={created} />],
                  [t.deleted, <Money amount={deleted} />],
                  [t.balances, <Money amount={balances} />],
                  [t.belowZero, below_zero.length === 0 ? t.nothing : below_zero.join(', ')],
                ]}
              />
              <InvariantBadge holds={holds} says={t} />
            </>
          )}
        </Answer>
      </Section>
      <Answer query={banks}>
        {(counterparties) =>
          counterparties.length === 0 ? (
            <p class="empty">
              {t.empty} <Link to="/console/counterparties">{t.register}</Link>
            </p>
          ) : (
            counterparties.map((bank) => (
              <Section key={bank.guid} title={bank.name}>
                <EntityTable counterparty={bank} />
              </Section>
            ))
          )
        }
      </Answer>
    </Page>
  );
}
