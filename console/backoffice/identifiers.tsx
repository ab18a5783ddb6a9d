import { bilingual, useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { momentColumn, moneyColumn } from '../ui/columns.js';
import { Choice, Field, Form, type Given } from '../ui/form.js';
import { List } from '../ui/list.js';
import { Page, Section } from '../ui/page.js';
import { rowWords } from '../ui/row-words.js';
import { Badge } from '../ui/shown.js';
import { explained } from './explained.js';
import { dcm, type Site } from './site.js';
import { identifiersTitle } from './titles.texts.js';

const identifiersTexts = bilingual(
  {
    ...rowWords.en,
    ...identifiersTitle.en,
    says: 'Step 12: request the creation or deletion of identifiers. A DCM officer confirms the request; only one request can be open at a time.',
    made: 'Made',
    kind: 'Kind',
    issue: 'create',
    burn: 'delete',
    reserve: 'Reserve account balance',
    created: 'waiting',
    confirmed: 'confirmed',
    cancelled: 'canceled',
    empty: 'No requests yet: make the first one below; an officer of DCM confirms it in the console.',
    request: 'Make a request',
    done: 'Request made; a DCM officer will confirm it',
  },
  {
    ...rowWords.uk,
    ...identifiersTitle.uk,
    says: 'Крок 12: подайте запит на створення або видалення ідентифікаторів. Запит підтверджує працівник DCM; водночас може бути відкрито лише один запит.',
    made: 'Подано',
    kind: 'Операція',
    issue: 'створення',
    burn: 'видалення',
    reserve: 'Залишок резервного рахунку',
    created: 'очікує',
    confirmed: 'підтверджено',
    cancelled: 'скасовано',
    empty: 'Запитів ще немає: подайте перший нижче; його підтвердить працівник DCM у консолі.',
    request: 'Подати запит',
    done: 'Запит подано; його підтвердить працівник DCM',
  },
);

const tones = { created: 'warn', confirmed: 'good', cancelled: 'calm' } as const;

export function Identifiers({ site }: { readonly site: Site }) {
  const t = useText(identifiersTexts);
  const { asset_code } = site;
  const params = { counterparty_guid: site.counterparty_guid };
  const query = useQuery(
    async () => (await dcm.listEmissionHistory({ params, query: { limit: 100 } })).history,
    [],
  );
  const request = ({ kind, amount, reserve }: Given) => {
    const ask = kind === 'burn' ? dcm.burnIdentifiers : dcm.issueIdentifiers;
    const reserved = reserve === undefined ? {} : { reserve_balance: Number(reserve) };
    return ask({ params, body: { amount: Number(amount), asset_code, ...reserved } });
  };
  return (
    <Page title={t.title} says={t.says} ledgerTimes>
      <List
        query={query}
        label={t.title}
        empty={t.empty}
        keyOf={({ guid }) => guid}
        columns={[
          momentColumn(t.made, 'created_at', true),
          { title: t.kind, cell: ({ direction }) => t[direction] },
          moneyColumn(t.amount, 'requested_amount', asset_code),
          moneyColumn(t.reserve, 'reserve_balance_amount'),
          { title: t.status, cell: ({ status }) => <Badge tone={tones[status]}>{t[status]}</Badge> },
        ]}
      />
      <Section title={t.request}>
        <Form label={t.request} run={request} done={t.done} advice={explained} reload={query.reload} clear>
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
