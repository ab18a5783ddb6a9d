import { reconRoles, reconStatuses } from '../../contract/operations/recons.js';
import { reconsTexts as officersTexts } from '../pages/recons.js';
import { type Act, useAct } from '../state/act.js';
import { useFilters } from '../state/filters.js';
import { bilingual, useText } from '../state/language.js';
import { type Query, useQuery } from '../state/query.js';
import { Button } from '../ui/button.js';
import { FilterBar } from '../ui/filter-bar.js';
import { List } from '../ui/list.js';
import { Answer, Page, Section } from '../ui/page.js';
import { Problem } from '../ui/problem.js';
import { Badge, Guid, Moment, Money } from '../ui/shown.js';
import { Table } from '../ui/table.js';
import { explained } from './explained.js';
import { base, dcm, type Site } from './site.js';
import { reconsTitle } from './titles.texts.js';

const texts = bilingual(
  {
    ...officersTexts.en,
    ...reconsTitle.en,
    says: 'What this bank and others owe each other for the transfers of a day. Both sides confirm a reconciliation; then the debtor pays, and an officer of DCM records that.',
    role: 'Role of this bank',
    roles: { debtor: 'debtor', creditor: 'creditor' },
    other: 'Other bank',
    confirm: 'Confirm',
    confirmed: 'Confirmed by this bank; the status changes when the other side has confirmed, too',
    participants: 'Other banks',
    participantsSays: 'Those on the other side of reconciliations in which this bank has the chosen role.',
    name: 'Name',
    guid: 'Guid',
    noParticipants: 'None yet: they appear here with the first reconciliation.',
    empty:
      'No reconciliations yet. They are calculated at the end of a day by the ledger clock, or by an officer on the page Reconciliation of the console.',
  },
  {
    ...officersTexts.uk,
    ...reconsTitle.uk,
    says: 'Взаємні зобов’язання цього та інших банків за перекази одного дня. Звірку підтверджують обидві сторони; потім боржник сплачує, а працівник DCM позначає сплату.',
    role: 'Роль цього банку',
    roles: { debtor: 'боржник', creditor: 'кредитор' },
    other: 'Інший банк',
    confirm: 'Підтвердити',
    confirmed: 'Цей банк підтвердив; статус зміниться, коли підтвердить й інша сторона',
    participants: 'Інші банки',
    participantsSays: 'Сторони звірок, у яких цей банк має вибрану роль.',
    name: 'Назва',
    guid: 'Guid',
    noParticipants: 'Ще немає: вони з’являться тут із першою звіркою.',
    empty:
      'Звірок ще немає. Їх розраховують наприкінці дня за годинником реєстру або на сторінці консолі «Звірка».',
  },
);

/** Reconciliations with other banks: those of a role, the banks on the other side, and the confirmation. */
export function Recons({ site }: { readonly site: Site }) {
  const t = useText(texts);
  const act = useAct();
  const filters = useFilters(`${base}/recons`);
  const { given } = filters;
  const counterparty_role = reconRoles.find((role) => role === given.role) ?? 'one_of';
  const status = reconStatuses.find((known) => known === given.status);
  // DCM filters by the other bank only if it knows which side that is.
  const other = counterparty_role === 'one_of' ? undefined : given.other;
  const params = { counterparty_guid: site.counterparty_guid };
  const participants = useQuery(
    async () =>
      (await dcm.listReconParticipants({ params, query: { counterparty_role, limit: 100 } })).participants,
    [counterparty_role],
  );
  const query = useQuery(async () => {
    const asked = { counterparty_role, status, participant_counterparty_guid: other, limit: 100 };
    return (await dcm.listRecons({ params, query: asked })).recons;
  }, [counterparty_role, status, other]);
  const sides = [
    {
      name: 'role',
      label: t.role,
      options: (['debtor', 'creditor'] as const).map((one) => [one, t.roles[one]] as const),
    },
    { name: 'status', label: t.status, options: reconStatuses.map((one) => [one, t.statuses[one]] as const) },
  ];
  const others = (participants.data ?? []).map(({ guid, name }) => [guid, name] as const);
  return (
    <Page title={t.title} says={t.says} ledgerTimes>
      <FilterBar
        filters={filters}
        of={
          counterparty_role === 'one_of'
            ? sides
            : [...sides, { name: 'other', label: t.other, options: others }]
        }
      />
      <Problem error={act.problem} />
      {explained(act.problem)}
      <List
        query={query}
        label={t.title}
        name="bank-recons"
        empty={t.empty}
        clear={filters.clear}
        keyOf={({ guid }) => guid}
        columns={[
          {
            title: t.period,
            head: true,
            cell: ({ start_date, end_date }) => (
              <>
                <Moment at={start_date} /> – <Moment at={end_date} />
              </>
            ),
          },
          { title: t.debtor, cell: ({ debtor }) => debtor.name },
          { title: t.creditor, cell: ({ creditor }) => creditor.name },
          {
            title: t.saldo,
            number: true,
            cell: ({ calculations, asset }) => <Money amount={calculations.saldo} unit={asset.asset_code} />,
          },
          {
            title: t.status,
            cell: (row) => (
              <Badge tone={row.status === 'paid' ? 'good' : 'calm'}>{t.statuses[row.status]}</Badge>
            ),
          },
          { title: t.overdue, number: true, cell: ({ overdue_days }) => overdue_days },
          {
            title: t.act,
            cell: (row) =>
              row.status === 'calculated' ? (
                <Confirm site={site} guid={row.guid} act={act} reload={query.reload} />
              ) : (
                '–'
              ),
          },
        ]}
      />
      <Participants query={participants} />
    </Page>
  );
}

interface ParticipantsProps {
  readonly query: Query<readonly { readonly guid: string; readonly name: string }[]>;
}

function Participants({ query }: ParticipantsProps) {
  const t = useText(texts);
  return (
    <Section title={t.participants} says={t.participantsSays}>
      <Answer query={query}>
        {(rows) => (
          <Table
            label={t.participants}
            empty={t.noParticipants}
            rows={rows}
            keyOf={({ guid }) => guid}
            columns={[
              { title: t.name, head: true, cell: ({ name }) => name },
              { title: t.guid, cell: ({ guid }) => <Guid of={guid} /> },
            ]}
          />
        )}
      </Answer>
    </Section>
  );
}

interface ConfirmProps {
  readonly site: Site;
  readonly guid: string;
  readonly act: Act;
  readonly reload: () => void;
}

function Confirm({ site, guid, act, reload }: ConfirmProps) {
  const t = useText(texts);
  const params = { counterparty_guid: site.counterparty_guid, recon_guid: guid };
  const run = () => dcm.updateRecon({ params, body: { status: 'confirmed' } });
  return <Button label={t.confirm} look="small" act={act} run={run} done={t.confirmed} reload={reload} />;
}
