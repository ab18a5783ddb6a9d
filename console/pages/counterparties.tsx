import { control } from '../state/control.js';
import { bilingual, useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { navigate } from '../state/route.js';
import { registered } from '../state/whole-lists.js';
import { guidColumn, momentColumn } from '../ui/columns.js';
import { Field, Form } from '../ui/form.js';
import { Link } from '../ui/link.js';
import { List } from '../ui/list.js';
import { Page, Section } from '../ui/page.js';
import { Badge } from '../ui/shown.js';
import { counterpartiesTitle } from './titles.texts.js';

const counterpartiesTexts = bilingual(
  {
    ...counterpartiesTitle.en,
    says: 'The banks of the network. Open one to enter its URLs, invite its first employee and create its entities.',
    name: 'Name',
    alias: 'Alias',
    guid: 'Guid',
    asset: 'Asset',
    kind: 'Played by',
    bank: 'the bank',
    mock: 'the mock',
    since: 'Registered',
    empty: 'No counterparties yet. Register the bank below: this is step 3 of the integration plan.',
    register: 'Register a counterparty',
    registerSays:
      'Step 3 of the integration plan. The first counterparty gets the guid that the mock printed when it started.',
    aliasHint: 'Part of host names: a-z, 0-9 and -',
    assetHint: 'The asset of the network if empty',
    submit: 'Register',
    registered: 'Counterparty registered',
    simulated: 'Add a simulated bank',
    simulatedSays:
      'Another counterparty, played by the mock, with customers who can send and receive transfers.',
    customers: 'Customers',
    amount: 'Hryvnias on each entity',
    add: 'Add',
    added: 'Simulated bank added',
  },
  {
    ...counterpartiesTitle.uk,
    says: 'Банки мережі. Відкрийте банк, щоб увести його адреси, запросити першого працівника та створити сутності.',
    name: 'Назва',
    alias: 'Псевдонім',
    guid: 'Guid',
    asset: 'Актив',
    kind: 'Чиї системи',
    bank: 'системи банку',
    mock: 'імітатор',
    since: 'Зареєстровано',
    empty: 'Контрагентів ще немає. Зареєструйте банк у формі нижче: це крок 3 плану інтеграції.',
    register: 'Зареєструвати контрагента',
    registerSays:
      'Крок 3 плану інтеграції. Перший контрагент отримає guid, який імітатор показав під час запуску.',
    aliasHint: 'Частина імен хостів: a-z, 0-9 і -',
    assetHint: 'Якщо порожньо, актив мережі',
    submit: 'Зареєструвати',
    registered: 'Контрагента зареєстровано',
    simulated: 'Додати імітований банк',
    simulatedSays:
      'Ще один контрагент, за якого діє сам імітатор, із клієнтами, які надсилають і отримують перекази.',
    customers: 'Клієнтів',
    amount: 'Гривень на кожній сутності',
    add: 'Додати',
    added: 'Імітований банк додано',
  },
);

export function Counterparties() {
  const t = useText(counterpartiesTexts);
  const query = useQuery(registered, []);
  return (
    <Page title={t.title} says={t.says} ledgerTimes>
      <List
        query={query}
        label={t.title}
        name="counterparties"
        empty={t.empty}
        keyOf={({ guid }) => guid}
        columns={[
          {
            title: t.name,
            head: true,
            cell: ({ guid, name }) => <Link to={`/console/counterparties/${guid}`}>{name}</Link>,
          },
          { title: t.alias, cell: ({ alias }) => <code>{alias}</code> },
          guidColumn(t.guid, 'guid'),
          { title: t.asset, cell: ({ asset_code }) => asset_code },
          { title: t.kind, cell: ({ simulated }) => <Badge>{simulated ? t.mock : t.bank}</Badge> },
          momentColumn(t.since, 'created_at'),
        ]}
      />
      <div class="columns">
        <Register reload={query.reload} />
        <AddSimulated reload={query.reload} />
      </div>
    </Page>
  );
}

function Register({ reload }: { readonly reload: () => void }) {
  const t = useText(counterpartiesTexts);
  return (
    <Section title={t.register} says={t.registerSays}>
      <Form
        label={t.register}
        submit={t.submit}
        done={t.registered}
        run={async ({ name = '', alias = '', asset_code }) => {
          const made = await control.registerCounterparty({ body: { name, alias, asset_code } });
          reload();
          navigate(`/console/counterparties/${made.guid}`);
        }}
      >
        <Field name="name" label={t.name} required />
        <Field
          name="alias"
          label={t.alias}
          hint={t.aliasHint}
          pattern="[a-z0-9]([a-z0-9\-]*[a-z0-9])?"
          required
        />
        <Field name="asset_code" label={t.asset} hint={t.assetHint} />
      </Form>
    </Section>
  );
}

function AddSimulated({ reload }: { readonly reload: () => void }) {
  const t = useText(counterpartiesTexts);
  return (
    <Section title={t.simulated} says={t.simulatedSays}>
      <Form
        label={t.simulated}
        submit={t.add}
        done={t.added}
        reload={reload}
        run={({ alias, customers, amount }) =>
          control.addSimulatedBank({
            body: { alias, customers: Number(customers), amount: Number(amount) },
          })
        }
      >
        <Field name="alias" label={t.alias} value="bank2" hint={t.aliasHint} required />
        <Field name="customers" label={t.customers} type="number" min={0} value={2} required />
        <Field name="amount" label={t.amount} type="number" min={0} step="any" value={1000} required />
      </Form>
    </Section>
  );
}
