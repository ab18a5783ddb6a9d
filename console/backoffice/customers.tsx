import { bilingual, useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { guidColumn, momentColumn } from '../ui/columns.js';
import { Field, Form } from '../ui/form.js';
import { List } from '../ui/list.js';
import { Page, Section } from '../ui/page.js';
import { rowWords } from '../ui/row-words.js';
import { Badge } from '../ui/shown.js';
import { explained } from './explained.js';
import { customersOf } from './own-entities.js';
import { assetOf, dcm, type Site } from './site.js';
import { customersTitle } from './titles.texts.js';

const customersTexts = bilingual(
  {
    ...rowWords.en,
    ...customersTitle.en,
    says: 'Step 15. The bank must hold a secret for the login before the customer is created (step 14).',
    login: 'Login',
    name: 'Name',
    surname: 'Surname',
    iban: 'IBAN',
    disabled: 'disabled',
    active: 'active',
    empty: 'No customers yet: create the first one below, once the bank holds a secret for its login.',
    create: 'Create a customer',
    done: 'Customer created',
  },
  {
    ...rowWords.uk,
    ...customersTitle.uk,
    says: 'Крок 15. До створення клієнта банк уже має зберігати секрет для його логіна (крок 14).',
    login: 'Логін',
    name: 'Ім’я',
    surname: 'Прізвище',
    iban: 'IBAN',
    disabled: 'вимкнено',
    active: 'діє',
    empty: 'Клієнтів ще немає: створіть першого нижче, коли банк уже зберігає секрет для його логіна.',
    create: 'Створити клієнта',
    done: 'Клієнта створено',
  },
);

export function Customers({ site }: { readonly site: Site }) {
  const t = useText(customersTexts);
  const params = { counterparty_guid: site.counterparty_guid };
  const query = useQuery(() => customersOf(site.counterparty_guid), []);
  return (
    <Page title={t.title} says={t.says} ledgerTimes>
      <List
        query={query}
        label={t.title}
        name="bank-customers"
        empty={t.empty}
        keyOf={({ customer_guid }) => customer_guid}
        columns={[
          { title: t.login, head: true, cell: ({ login }) => login },
          { title: t.name, cell: ({ name, surname }) => `${name} ${surname}` },
          { title: t.iban, cell: ({ iban }) => <code>{iban || '–'}</code> },
          guidColumn(t.guid, 'customer_guid'),
          {
            title: t.status,
            cell: ({ is_disabled }) => (
              <Badge tone={is_disabled ? 'warn' : 'good'}>{is_disabled ? t.disabled : t.active}</Badge>
            ),
          },
          momentColumn(t.created, 'created_at'),
        ]}
      />
      <Section title={t.create}>
        <Form
          label={t.create}
          run={(body) => dcm.createCustomer({ params, body: { ...assetOf(site), ...body } })}
          advice={explained}
          done={t.done}
          reload={query.reload}
          clear
        >
          <div class="fields">
            <Field name="login" label={t.login} required />
            <Field name="name" label={t.name} />
            <Field name="surname" label={t.surname} />
            <Field name="iban" label={t.iban} />
          </div>
        </Form>
      </Section>
    </Page>
  );
}
