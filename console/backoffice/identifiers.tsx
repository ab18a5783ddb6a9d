import { useAct } from '../state/act.js';
import { bilingual, useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { Choice, Field, Form } from '../ui/form.js';
import { Answer, Page, Section } from '../ui/page.js';
import { Badge, Moment, Money } from '../ui/shown.js';
import { Table } from '../ui/table.js';
import { dcm, type Site } from './site.js';

const texts = bilingual(
  {
    title: 'Identifiers',
    says: 'Step 12: ask for identifiers to be created or deleted. An officer of DCM confirms; one request is open at a time.',
    made: 'Made',
    kind: 'Kind',
    issue: 'create',
    burn: 'delete',
    amount: 'Amount',
    reserve: 'Reserve account balance',
    status: 'Status',
    created: 'waiting',
    confirmed: 'confirmed',
    cancelled: 'cancelled',
    empty: 'No requests yet.',
    request: 'Make a request',
    done: 'Request made; an officer of DCM confirms it',
  },
  {
    title: 'Ідентифікатори',
    says: 'Крок 12: попросіть створити або видалити ідентифікатори. Підтверджує працівник DCM; водночас може бути відкрито лише один запит.',
    made: 'Подано',
    kind: 'Операція',
    issue: 'створення',
    burn: 'видалення',
    amount: 'Сума',
    reserve: 'Залишок резервного рахунку',
    status: 'Статус',
    created: 'очікує',
    confirmed: 'підтверджено',
    cancelled: 'скасовано',
    empty: 'Запитів ще немає.',
    request: 'Подати запит',
    done: 'Запит подано; його підтвердить працівник DCM',
  },
);

const tone = { created: 'warn', confirmed: 'good', cancelled: 'calm' } as const;

export function Identifiers({ site }: { readonly site: Site }) {
  const t = useText(texts);
  const act = useAct();
  const params = { counterparty_guid: site.counterparty_guid };
  const query = useQuery(() => dcm.listEmissionHistory({ params, query: { limit: 100 } }), []);
  return (
    <Page title={t.title} says={t.says} ledgerTimes>
      <div class="card">
        <Answer query={query}>
          {({ history }) => (
            <Table
              label={t.title}
              empty={t.empty}
              rows={history}
              keyOf={(one) => one.guid}
              columns={[
                { title: t.made, head: true, cell: (one) => <Moment at={one.created_at} /> },
                { title: t.kind, cell: (one) => t[one.direction] },
                {
                  title: t.amount,
                  number: true,
                  cell: (one) => <Money amount={one.requested_amount} unit={site.asset_code} />,
                },
                {
                  title: t.reserve,
                  number: true,
                  cell: (one) => <Money amount={one.reserve_balance_amount} />,
                },
                { title: t.status, cell: (one) => <Badge tone={tone[one.status]}>{t[one.status]}</Badge> },
              ]}
            />
          )}
        </Answer>
      </div>
      <Section title={t.request}>
        <Form
          label={t.request}
          submit={t.request}
          act={act}
          onSubmit={async ({ kind, amount, reserve }, form) => {
            const ask = kind === 'burn' ? dcm.burnIdentifiers : dcm.issueIdentifiers;
            const reserved = reserve === undefined ? {} : { reserve_balance: Number(reserve) };
            const body = { amount: Number(amount), asset_code: site.asset_code, ...reserved };
            if (!(await act.run(() => ask({ params, body }), t.done))) return;
            form.reset();
            query.reload();
          }}
        >
          <div class="fields">
            <Choice
              name="kind"
              label={t.kind}
              value="issue"
              options={[
                ['issue', t.issue],
                ['burn', t.burn],
              ]}
            />
            <Field name="amount" label={t.amount} type="number" min={0} step="0.01" required />
            <Field name="reserve" label={t.reserve} type="number" min={0} step="0.01" />
          </div>
        </Form>
      </Section>
    </Page>
  );
}
