import { useAct } from '../state/act.js';
import { bilingual, useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { Field, Form } from '../ui/form.js';
import { Answer, Page, Section } from '../ui/page.js';
import { Badge, Guid, Moment } from '../ui/shown.js';
import { Table } from '../ui/table.js';
import { dcm, type Site } from './site.js';

const texts = bilingual(
  {
    title: 'Customers',
    says: 'Step 15. The bank must hold a secret for the login before the customer is created (step 14).',
    login: 'Login',
    name: 'Name',
    surname: 'Surname',
    iban: 'IBAN',
    guid: 'Guid',
    status: 'Status',
    disabled: 'disabled',
    active: 'active',
    created: 'Created',
    empty: 'No customers yet.',
    create: 'Create a customer',
    done: 'Customer created',
  },
  {
    title: 'Клієнти',
    says: 'Крок 15. До створення клієнта банк уже має зберігати секрет для його логіна (крок 14).',
    login: 'Логін',
    name: 'Ім’я',
    surname: 'Прізвище',
    iban: 'IBAN',
    guid: 'Guid',
    status: 'Статус',
    disabled: 'вимкнено',
    active: 'діє',
    created: 'Створено',
    empty: 'Клієнтів ще немає.',
    create: 'Створити клієнта',
    done: 'Клієнта створено',
  },
);

export function Customers({ site }: { readonly site: Site }) {
  const t = useText(texts);
  const act = useAct();
  const params = { counterparty_guid: site.counterparty_guid };
  const query = useQuery(
    () => dcm.listCustomers({ params, query: { limit: 100, include_disabled: 'true' } }),
    [],
  );
  return (
    <Page title={t.title} says={t.says} ledgerTimes>
      <div class="card">
        <Answer query={query}>
          {({ customers }) => (
            <Table
              label={t.title}
              empty={t.empty}
              rows={customers}
              keyOf={(one) => one.customer_guid}
              columns={[
                { title: t.login, head: true, cell: (one) => one.login },
                { title: t.name, cell: (one) => `${one.name} ${one.surname}` },
                { title: t.iban, cell: (one) => <code>{one.iban || '–'}</code> },
                { title: t.guid, cell: (one) => <Guid of={one.customer_guid} /> },
                {
                  title: t.status,
                  cell: (one) => (
                    <Badge tone={one.is_disabled ? 'warn' : 'good'}>
                      {one.is_disabled ? t.disabled : t.active}
                    </Badge>
                  ),
                },
                { title: t.created, cell: (one) => <Moment at={one.created_at} /> },
              ]}
            />
          )}
        </Answer>
      </div>
      <Section title={t.create}>
        <Form
          label={t.create}
          submit={t.create}
          act={act}
          onSubmit={async (body, form) => {
            if (!(await act.run(() => dcm.createCustomer({ params, body }), t.done))) return;
            form.reset();
            query.reload();
          }}
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
