import { useState } from 'preact/hooks';
import { periods } from '../../contract/operations/limits.js';
import { useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { moneyColumn } from '../ui/columns.js';
import { Choice, Field, Form, type Given } from '../ui/form.js';
import { Answer, Page, Section } from '../ui/page.js';
import { Money } from '../ui/shown.js';
import { Table } from '../ui/table.js';
import { Chosen } from './chosen.js';
import { explained } from './explained.js';
import { limitsTexts } from './limits.texts.js';
import { type Limits as Known, limitsOf, namedBy } from './limits-of.js';
import { assetOf, dcm, type Site } from './site.js';

/** Limits of outgoing transfers, of customers and of segments: shown and set. */
export function Limits({ site }: { readonly site: Site }) {
  const t = useText(limitsTexts);
  const query = useQuery(() => limitsOf(site.counterparty_guid), []);
  return (
    <Page title={t.title} says={t.says}>
      <Answer query={query}>
        {(known) => (
          <div class="columns">
            <Bounds site={site} known={known} reload={query.reload} />
            <Windows site={site} known={known} reload={query.reload} />
          </div>
        )}
      </Answer>
    </Page>
  );
}

interface PartProps {
  readonly site: Site;
  readonly known: Known;
  readonly reload: () => void;
}

/** Those who can have a limit: the value of a choice, and its text. */
function useSubjects({ customers, segments }: Known): readonly (readonly [string, string])[] {
  const t = useText(limitsTexts);
  return [
    ...customers.map(({ guid, login }) => [`customer ${guid}`, `${t.customer} ${login}`] as const),
    ...segments.map((name) => [`segment ${name}`, `${t.segment} ${name}`] as const),
  ];
}

const number = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text);

function Bounds({ site, known, reload }: PartProps) {
  const t = useText(limitsTexts);
  const subjects = useSubjects(known);
  const inWords = new Map(subjects);
  const params = { counterparty_guid: site.counterparty_guid };
  const set = ({ subject = '', min, max }: Given) => {
    const { segment_name, customer_guid } = namedBy(subject);
    const body = { ...assetOf(site), min: number(min), max: number(max) };
    return segment_name === undefined
      ? dcm.setCustomerPaymentLimit({ params, body: { ...body, customer_guid } })
      : dcm.setSegmentPaymentLimit({ params, body: { ...body, segment_name } });
  };
  const shown = (amount: number) =>
    amount === 0 ? <span class="muted">{t.unset}</span> : <Money amount={amount} unit={site.asset_code} />;
  return (
    <Section title={t.bounds}>
      <Table
        label={t.bounds}
        empty={t.boundsEmpty}
        rows={known.bounds}
        keyOf={({ subject, min, max }) => `${subject} ${min} ${max}`}
        columns={[
          { title: t.whose, head: true, cell: ({ subject }) => inWords.get(subject) ?? subject },
          { title: t.min, number: true, cell: ({ min }) => shown(min) },
          { title: t.max, number: true, cell: ({ max }) => shown(max) },
        ]}
      />
      <h3>{t.setBounds}</h3>
      <p class="hint">{t.boundsSays}</p>
      <Form label={t.setBounds} run={set} done={t.saved} advice={explained} reload={reload}>
        <div class="fields short">
          <Chosen name="subject" label={t.whose} options={subjects} />
          <Field name="min" label={t.min} type="number" min={0} step="0.0000001" />
          <Field name="max" label={t.max} type="number" min={0} step="0.0000001" />
        </div>
      </Form>
    </Section>
  );
}

function Windows({ site, known, reload }: PartProps) {
  const t = useText(limitsTexts);
  const [period, setPeriod] = useState<string>('day');
  const subjects = useSubjects(known);
  const inWords = new Map(subjects);
  const params = { counterparty_guid: site.counterparty_guid };
  const set = ({ subject = '', max, days, ...given }: Given) => {
    const { segment_name, customer_guid } = namedBy(subject);
    const body = {
      ...assetOf(site),
      period: periods.find((one) => one === given.period),
      max: number(max),
      period_key: number(days),
    };
    return segment_name === undefined
      ? dcm.setCustomerAmountLimit({ params, body: { ...body, customer_guid } })
      : dcm.setSegmentAmountLimit({ params, body: { ...body, segment_name } });
  };
  const lasting = (name: string, days: number) => {
    const known = periods.find((one) => one === name);
    if (known === 'custom') return `${t.days}: ${days}`;
    return known === undefined ? name : t.periods[known];
  };
  return (
    <Section title={t.windows}>
      <Table
        label={t.windows}
        empty={t.windowsEmpty}
        rows={known.windows}
        keyOf={({ subject, period: one, days }) => `${subject} ${one} ${days}`}
        columns={[
          { title: t.whose, head: true, cell: ({ subject }) => inWords.get(subject) ?? subject },
          { title: t.period, cell: (row) => lasting(row.period, row.days) },
          moneyColumn(t.max, 'max', site.asset_code),
        ]}
      />
      <h3>{t.setWindow}</h3>
      <p class="hint">{t.windowSays}</p>
      <Form label={t.setWindow} run={set} done={t.saved} advice={explained} reload={reload}>
        <div class="fields short">
          <Chosen name="subject" label={t.whose} options={subjects} />
          <Choice
            name="period"
            label={t.period}
            value={period}
            options={periods.map((one) => [one, t.periods[one]])}
            onChange={setPeriod}
          />
          {period === 'custom' && (
            <Field name="days" label={t.days} type="number" min={1} step="1" required />
          )}
          <Field name="max" label={t.max} type="number" min={0} step="0.0000001" required />
        </div>
      </Form>
    </Section>
  );
}
